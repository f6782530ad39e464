import { z } from 'zod';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import type { TildelingOutcome } from '#lib/domain/states';
import { asSent, titleAsSent } from './as-sent';
import { empty, sql, type Sql, type Tx } from '#lib/db/client';
import { isShared, partiesAsSent, partiesOf, uhOf } from './partners';
import { delegatedRegions, invitedTo } from './parties';

// JSON has no dates, so those inside the aggregate are read back here.
const At = z.coerce.date();
const Dates = z.object({
  uh: z.array(
    z.object({
      sharedAt: At.nullable(),
      confirmedAt: At.nullable(),
      declinedAt: At.nullable(),
      filledAt: At.nullable(),
    }),
  ),
  parties: z.array(z.object({ confirmedAt: At.nullable() })),
  dispensations: z.array(z.object({ askedAt: At, decidedAt: At.nullable() })),
  rules: z.object({ validFrom: At, validTo: At.nullable() }),
});

/** What the policy needs to know of need `n` in round `r`. */
export const behovsmeldingParties = (
  now: Date,
): Sql => sql`r."countyId", r."forumId", ARRAY[n."ownerId"] AS "ownerIds", ${delegatedRegions(sql`n."ownerId"`, now, 'needs')} AS "delegatedRegionIds", ${invitedTo(sql`n.id`)},
      ARRAY(SELECT u."organisationId" FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id AND ${isShared}) AS "uhIds", ${partiesAsSent} AS "partyIds"`;

const list = (columns: Sql, from: Sql): Sql => sql`(SELECT coalesce(json_agg(${columns}), '[]'::json) FROM ${from})`;

/** A need with its lines, partners, dispensations, rules and round in one statement, which `beginning` may let read something else than the tables; null when there is none. */
async function read(tx: Tx, id: string, now: Date, beginning: Sql, asSentAt: Sql): Promise<Behovsmelding | null> {
  const rows = await tx.$queryRaw<Behovsmelding[]>`
    ${beginning} SELECT n.*, ${asSentAt} AS "asSentAt", ${titleAsSent(sql`n`)} AS "titleAsSent", (SELECT u.name FROM "User" u WHERE u.id = n."readyById") AS "readyByName", o.name AS "ownerName", o.kind AS "ownerKind", o.language AS "ownerLanguage", g.name AS "regionName", c.name AS "countyName", r.programme, r.year, r.state AS "roundState",
      (SELECT d."lastDay" FROM "Deadline" d WHERE d."roundId" = r.id AND d.kind = 'need') AS "needLastDay",
      (SELECT x.until FROM "LateSending" x WHERE x."roundId" = r.id AND x."organisationId" = n."ownerId") AS "lateUntil", to_json(s) AS rules,
      ${behovsmeldingParties(now)}, ${uhOf} AS uh,
      ${list(
        sql`json_build_object('side', l.side, 'receiverId', l."receiverId", 'receiverName', p.name, 'budgetYear', l."budgetYear", 'amount', l.amount, 'coordinator', l.coordinator) ORDER BY l.side, p.name, p.id, l."budgetYear"`,
        sql`"BehovsmeldingLine" l JOIN "Organisation" p ON p.id = l."receiverId" WHERE l."behovsmeldingId" = n.id`,
      )} AS lines,
      ${list(
        sql`json_build_object('id', e.id, 'budgetYear', e."budgetYear", 'kind', e.kind, 'note', e.note, 'hours', e.hours, 'rate', e.rate, 'amount', e.amount) ORDER BY e.position, e.id`,
        sql`"EgenandelLine" e WHERE e."behovsmeldingId" = n.id`,
      )} AS "egenandelLines",
      ${partiesOf} AS parties,
      sent.name AS "submittedByName", confirmed.name AS "ownerConfirmedByName", office.name AS "delegatedTo",
      (SELECT json_build_object('id', t.id, 'reference', t.reference, 'title', t.title) FROM "Tiltak" t WHERE t.id = n."changeTiltakId") AS "changeTiltak",
      ARRAY(SELECT h.name FROM "Theme" h WHERE h.id = ANY (n.themes) ORDER BY h.name) AS "themeNames",
      ${list(sql`to_json(d) ORDER BY d."askedAt", d.id`, sql`"Dispensation" d WHERE d."behovsmeldingId" = n.id`)} AS dispensations
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" JOIN "County" c ON c.id = r."countyId" JOIN "RuleSet" s ON s.id = r."ruleSetId"
      JOIN "Organisation" o ON o.id = n."ownerId" LEFT JOIN "Region" g ON g.id = n."regionId"
      LEFT JOIN "User" sent ON sent.id = n."submittedById" LEFT JOIN "User" confirmed ON confirmed.id = n."ownerConfirmedById"
      LEFT JOIN "Delegation" handed ON handed.id = n."delegationId" LEFT JOIN "Region" office ON office.id = handed."regionId"
    WHERE n.id = ${id}`;
  const [row] = rows;
  if (row === undefined) return null;
  const dates = Dates.parse(row);
  return {
    ...row,
    rules: { ...row.rules, ...dates.rules },
    uh: row.uh.map((uh, index) => ({ ...uh, ...dates.uh[index] })),
    parties: row.parties.map((party, index) => ({ ...party, ...dates.parties[index] })),
    dispensations: row.dispensations.map((one, index) => ({ ...one, ...dates.dispensations[index] })),
  };
}

/** A need as it stands; null when there is none. */
export const findBehovsmelding = (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  read(tx, id, now, empty, sql`NULL::timestamptz`);
/** A need that is completed after it was given back, as it was sent; null when it is read as it stands. */
export const findBehovsmeldingAsSent = (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  read(tx, id, now, asSent(sql`n.id = ${id}`), sql`(SELECT kept.at FROM kept)`);

/** The decision on a need, once it is approved; null before. */
export async function decisionOn(
  tx: Tx,
  needId: string,
): Promise<{ tildelingId: string; outcome: TildelingOutcome } | null> {
  const rows = await tx.$queryRaw<{ tildelingId: string; outcome: TildelingOutcome }[]>`
    SELECT id AS "tildelingId", outcome FROM "Tildeling" WHERE "behovsmeldingId" = ${needId} AND "inForce" AND state IN ('approved', 'sent')`;
  return rows[0] ?? null;
}

// Locked first and read after: what was read while waiting for another's change would be from before it.
async function lock(tx: Tx, id: string, now: Date, of: Sql): Promise<Behovsmelding | null> {
  const found = await tx.$queryRaw<
    unknown[]
  >`SELECT n.id FROM "Round" r JOIN "Behovsmelding" n ON n."roundId" = r.id WHERE n.id = ${id} ${of} FOR UPDATE OF n`;
  return found.length === 0 ? null : findBehovsmelding(tx, id, now);
}

/** Locks a need alone: for a draft, whose round nobody waits for. */
export const lockBehovsmelding = (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  lock(tx, id, now, empty);
/** Locks a need to be judged by its round, which stays as it is meanwhile. */
export const lockBehovsmeldingInRound = (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  lock(tx, id, now, sql`FOR SHARE OF r`);
/** Locks a need and its round, whose sums it changes. */
export const lockBehovsmeldingAndRound = (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  lock(tx, id, now, sql`FOR UPDATE OF r`);
