import { onDay } from '#lib/db/facts/dates';
import { addDays, dayAt, type Day } from '#lib/domain/day';
import { isTheirs, type CalendarEvent } from '#lib/domain/message/message';
import type { Actor } from '#lib/domain/policy/row';
import { idsIn, reach } from '#lib/domain/policy/may';
import { TAKES_NEEDS, WRITTEN, type DeadlineKind } from '#lib/domain/states';
import { randomUUID } from 'node:crypto';
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import type { Tx } from '#lib/db/client';
import type { Tables } from '#lib/db/tables';
import { any } from '#lib/db/values';
import { actsFor } from '#lib/db/start/desk';
import { isShared } from '#lib/db/behovsmelding/parties';
import { isUndated, lastDayToSend } from '#lib/db/behovsmelding/sending';

/** A person's calendar address, locked while it is made or ended. */
export async function lockFeed(tx: Tx, userId: string): Promise<{ userId: string; feedId: string | null } | null> {
  const row = await tx
    .selectFrom('User as u')
    .where('u.id', '=', userId)
    .select('u.id as userId')
    .select((eb) => eb.selectFrom('CalendarFeed as f').whereRef('f.userId', '=', 'u.id').select('f.id').as('feedId'))
    .forUpdate('u')
    .executeTakeFirst();
  return row ?? null;
}

/** Gives a person a new address; an earlier one leads nowhere from now on. */
export async function renewFeed(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .insertInto('CalendarFeed')
    .values({ id: randomUUID(), userId, createdAt: now })
    .onConflict((oc) =>
      oc.column('userId').doUpdateSet((eb) => ({ id: eb.ref('excluded.id'), createdAt: eb.ref('excluded.createdAt') })),
    )
    .execute();
}

export const endFeed = async (tx: Tx, userId: string): Promise<number> =>
  Number((await tx.deleteFrom('CalendarFeed').where('userId', '=', userId).executeTakeFirstOrThrow()).numDeletedRows);

/** Whose calendar an id is of, and the language they read; null when there is none. */
export async function findFeed(tx: Tx, id: string): Promise<{ userId: string; locale: string } | null> {
  const row = await tx
    .selectFrom('CalendarFeed as f')
    .innerJoin('User as u', 'u.id', 'f.userId')
    .where('f.id', '=', id)
    .select(['f.userId', 'u.locale'])
    .executeTakeFirst();
  return row ?? null;
}

const PAGES: Readonly<Record<DeadlineKind, (roundId: string) => string>> = {
  need: () => '/behovsmeldinger',
  innstilling: (id) => `/innstillinger/${id}`,
  decision: (id) => `/runder/${id}`,
  plan: () => '/tildelinger',
  report: () => '/rapporter',
};

type Asked = (eb: ExpressionBuilder<Tables & { n: Tables['Behovsmelding'] }, 'n'>) => Expression<SqlBool>;

/**
 * The days that are these owners' alone, or of a need one is asked to: later than the round's, each once for a round.
 * A day that is moved is another event.
 */
const findOwnDays = (
  tx: Tx,
  { owners, asked, since }: { owners: readonly string[]; asked: Asked; since: Expression<Day> },
) =>
  tx
    .selectFrom((eb) =>
      eb
        .selectFrom('LateSending as x')
        .where('x.organisationId', '=', any(owners))
        .select(['x.roundId', 'x.until as lastDay', 'x.openedAt as at'])
        .unionAll(
          eb
            .selectFrom('Behovsmelding as n')
            .innerJoin('Round as r', 'r.id', 'n.roundId')
            .where('n.state', 'in', WRITTEN)
            .where((of) => of.not(isUndated(of)))
            .where((of) => of.or([of('n.ownerId', '=', any(owners)), asked(of)]))
            .select((of) => ['r.id as roundId', lastDayToSend(of).as('lastDay'), 'n.updatedAt as at']),
        )
        .as('o'),
    )
    .innerJoin('Round as r', 'r.id', 'o.roundId')
    .innerJoin('Deadline as d', (join) => join.onRef('d.roundId', '=', 'r.id').on('d.kind', '=', 'need'))
    .where('r.state', 'in', TAKES_NEEDS)
    .whereRef('o.lastDay', '>', 'd.lastDay')
    .where('o.lastDay', '>=', since)
    .groupBy(['r.id', 'o.roundId', 'o.lastDay'])
    .select((eb) => [
      sql<string>`${eb.ref('o.roundId')} || '-' || ${eb.ref('o.lastDay')}`.as('id'),
      sql<DeadlineKind>`'need'`.as('kind'),
      sql<null>`null`.as('title'),
      sql<number>`1`.as('version'),
      eb.fn.min('o.at').as('movedAt'),
    ])
    .select(['r.programme', 'r.year', 'o.lastDay', 'r.id as roundId'])
    .orderBy('o.lastDay')
    .orderBy('r.id')
    .execute();

