import type { Seat } from '#lib/domain/people/people';
import type { Calendar } from './calendar';
import { org, slug } from './organisations';
import { person } from './persons';
import { forum, NORDLAND, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';

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
