import { type Expression, expressionBuilder, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { titleAsSent } from '#lib/db/behovsmelding/as-sent';
import { COMPLETING, IN_OWNERS_NAME, OWNERS_OWN } from '#lib/domain/behovsmelding/owners';
import { beginningOf, endOf, type Day } from '#lib/domain/day';
import type { MessageDetails } from '#lib/domain/message/message';
import type { Tx } from './client';
import type { Tables } from './tables';
import { any, isTrue } from './values';

/** Where in the log a line is: lines have an order among those of the same instant. */
export interface LogKey {
  at: Date;
  id: number;
}
export interface LogLine extends LogKey {
  actorId: string;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  roundId: string | null;
  details: MessageDetails;
  about: string | null;
}
export interface LogWishes {
  slag: string | null;
  sak: string;
  person: string;
  fra: Day | null;
  til: Day | null;
  /** Only lines older than this one. */ eldre: LogKey | null;
  /** Only lines newer than this one, those nearest to it. */ nyere: LogKey | null;
}

export const LINES_A_PAGE = 50;

/** Whether a column holds the words, whatever their case; % and _ mean themselves. */
const holds = (column: Expression<string | null>, words: string) =>
  sql<boolean>`position(lower(${words}) in lower(${column})) > 0`;

const loggedIn = (tx: Tx, county: Expression<string>) =>
  tx
    .selectFrom('AuditEntry as a')
    .leftJoin('Behovsmelding as b', (join) =>
      join.on('a.subjectType', '=', 'behovsmelding').onRef('b.id', '=', 'a.subjectId'),
    )
    .leftJoin('Round as r', 'r.id', 'a.roundId')
    .where('a.countyId', '=', county)
    .where((eb) => {
      const asSentAt = eb.selectFrom('BehovsmeldingAsSent as k').whereRef('k.id', '=', 'b.asSentId').select('k.at');
      const openHalf = eb
        .selectFrom('ReportHalf as h')
        .whereRef('h.id', '=', 'a.subjectId')
        .where('h.state', '=', 'open')
        .select('h.id');
      // An owner's work on a draft is the owner's own until it is sent.
      const isOwners = eb.or([
        eb.and([
          eb('a.subjectType', '=', 'behovsmelding'),
          eb('b.state', '=', 'draft'),
          eb('a.action', '<>', 'dispensation.ask'),
        ]),
        eb.and([
          eb('b.asSentId', 'is not', null),
          eb('a.action', '=', any(COMPLETING)),
          eb(eb.ref('a.at'), '>=', asSentAt),
        ]),
        eb.and([eb('a.action', 'in', ['report.attach', 'report.detach']), eb.exists(openHalf)]),
      ]);
      return eb(isOwners, 'is not', true);
    })
    .where((eb) => eb.not(eb('a.action', '=', any(OWNERS_OWN))));

/** The name that a line shows: an owner's people go by the owner's. */
function shownAs(tx: Tx) {
  const [action, actorName] = [sql.ref('a.action'), sql.ref('a.actorName')];
  const owner = tx.selectFrom('Organisation as o').where('o.id', '=', sql.ref<string>('b.ownerId')).select('o.name');
  return sql<string>`case when ${action} = ${any(IN_OWNERS_NAME)} then coalesce(${owner}, ${actorName}) else ${actorName} end`;
}

/** What a line is about, in a word. */
const detail = (name: string) => sql<string | null>`${sql.ref('a.details')} ->> ${name}::text`;
const ABOUT = sql<string | null>`coalesce(nullif(${detail('title')}, ''),
  nullif(${titleAsSent(sql.ref<string | null>('b.title'), sql.ref<string | null>('b.asSentId'))}, ''), ${detail('reference')}, ${detail('name')},
  case when ${sql.ref('a.subjectType')} <> 'user' then ${sql.ref('r.programme')} || ' ' || ${sql.ref('r.year')} end)`;

/**
 * A page of the log of these counties, newest first, with one line more at the end one goes towards when there is another
 * page. Each county's lines are read in their order, as long as there is room for them: no page is slower for a longer log.
 */
export async function findLog(tx: Tx, counties: readonly string[], wishes: LogWishes): Promise<LogLine[]> {
  const { slag, sak, person, fra, til, eldre, nyere } = wishes;
  let lines = loggedIn(tx, sql.ref<string>('c.id'));
  if (slag !== null) lines = lines.where('a.subjectType', '=', slag);
  if (sak !== '') lines = lines.where(holds(ABOUT, sak));
  if (person !== '') lines = lines.where(holds(shownAs(tx), person));
  if (fra !== null) lines = lines.where('a.at', '>=', beginningOf(fra));
  if (til !== null) lines = lines.where('a.at', '<', endOf(til));
  if (eldre !== null) lines = lines.where((eb) => eb(eb.refTuple('a.at', 'a.id'), '<', eb.tuple(eldre.at, eldre.id)));
  if (nyere !== null) lines = lines.where((eb) => eb(eb.refTuple('a.at', 'a.id'), '>', eb.tuple(nyere.at, nyere.id)));
  const towards = nyere === null ? 'desc' : 'asc';
  const each = lines
    .select(['a.id', 'a.at', 'a.actorId', shownAs(tx).as('actorName'), 'a.action', 'a.subjectType', 'a.subjectId'])
    .select(['a.roundId', 'a.details', ABOUT.as('about')])
    .orderBy('a.at', towards)
    .orderBy('a.id', towards)
    .limit(LINES_A_PAGE + 1);
  const found = await tx
    .selectFrom(sql<{ id: string }>`unnest(${counties}::text[])`.as<'c'>(sql`c(id)`))
    .innerJoinLateral(each.as('l'), (join) => join.onTrue())
    .selectAll('l')
    .orderBy('l.at', towards)
    .orderBy('l.id', towards)
    .limit(LINES_A_PAGE + 1)
    .execute();
  return nyere === null ? found : found.reverse();
}

const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).catch({});

