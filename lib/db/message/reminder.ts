import { dayBefore, onDay } from '#lib/db/facts/dates';
import { addDays, dayAt, type Day } from '#lib/domain/day';
import { whoMay, type Whereabouts } from '#lib/domain/message/addressee';
import type { Actor } from '#lib/domain/policy/row';
import { REMINDED, REMINDED_WITHIN, type OpenThing, type ReminderKind } from '#lib/domain/message/reminder';
import { UNFILED, type DeadlineKind } from '#lib/domain/states';
import { type Expression, sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { arrayOf } from '#lib/db/values';
import { findHearers } from './hearers';
import { lastDayToSend, waitsToBeSent } from '#lib/db/behovsmelding/sending';
import { recordsOf } from './inbox';

const soon = (day: Expression<Day | null>, now: Date) =>
  sql<boolean>`${day} between ${onDay(dayAt(now))} and ${onDay(addDays(dayAt(now), REMINDED_WITHIN))}`;

async function needs(tx: Tx, now: Date): Promise<OpenThing[]> {
  const rows = await tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .where((eb) =>
      eb.or([waitsToBeSent(eb, now), eb.and([eb('n.state', '=', 'submitted'), eb('r.state', '=', 'open')])]),
    )
    .where((eb) => soon(lastDayToSend(eb), now))
    .select(['r.id as roundId', 'r.programme', 'r.year', 'n.id', 'n.title', 'n.state'])
    .select((eb) => [
      lastDayToSend(eb).as('lastDay'),
      arrayOf(
        eb
          .selectFrom('BehovsmeldingUh as u')
          .whereRef('u.behovsmeldingId', '=', 'n.id')
          .where('u.confirmedAt', 'is', null)
          .select('u.organisationId'),
      ).as('unconfirmed'),
    ])
    .orderBy('n.number')
    .execute();
  const records = await recordsOf(
    tx,
    'behovsmelding',
    rows.map(({ id }) => id),
    now,
  );
  return rows.flatMap(({ id, state, unconfirmed, ...row }): OpenThing[] => {
    const [record = {}] = records.get(id) ?? [];
    const asked: Whereabouts = { ...record, uhIds: (record.uhIds ?? []).filter((uh) => unconfirmed.includes(uh)) };
    return [
      ...(state === 'submitted' ? [] : [{ ...row, kind: 'reminder-need' as const, record }]),
      { ...row, kind: 'reminder-confirm', record: asked },
    ];
  });
}

async function halves(tx: Tx, now: Date): Promise<OpenThing[]> {
  const rows = await tx
    .selectFrom('ReportHalf as h')
    .innerJoin('AnnualReport as a', 'a.id', 'h.reportId')
    .innerJoin('Tiltak as t', 't.id', 'a.tiltakId')
    .innerJoin('Round as r', 'r.id', 't.roundId')
    .where('h.state', 'in', UNFILED)
    .where((eb) => soon(eb.ref('a.dueOn'), now))
    .select(['r.id as roundId', 'r.programme', 'a.year', 'a.dueOn as lastDay', 'a.id', 't.title'])
    .select(['h.side', 'h.organisationId', 'h.state'])
    .orderBy('t.reference')
    .orderBy('h.id')
    .execute();
  const records = await recordsOf(
    tx,
    'report',
    rows.map(({ id }) => id),
    now,
  );
  return rows.map(({ id, side, organisationId, state, ...row }) => {
    const [record = {}] = records.get(id) ?? [];
    const own =
      side === 'owner'
        ? { uhIds: [] }
        : { ownerIds: [], delegatedRegionIds: [], uhIds: organisationId === null ? [] : [organisationId] };
    return { ...row, kind: 'reminder-report', record: { ...record, state, ...own } };
  });
}

const OF_ROUND: Partial<Record<DeadlineKind, readonly ReminderKind[]>> = {
  innstilling: ['reminder-close', 'reminder-innstilling'],
  decision: ['reminder-divide', 'reminder-approve'],
};

async function rounds(tx: Tx, now: Date): Promise<OpenThing[]> {
  const rows = await tx
    .selectFrom('Round as r')
    .innerJoin('Deadline as d', 'd.roundId', 'r.id')
    .where('d.kind', 'in', ['innstilling', 'decision'])
    .where('r.imported', '=', false)
    .where((eb) => soon(eb.ref('d.lastDay'), now))
    .select(['r.id as roundId', 'r.programme', 'r.year', 'd.kind', 'd.lastDay'])
    .select((eb) =>
      arrayOf(
        eb
          .selectFrom('Tildeling as t')
          .whereRef('t.roundId', '=', 'r.id')
          .where((of) => of.ref('t.inForce'))
          .where('t.state', '=', 'proposed')
          .where('t.proposedById', 'is not', null)
          .select((eb) => sql<string>`${eb.ref('t.proposedById')}`.as('proposedById')),
      ).as('proposerIds'),
    )
    .orderBy('r.id')
    .execute();
  const records = await recordsOf(
    tx,
    'round',
    rows.map(({ roundId }) => roundId),
    now,
  );
  return rows.flatMap(({ kind, proposerIds, ...row }) =>
    (OF_ROUND[kind] ?? [])
      .filter((one) => one !== 'reminder-approve' || proposerIds.length > 0)
      .map((one) => ({ ...row, kind: one, title: '', record: { ...records.get(row.roundId)?.[0], proposerIds } })),
  );
}

/** Everything open with a deadline within two weeks, and whom the policy lets do it, each with their roles today. */
export async function findOpenThings(tx: Tx, now: Date): Promise<{ thing: OpenThing; persons: Actor[] }[]> {
  // Two portals at once remind once: the second waits here, and finds what the first has written.
  await tx.selectNoFrom(sql`pg_advisory_xact_lock(hashtext('reminder'))::text`.as('held')).execute();
  const things = [...(await needs(tx, now)), ...(await halves(tx, now)), ...(await rounds(tx, now))];
  const persons = await findHearers(
    tx,
    things.map(({ kind, record }) => REMINDED[kind].flatMap((action) => whoMay(action, record))),
    now,
  );
  return things.map((thing, n) => ({ thing, persons: persons[n] ?? [] }));
}

/** The delegations that end within two weeks, with the last day each holds. */
export const findEnding = (tx: Tx, now: Date): Promise<{ id: string; owner: string; region: string; lastDay: Day }[]> =>
  tx
    .selectFrom('Delegation as d')
    .innerJoin('Organisation as o', 'o.id', 'd.organisationId')
    .innerJoin('Region as g', 'g.id', 'd.regionId')
    .where('d.from', '<=', onDay(dayAt(now)))
    .where((eb) => soon(dayBefore(eb.ref('d.to')), now))
    .select((eb) => ['d.id', 'o.name as owner', 'g.name as region', dayBefore(eb.ref('d.to')).as('lastDay')])
    .orderBy('d.id')
    .execute();