const roundDays = (tx: Tx, since: Expression<Day>) =>
  tx
    .selectFrom('Deadline as d')
    .innerJoin('Round as r', 'r.id', 'd.roundId')
    .where('d.lastDay', '>=', since)
    .select(['d.id', 'd.kind', 'r.programme', 'r.year', sql<null>`null`.as('title'), 'd.lastDay'])
    .select(['d.version', 'd.movedAt', 'r.id as roundId', 'r.countyId', 'r.forumId'])
    .orderBy('d.lastDay')
    .orderBy('d.id');

/** The deadlines of a person's rounds and reports, from a year back and on. */
export async function findCalendar(tx: Tx, actor: Actor, now: Date): Promise<CalendarEvent[]> {
  const since = onDay(addDays(dayAt(now), -365));
  const ways = reach(actor, 'round.read');
  const rounds = await roundDays(tx, since)
    .where('r.imported', '=', false)
    .where((eb) =>
      eb.or([eb('r.countyId', '=', any(idsIn(ways, 'county'))), eb('r.forumId', '=', any(idsIn(ways, 'forum')))]),
    )
    .execute();
  const parties = await actsFor(tx, actor, now);
  // A UH and those asked to a need see no rounds; the day of one is theirs when a need there is.
  const asked: Asked = (eb) => {
    const uh = eb
      .selectFrom('BehovsmeldingUh as u')
      .whereRef('u.behovsmeldingId', '=', 'n.id')
      .where('u.organisationId', '=', any(parties.uh))
      .where((of) => isShared(of))
      .select('u.organisationId');
    const contributor = eb
      .selectFrom('Contributor as c')
      .whereRef('c.behovsmeldingId', '=', 'n.id')
      .where('c.userId', '=', actor.userId)
      .where('c.endedAt', 'is', null)
      .select('c.id');
    return eb.or([eb.exists(uh), eb.exists(contributor)]);
  };
  const named = await roundDays(tx, since)
    .where('d.kind', '=', 'need')
    .where((eb) =>
      eb.exists(eb.selectFrom('Behovsmelding as n').whereRef('n.roundId', '=', 'r.id').where(asked).select('n.id')),
    )
    .execute();
  const own = await findOwnDays(tx, { owners: parties.needs, asked, since });
  const reports = await tx
    .selectFrom('AnnualReport as a')
    .innerJoin('Tiltak as t', 't.id', 'a.tiltakId')
    .innerJoin('Round as r', 'r.id', 't.roundId')
    .where('r.imported', '=', false)
    .where('a.dueOn', '>=', since)
    .where((of) =>
      of.exists(
        of
          .selectFrom('ReportHalf as h')
          .whereRef('h.reportId', '=', 'a.id')
          .where((eb) =>
            eb.or([
              eb.and([eb('h.side', '=', 'owner'), eb('h.organisationId', '=', any(parties.reports))]),
              eb.and([eb('h.side', '=', 'uh'), eb('h.organisationId', '=', any(parties.uh))]),
            ]),
          )
          .select('h.id'),
      ),
    )
    .select(['a.id', sql<DeadlineKind>`'report'`.as('kind'), 'r.programme', 'a.year', 't.title', 'a.dueOn as lastDay'])
    .select(['a.version', 'a.movedAt', 'r.id as roundId'])
    .orderBy('a.dueOn')
    .orderBy('t.reference')
    .orderBy('a.id')
    .execute();
  const theirs = rounds.filter((row) => isTheirs(actor, row.kind, row));
  const there = new Set(theirs.map(({ id }) => id));
  return [...theirs, ...named.filter(({ id }) => !there.has(id)), ...own, ...reports].map((row) => ({
    id: row.id,
    kind: row.kind,
    programme: row.programme,
    year: row.year,
    title: row.title,
    lastDay: row.lastDay,
    version: row.version,
    movedAt: row.movedAt,
    page: row.title === null ? PAGES[row.kind](row.roundId) : `/rapporter/${row.id}`,
  }));
}
