import type { Calendar } from './calendar';
import { org, slug } from './organisations';
import { forum, NORDLAND, region, TROMS_OG_FINNMARK } from './places';
import type { Rows } from './rows';

const ROLES = ['skoleeier', 'coordinator', 'uh', 'secretariat', 'member', 'caseworker', 'approver', 'auditor'] as const;
type DemoRole = (typeof ROLES)[number];
export interface Person { id: string; name: string }

interface Cast { countyId: string; owner: string; uh: string; region: string; names: Record<DemoRole, string>; delegates: readonly string[] }

const CASTS: readonly Cast[] = [
  {
    countyId: NORDLAND, owner: 'Fauske', uh: 'Nord universitet', region: 'RKK Salten', delegates: ['Fauske', 'Beiarn', 'Gildeskål', 'Saltdal', 'Sørfold'],
    names: {
      skoleeier: 'Kari Berg', coordinator: 'Trond Solvang', uh: 'Ingrid Nordvik', secretariat: 'Signe Hauge',
      member: 'Arne Lillebø', caseworker: 'Marit Eide', approver: 'Jon Aksel Strand', auditor: 'Eva Rønning',
    },
  },
  {
    countyId: TROMS_OG_FINNMARK, owner: 'Tromsø', uh: 'UiT Norges arktiske universitet', region: 'RSK Vest-Finnmark', delegates: ['Hasvik', 'Loppa', 'Måsøy', 'Nordkapp'],
    names: {
      skoleeier: 'Heidi Evensen', coordinator: 'Anne Lise Hætta', uh: 'Per Olav Jakobsen', secretariat: 'Hege Larssen',
      member: 'Rune Eliassen', caseworker: 'Solveig Kristoffersen', approver: 'Odd Henriksen', auditor: 'Berit Isaksen',
    },
  },
];

/** The demo person who holds a role in a county. */
export function person(countyId: string, role: DemoRole): Person {
  const cast = CASTS.find((one) => one.countyId === countyId);
  if (cast === undefined) throw new Error(`No demo persons in ${countyId}.`);
  return { id: `demo-${countyId}-${role}`, name: cast.names[role] };
}

const scopes = ({ countyId, owner, uh, region: name }: Cast): Record<DemoRole, { organisationId?: string; regionId?: string; forumId?: string }> => ({
  skoleeier: { organisationId: org(owner) }, coordinator: { regionId: region(countyId, name) }, uh: { organisationId: org(uh) },
  secretariat: { forumId: forum(countyId) }, member: { forumId: forum(countyId) }, caseworker: {}, approver: {}, auditor: {},
});

/** One demo person per role and county, and what owners have delegated to their region's office. */
export function persons({ day, ago }: Calendar): Pick<Rows, 'user' | 'roleGrant' | 'delegation'> {
  const each = CASTS.flatMap((cast) => ROLES.map((role) => ({ cast, role, ...person(cast.countyId, role) })));
  return {
    user: each.map(({ id, name }) => ({ id, name, email: `${slug(name).replaceAll('-', '.')}@demo.example.no`, isDemo: true, invitedAt: ago(400) })),
    roleGrant: each.map(({ id, role, cast }) => ({ id: `grant-${id}`, userId: id, role, countyId: cast.countyId, ...scopes(cast)[role], from: day('2020-01-01') })),
    delegation: CASTS.flatMap(({ countyId, region: name, delegates }) => delegates.map((owner) => ({
      id: `delegation-${slug(owner)}`, organisationId: org(owner), regionId: region(countyId, name), from: day('2021-01-01'),
      note: 'Kommunedirektøren har gitt regionkontoret skriftlig fullmakt til å melde behov og rapportere.',
    }))),
  };
}

/** Somebody at an owner that has no demo person: named in the history, and can not sign in. */
export const contactAt = (owner: string, name: string): Person => ({ id: `kontakt-${slug(owner)}`, name });
