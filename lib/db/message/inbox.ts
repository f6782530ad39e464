import { sql } from 'kysely';
import { behovsmeldingParties } from '#lib/db/behovsmelding/parties';
import type { Tx } from '#lib/db/client';
import { delegatedRegions } from '#lib/db/people/delegation';
import { any, arrayOf } from '#lib/db/values';
import type { Whereabouts } from '#lib/domain/message/addressee';
import type { MessageDetails, MessageKind } from '#lib/domain/message/message';

export interface MessageRow {
  id: string;
  kind: MessageKind;
  subjectId: string;
  details: MessageDetails;
  actorName: string;
  at: Date;
  readAt: Date | null;
}
export interface InboxCounts {
  count: number;
  unread: number;
}

/** How many messages a person has, and how many of them are unread. */
export const countMessages = (tx: Tx, userId: string): Promise<InboxCounts> =>
  tx
    .selectFrom('Message')
    .where('userId', '=', userId)
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.countAll<number>().filterWhere('readAt', 'is', null).as('unread'),
    ])
    .executeTakeFirstOrThrow();

/** How many of a person's messages are unread: for the head of every page. */
export const countUnread = async (tx: Tx, userId: string): Promise<number> =>
  (
    await tx
      .selectFrom('Message')
      .where('userId', '=', userId)
      .where('readAt', 'is', null)
      .select(({ fn }) => fn.countAll<number>().as('unread'))
      .executeTakeFirstOrThrow()
  ).unread;

const messages = (tx: Tx, userId: string) =>
  tx
    .selectFrom('Message')
    .where('userId', '=', userId)
    .select(['id', 'kind', 'subjectId', 'details', 'actorName', 'at', 'readAt']);

/** One of a person's own messages; null when it is not theirs. */
export const findMessage = async (tx: Tx, userId: string, id: string): Promise<MessageRow | null> =>
  (await messages(tx, userId).where('id', '=', id).executeTakeFirst()) ?? null;

/** A page of a person's messages, the newest first. */
export const findMessages = (tx: Tx, userId: string, page: number, size: number): Promise<MessageRow[]> =>
  messages(tx, userId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();

/** Marks one of a person's messages as read, or all. Answers how many were not. */
export async function markRead(tx: Tx, userId: string, id: string | undefined, now: Date): Promise<number> {
  const unread = tx
    .updateTable('Message')
    .set({ readAt: now })
    .where('userId', '=', userId)
    .where('readAt', 'is', null);
  const { numUpdatedRows } = await (id === undefined ? unread : unread.where('id', '=', id)).executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

const listed = (column: string) => sql<string[]>`array_remove(array[${sql.ref(column)}], null)`;

type Found = Whereabouts & { id: string };
type Finder = (tx: Tx, ids: readonly string[], now: Date) => Promise<Found[]>;

/** Each kind of record as the policy sees it now; a report has one line for each half. */
const RECORDS: Readonly<Record<string, Finder>> = {
  behovsmelding: (tx, ids, now) =>
    tx
      .selectFrom('Behovsmelding as n')
      .innerJoin('Round as r', 'r.id', 'n.roundId')
      .where('n.id', '=', any(ids))
      .select(['n.id', 'n.state'])
      .select((eb) => behovsmeldingParties(eb, now))
      .execute(),
  round: (tx, ids) =>
    tx
      .selectFrom('Round as r')
      .where('r.id', '=', any(ids))
      .select(['r.id', 'r.countyId', 'r.forumId', 'r.state'])
      .execute(),
  dispensation: (tx, ids, now) =>
    tx
      .selectFrom('Dispensation as d')
      .innerJoin('Round as r', 'r.id', 'd.roundId')
      .leftJoin('Behovsmelding as n', 'n.id', 'd.behovsmeldingId')
      .where('d.id', '=', any(ids))
      .select(['d.id', 'r.countyId', 'r.forumId', 'd.state', listed('n.ownerId').as('ownerIds')])
      .select(({ ref }) => delegatedRegions(ref('n.ownerId'), now, 'needs').as('delegatedRegionIds'))
      .execute(),
  delegation: (tx, ids) =>
    tx
      .selectFrom('Delegation as d')
      .innerJoin('Region as g', 'g.id', 'd.regionId')
      .where('d.id', '=', any(ids))
      .select(['d.id', 'g.countyId'])
      .select([listed('d.organisationId').as('ownerIds'), listed('d.regionId').as('delegatedRegionIds')])
      .execute(),
  tildeling: (tx, ids, now) =>
    tx
      .selectFrom('Tildeling as t')
      .innerJoin('Round as r', 'r.id', 't.roundId')
      .leftJoin('Behovsmelding as n', 'n.id', 't.behovsmeldingId')
      .where('t.id', '=', any(ids))
      .select(['t.id', 'r.countyId', 'r.forumId', 't.state', listed('n.ownerId').as('ownerIds')])
      .select((eb) => [
        delegatedRegions(eb.ref('n.ownerId'), now, null).as('delegatedRegionIds'),
        arrayOf(
          eb
            .selectFrom('TildelingLine as l')
            .whereRef('l.tildelingId', '=', 't.id')
            .where('l.side', '=', 'uh')
            .where('l.receiverId', 'is not', null)
            .select((eb) => sql<string>`${eb.ref('l.receiverId')}`.as('organisationId'))
            .union(
              eb
                .selectFrom('BehovsmeldingUh as u')
                .whereRef('u.behovsmeldingId', '=', 'n.id')
                .select('u.organisationId'),
            ),
        ).as('uhIds'),
      ])
      .execute(),
  report: (tx, ids, now) =>
    tx
      .selectFrom('AnnualReport as a')
      .innerJoin('ReportHalf as h', 'h.reportId', 'a.id')
      .innerJoin('Tiltak as t', 't.id', 'a.tiltakId')
      .innerJoin('Round as r', 'r.id', 't.roundId')
      .leftJoinLateral(
        (eb) =>
          tx
            .selectNoFrom(({ fn }) =>
              fn
                .coalesce(
                  eb
                    .selectFrom('ReportHalf as o')
                    .whereRef('o.reportId', '=', 'a.id')
                    .where('o.side', '=', 'owner')
                    .select('o.organisationId'),
                  eb.ref('t.leadId'),
                )
                .as('id'),
            )
            .as('w'),
        (join) => join.onTrue(),
      )
      .where('a.id', '=', any(ids))
      .select(['a.id', 'r.countyId', 'r.forumId', 'h.state', listed('w.id').as('ownerIds')])
      .select((eb) => [
        delegatedRegions(eb.ref('w.id'), now, 'reports').as('delegatedRegionIds'),
        arrayOf(
          eb
            .selectFrom('ReportHalf as u')
            .whereRef('u.reportId', '=', 'a.id')
            .where('u.side', '=', 'uh')
            .where('u.organisationId', 'is not', null)
            .select((eb) => sql<string>`${eb.ref('u.organisationId')}`.as('organisationId')),
        ).as('uhIds'),
      ])
      .execute(),
};

/** These records of one kind as they are now, by id. */
export async function recordsOf(
  tx: Tx,
  about: string,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Whereabouts[]>> {
  const rows = (await RECORDS[about]?.(tx, ids, now)) ?? [];
  const found = new Map<string, Whereabouts[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  return found;
}
