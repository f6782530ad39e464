import type { Calendar } from './messages';
import { org, slug } from './organisations';
import { forum, NORDLAND, region, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';
import { addDays, dayAt } from '#lib/domain/day';
import type { Seat } from '#lib/domain/people/people';

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

/**
 * One demo person per role and county, where the skoleeier approves too; the others at Fauske and in the secretariat;
 * and what owners have delegated to their region's office.
 */
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
  const soon = day(addDays(dayAt(ago(0)), 19));
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

interface Sitting {
  name: string;
  seat: Seat;
  represents?: string;
  from: string;
  to?: string;
  deputyFor?: string;
}

// Made up, in the groups that Utdanningsdirektoratet's mandate names. They can not sign in: only the demo's own persons can.
const SEATED: Readonly<Record<string, readonly Sitting[]>> = {
  [NORDLAND]: [
    { name: 'Anita Hansen', seat: 'owners', represents: 'Bodø', from: '2023-08-01' },
    { name: 'Geir Olsen', seat: 'owners', represents: 'Sortland', from: '2023-08-01' },
    { name: 'Bente Karlsen', seat: 'owners', represents: 'Vefsn', from: '2023-08-01', deputyFor: 'Anita Hansen' },
    { name: 'Lars Myhre', seat: 'uh', represents: 'Nord universitet', from: '2024-08-01' },
    { name: 'Tone Aasen', seat: 'ks', from: '2022-01-01' },
    { name: 'Unni Pettersen', seat: 'pbl', from: '2022-01-01' },
    { name: 'Stein Johansen', seat: 'unions', from: '2020-08-01', to: '2024-08-01' },
    { name: 'Mari Sivertsen', seat: 'unions', from: '2024-08-01' },
    { name: 'Noor Hassan', seat: 'pupils', from: '2025-08-01' },
  ],
  [TROMS_OG_FINNMARK]: [
    { name: 'Ellen Nilsen', seat: 'owners', represents: 'Alta', from: '2020-01-01' },
    { name: 'Jan Erik Hætta', seat: 'owners', represents: 'Kautokeino', from: '2020-01-01', deputyFor: 'Ellen Nilsen' },
    { name: 'Marianne Lund', seat: 'uh', represents: 'UiT Norges arktiske universitet', from: '2020-01-01' },
    { name: 'Kjell Andersen', seat: 'unions', from: '2020-01-01' },
  ],
};

const idOf = (countyId: string, name: string): string => `forum-${countyId}-${slug(name)}`;

/** Who administers the demo's organisations, and who sits in its fora beside the demo's own members. */
export function addPeople(rows: DemoRows, { day, ago }: Calendar): void {
  for (const countyId of [NORDLAND, TROMS_OG_FINNMARK]) {
    for (const role of ['skoleeier', 'uh'] as const) {
      const { id } = person(countyId, role);
      const held = rows.roleGrant.find((one) => one.userId === id && one.role === role);
      if (held !== undefined)
        rows.roleGrant.push({ ...held, id: `grant-administrator-${id}`, role: 'administrator', from: ago(300) });
    }
    const member = rows.roleGrant.find((one) => one.userId === person(countyId, 'member').id);
    if (member !== undefined) Object.assign(member, { seat: 'private-owners' });
    for (const { name, seat, represents, from, to, deputyFor } of SEATED[countyId] ?? []) {
      const id = idOf(countyId, name);
      rows.user.push({ id, name, email: `${slug(name).replaceAll('-', '.')}@forum.example.no`, invitedAt: day(from) });
      rows.roleGrant.push({
        id: `grant-${id}`,
        userId: id,
        role: deputyFor === undefined ? 'member' : 'deputy',
        countyId,
        forumId: forum(countyId),
        seat,
        from: day(from),
        to: to === undefined ? null : day(to),
        representsId: represents === undefined ? null : org(represents),
        deputyForId: deputyFor === undefined ? null : `grant-${idOf(countyId, deputyFor)}`,
      });
    }
  }
}
