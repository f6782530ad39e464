import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { holdsAt } from '#lib/db/facts/dates';
import { hasEnded, rolesToday } from '#lib/db/people/user';
import { recordset } from '#lib/db/values';
import type { Addressee } from '#lib/domain/message/addressee';
import type { MailChoices } from '#lib/domain/message/message';
import type { Actor, Role } from '#lib/domain/policy/row';
import { choicesOf } from './choice';

export interface Hearer extends Actor {
  mailChoices: MailChoices;
}

interface AskedFor {
  n: number;
  userId: string | null;
  role: Role | null;
  organisationId: string | null;
  regionId: string | null;
  countyId: string | null;
  forumId: string | null;
}
const NOBODY = { userId: null, role: null, organisationId: null, regionId: null, countyId: null, forumId: null };
const ASKED = {
  n: 'int',
  userId: 'text',
  role: 'text',
  organisationId: 'text',
  regionId: 'text',
  countyId: 'text',
  forumId: 'text',
};
const PLACES = ['a.role', 'a.organisationId', 'a.regionId', 'a.countyId', 'a.forumId'] as const;

/** The persons with access whom each list of addressees stands for today, each with all their roles. */
export async function findHearers(tx: Tx, lists: readonly (readonly Addressee[])[], now: Date): Promise<Hearer[][]> {
  const asked = lists.flatMap((list, n) => list.map((one): AskedFor => ({ ...NOBODY, ...one, n })));
  if (asked.length === 0) return lists.map(() => []);
  const rows = await tx
    .with('asked', (db) => db.selectFrom(recordset('a', asked, ASKED)).select(['a.n', 'a.userId', ...PLACES]))
    .with('heard', (db) =>
      db
        .selectFrom('asked as a')
        .where('a.userId', 'is not', null)
        .select((eb) => ['a.n', sql<string>`${eb.ref('a.userId')}`.as('userId')])
        .union((eb) =>
          eb
            .selectFrom('asked as a')
            .innerJoin('RoleGrant as r', 'r.role', 'a.role')
            .where((eb) => holdsAt({ from: eb.ref('r.from'), to: eb.ref('r.to') }, now))
            .where((of) =>
              of.and([
                of.or([of('a.organisationId', 'is', null), of('r.organisationId', '=', of.ref('a.organisationId'))]),
                of.or([of('a.regionId', 'is', null), of('r.regionId', '=', of.ref('a.regionId'))]),
                of.or([of('a.countyId', 'is', null), of('r.countyId', '=', of.ref('a.countyId'))]),
                of.or([of('a.forumId', 'is', null), of('r.forumId', '=', of.ref('a.forumId'))]),
              ]),
            )
            .select(['a.n', 'r.userId']),
        ),
    )
    .selectFrom('heard as h')
    .innerJoin('User as u', 'u.id', 'h.userId')
    .where((eb) => eb.not(hasEnded(eb.ref('u.endedAt'), now)))
    .select((eb) => [
      'h.n',
      'u.id as userId',
      'u.name',
      choicesOf(tx, eb.ref('u.id')).as('mailChoices'),
      jsonArrayFrom(
        tx
          .selectFrom(rolesToday(tx, eb.ref('u.id'), now).as('g'))
          .select(['g.role', 'g.organisationId', 'g.regionId', 'g.countyId', 'g.forumId']),
      ).as('grants'),
    ])
    .orderBy('h.n')
    .orderBy('u.id')
    .execute();
  const heard = lists.map((): Hearer[] => []);
  for (const { n, ...hearer } of rows) heard[n]?.push(hearer);
  return heard;
}