/** One line of the log: who did what, when, and the facts its sentence needs. */
export interface HistoryLine {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  details: Readonly<Record<string, string | number | boolean | null>>;
}

/** What happened to these records of a kind, newest first, at most 200 lines. */
export async function historyOf(tx: Tx, subjectType: string, subjectIds: readonly string[]): Promise<HistoryLine[]> {
  if (subjectIds.length === 0) return [];
  const rows = await tx
    .selectFrom('AuditEntry')
    .where('subjectType', '=', subjectType)
    .where('subjectId', '=', any(subjectIds))
    .select(['id', 'at', 'actorName', 'action', 'details'])
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, id: String(row.id), details: Details.parse(row.details) }));
}

/** Which saving of which record: the log's line of it. */
interface Saving {
  subjectType: string;
  subjectId: string;
  action: string;
}

/** Whether this person's saving of this record is in the log from the last quarter of an hour: one entry is enough. */
export const isSavedLately = ({ subjectType, subjectId, action }: Saving, by: string, now: Date): RawBuilder<boolean> =>
  isTrue(
    expressionBuilder<Tables>().exists(
      expressionBuilder<Tables>()
        .selectFrom('AuditEntry as e')
        .where('e.subjectType', '=', subjectType)
        .where('e.subjectId', '=', subjectId)
        .where('e.action', '=', action)
        .where('e.actorId', '=', by)
        .where('e.at', '>', new Date(now.getTime() - 15 * 60_000))
        .select('e.id'),
    ),
  );

/** The same, asked by itself. */
export const savedLately = async (tx: Tx, saving: Saving, by: string, now: Date): Promise<boolean> =>
  (await tx.selectNoFrom(isSavedLately(saving, by, now).as('lately')).executeTakeFirstOrThrow()).lately;
