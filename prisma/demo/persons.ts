import { osloDay } from '#lib/domain/round/time';
import type { Calendar } from './calendar';
import { org, slug } from './organisations';
import { forum, NORDLAND, region, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';

const ROLES = ['skoleeier', 'coordinator', 'uh', 'secretariat', 'member', 'caseworker', 'approver', 'auditor'] as const;
type DemoRole = (typeof ROLES)[number];
export interface Person {
  id: string;
  name: string;
}

interface Cast {
  countyId: string;
  owner: string;
  uh: string;
  region: string;
  names: Record<DemoRole, string>;
  delegates: readonly string[];
}

const CASTS: readonly [Cast, ...Cast[]] = [
  {
    countyId: NORDLAND,
    owner: 'Fauske',
    uh: 'Nord universitet',
    region: 'RKK Salten',
    delegates: ['Fauske', 'Beiarn', 'Gildeskål', 'Saltdal', 'Sørfold'],
    names: {
      skoleeier: 'Kari Berg',
      coordinator: 'Trond Solvang',
      uh: 'Ingrid Nordvik',
      secretariat: 'Signe Hauge',
      member: 'Arne Lillebø',
      caseworker: 'Marit Eide',
      approver: 'Jon Aksel Strand',
      auditor: 'Eva Rønning',
    },
  },
  {
    countyId: TROMS_OG_FINNMARK,
    owner: 'Tromsø',
    uh: 'UiT Norges arktiske universitet',
    region: 'RSK Vest-Finnmark',
    delegates: ['Hasvik', 'Loppa', 'Måsøy', 'Nordkapp'],
    names: {
      skoleeier: 'Heidi Evensen',
      coordinator: 'Anne Lise Hætta',
      uh: 'Per Olav Jakobsen',
      secretariat: 'Hege Larssen',
      member: 'Rune Eliassen',
      caseworker: 'Solveig Kristoffersen',
      approver: 'Odd Henriksen',
      auditor: 'Berit Isaksen',
    },
  },
];

/** At Fauske the work is shared: besides the one who both writes and approves, somebody writes only, and somebody approves only. */
export const WRITER: Person = { id: 'demo-nordland-writer', name: 'Silje Moen' };
const LEADER: Person = { id: 'demo-nordland-leader', name: 'Torbjørn Vik' };
/** Rektor at a school in Fauske, asked to write in one behovsmelding, and in no role else. */
export const CONTRIBUTOR: Person & { unit: string } = {
  id: 'demo-nordland-contributor',
  name: 'Randi Nystad',
  unit: 'Valnesfjord skole',
};

/** Shares the secretariat of Nordland's forum with the one who leads it. */
const SECRETARY: Person = { id: 'demo-nordland-secretary', name: 'Gunn Elvebakk' };

/** The demo person who holds a role in a county. */
export function person(countyId: string, role: DemoRole): Person {
  const cast = CASTS.find((one) => one.countyId === countyId);
  if (cast === undefined) throw new Error(`No demo persons in ${countyId}.`);
  return { id: `demo-${countyId}-${role}`, name: cast.names[role] };
}

const scopes = ({
  countyId,
  owner,
  uh,
  region: name,
}: Cast): Record<DemoRole | 'leader', { organisationId?: string; regionId?: string; forumId?: string }> => ({
  skoleeier: { organisationId: org(owner) },
  leader: { organisationId: org(owner) },
  coordinator: { regionId: region(countyId, name) },
  uh: { organisationId: org(uh) },
  secretariat: { forumId: forum(countyId) },
  member: { forumId: forum(countyId) },
  caseworker: {},
  approver: {},
  auditor: {},
});

const [FAUSKE] = CASTS;

/** One demo person per role and county, where the skoleeier approves too; the others at Fauske and in the secretariat; and what owners have delegated to their region's office. */
export function persons({ day, ago }: Calendar): Pick<DemoRows, 'user' | 'roleGrant' | 'delegation'> {
  const each = CASTS.flatMap((cast) => ROLES.map((role) => ({ cast, role, ...person(cast.countyId, role) })));
  const grant = (id: string, role: DemoRole | 'leader', cast: Cast, name = `grant-${id}`) => ({
    id: name,
    userId: id,
    role,
    countyId: cast.countyId,
    ...scopes(cast)[role],
    from: day('2020-01-01'),
  });
  return {
    user: [...each, WRITER, LEADER, CONTRIBUTOR, SECRETARY].map(({ id, name }) => ({
      id,
      name,
      email: `${slug(name).replaceAll('-', '.')}@demo.example.no`,
      isDemo: true,
      invitedAt: ago(400),
    })),
    roleGrant: [
      ...each.map(({ id, role, cast }) => grant(id, role, cast)),
      ...CASTS.map((cast) =>
        grant(person(cast.countyId, 'skoleeier').id, 'leader', cast, `grant-demo-${cast.countyId}-approves`),
      ),
      grant(WRITER.id, 'skoleeier', FAUSKE),
      grant(LEADER.id, 'leader', FAUSKE),
      grant(SECRETARY.id, 'secretariat', FAUSKE),
    ],
    delegation: delegations(ago, day),
  };
}

const NOTE = 'Kommunedirektøren har gitt regionkontoret skriftlig fullmakt til å melde behov og rapportere.';

/** What owners have delegated: most of them without an end, one soon at its end, one for reports alone, one that is over. */
function delegations(ago: Calendar['ago'], day: Calendar['day']): DemoRows['delegation'] {
  const given = CASTS.flatMap(({ countyId, region: name, delegates }) =>
    delegates.map((owner) => ({
      id: `delegation-${slug(owner)}`,
      organisationId: org(owner),
      regionId: region(countyId, name),
      from: day('2021-01-01'),
      note: NOTE,
    })),
  );
  const soon = new Date(day(osloDay(ago(0))).getTime() + 19 * 86_400_000);
  const at = { regionId: region(NORDLAND, 'RKK Salten') };
  return [
    ...given.map((one) =>
      one.id === 'delegation-saltdal'
        ? {
            ...one,
            to: soon,
            note: 'Kommunestyret har gitt RKK Salten fullmakt til å melde behov og rapportere ut denne søknadsrunden.',
          }
        : one,
    ),
    {
      ...at,
      id: 'delegation-steigen',
      organisationId: org('Steigen'),
      covers: ['reports'],
      from: day('2024-01-01'),
      note: 'Oppvekstsjefen har gitt RKK Salten fullmakt til å rapportere for kommunen. Behov melder vi selv.',
    },
    {
      ...at,
      id: 'delegation-meloy',
      organisationId: org('Meløy'),
      from: day('2021-01-01'),
      to: day('2025-08-01'),
      note: NOTE,
    },
  ];
}

/** Somebody at an owner that has no demo person: named in the history, and can not sign in. */
export const contactAt = (owner: string, name: string): Person => ({ id: `kontakt-${slug(owner)}`, name });
