import { whoMay, type Whereabouts } from '#lib/domain/message/addressee';
import { osloDay } from '#lib/domain/round/time';
import type { Actor } from '#lib/domain/policy/actor';
import { REMINDED, type OpenThing, type ReminderKind } from '#lib/domain/message/reminder';
import type { DeadlineKind } from '#lib/domain/states';
import { sql, type Sql, type Tx } from '#lib/db/client';
import { findHearers } from './tell';
import { lastDayToSend, waitsToBeSent } from '#lib/db/behovsmelding/last-day';
import { recordsOf } from './inbox';

type Place = Pick<OpenThing, 'roundId' | 'programme' | 'year' | 'lastDay'>;
type NeedRow = Place & { id: string; title: string; state: string; unconfirmed: string[] };
type HalfRow = Place & { id: string; title: string; side: string; organisationId: string | null; state: string };
type RoundRow = Place & { kind: DeadlineKind; proposerIds: string[] };

const PLACE = sql`r.id AS "roundId", r.programme`;
const soon = (column: Sql, now: Date): Sql =>
  sql`${column} BETWEEN ${osloDay(now)}::date AND ${osloDay(now)}::date + 14`;

async function needs(tx: Tx, now: Date): Promise<OpenThing[]> {
  const lastDay = lastDayToSend(sql`n`);
  const rows = await tx.$queryRaw<NeedRow[]>`
    SELECT ${PLACE}, r.year, ${lastDay} AS "lastDay", n.id, n.title, n.state, ARRAY(SELECT u."organisationId" FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id AND u."confirmedAt" IS NULL) AS unconfirmed
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId"
    WHERE (${waitsToBeSent(sql`n`, now)} OR n.state = 'submitted' AND r.state = 'open') AND ${soon(lastDay, now)} ORDER BY n.number`;
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
  const rows = await tx.$queryRaw<HalfRow[]>`
    SELECT ${PLACE}, a.year, a."dueOn" AS "lastDay", a.id, t.title, h.side, h."organisationId", h.state
    FROM "ReportHalf" h JOIN "AnnualReport" a ON a.id = h."reportId" JOIN "Tiltak" t ON t.id = a."tiltakId" JOIN "Round" r ON r.id = t."roundId"
    WHERE h.state IN ('open', 'returned') AND ${soon(sql`a."dueOn"`, now)} ORDER BY t.reference, h.id`;
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
  const rows = await tx.$queryRaw<RoundRow[]>`
    SELECT ${PLACE}, r.year, d.kind, d."lastDay", ARRAY(SELECT t."proposedById" FROM "Tildeling" t WHERE t."roundId" = r.id AND t."inForce" AND t.state = 'proposed' AND t."proposedById" IS NOT NULL) AS "proposerIds"
    FROM "Round" r JOIN "Deadline" d ON d."roundId" = r.id WHERE d.kind IN ('innstilling', 'decision') AND NOT r.imported AND ${soon(sql`d."lastDay"`, now)} ORDER BY r.id`;
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
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('reminder'))::text`;
  const things = [...(await needs(tx, now)), ...(await halves(tx, now)), ...(await rounds(tx, now))];
  const persons = await findHearers(
    tx,
    things.map(({ kind, record }) => REMINDED[kind].flatMap((action) => whoMay(action, record))),
    now,
  );
  return things.map((thing, n) => ({ thing, persons: persons[n] ?? [] }));
}

/** The delegations that end within two weeks, with the last day each holds. */
export const findEnding = (
  tx: Tx,
  now: Date,
): Promise<{ id: string; owner: string; region: string; lastDay: Date }[]> => tx.$queryRaw`
  SELECT d.id, o.name AS owner, g.name AS region, d."to" - 1 AS "lastDay" FROM "Delegation" d JOIN "Organisation" o ON o.id = d."organisationId" JOIN "Region" g ON g.id = d."regionId"
  WHERE d."from" <= ${osloDay(now)}::date AND ${soon(sql`d."to" - 1`, now)} ORDER BY d.id`;
