import { assessEgenandel } from '#lib/domain/money/egenandel';
import { egenandelRule, type RuleSet } from '#lib/domain/setup/rules';
import type { Task, TaskKind } from '#lib/domain/start';
import type { DispensationRule } from '#lib/domain/states';
import { titleAsSent } from '#lib/db/behovsmelding/as-sent';
import { sql, type Tx } from '#lib/db/client';
import { isUndated, lastDayToSend, waitsToBeSent } from '#lib/db/behovsmelding/last-day';

interface Parties {
  owners: string[];
  uh: string[];
}
/** Those one acts for; of them those one writes for, and those one leads. */
interface Owners {
  owners: string[];
  writes: string[];
  leads: string[];
}
type NeedRow = {
  id: string;
  title: string;
  state: string;
  returned: string;
  declined: string;
  asker: string | null;
  ownerId: string;
  due: Date;
  undated: boolean;
  owner: bigint | null;
  uh: bigint | null;
  egenandel: bigint | null;
} & RuleSet;

const kroner = (sum: bigint | null): number | null => (sum === null ? null : Number(sum));

/** The needs that wait for these owners to go on with and can still be sent: drafts and returned ones, each with its own last day. */
export async function findBehovsmeldingTasks(tx: Tx, { owners, writes, leads }: Owners, now: Date): Promise<Task[]> {
  if (owners.length === 0) return [];
  const rows = await tx.$queryRaw<NeedRow[]>`
    SELECT s.*, b.id, b.title, b.state, b."returnComment" AS returned, b."declineComment" AS declined, b."ownerId", (SELECT u.name FROM "User" u WHERE u.id = b."readyById") AS asker, ${lastDayToSend(sql`b`)} AS due, ${isUndated(sql`b`)} AS undated, b."askedNetwork" AS owner, b."askedUh" AS uh, b."plannedEgenandel" AS egenandel
    FROM "Behovsmelding" b JOIN "Round" r ON r.id = b."roundId" JOIN "RuleSet" s ON s.id = r."ruleSetId"
    WHERE b."ownerId" = ANY(${owners}) AND ${waitsToBeSent(sql`b`, now)} ORDER BY due, b.number LIMIT 50`;
  return rows.flatMap((row) => {
    const kind = behovsmeldingKind(row, { writes, leads });
    if (kind === null) return [];
    const { missing } = assessEgenandel(
      { owner: kroner(row.owner), uh: kroner(row.uh), egenandel: kroner(row.egenandel) },
      egenandelRule(row),
    );
    const note = kind === 'need-approve' ? (row.asker ?? '') : kind === 'need-declined' ? row.declined : row.returned;
    return [
      { kind, id: row.id, title: row.title, due: row.due, undated: row.undated, count: 0, kroner: missing, note },
    ];
  });
}

/** What a need asks of the reader; null where it waits for another: who only writes for the owner waits for the leader they have asked. */
function behovsmeldingKind(
  { asker, ownerId, declined, state }: NeedRow,
  { writes, leads }: Pick<Owners, 'writes' | 'leads'>,
): TaskKind | null {
  if (asker !== null && leads.includes(ownerId)) return 'need-approve';
  if (asker !== null && writes.includes(ownerId)) return null;
  if (declined !== '' && writes.includes(ownerId)) return 'need-declined';
  return state === 'returned' ? 'need-returned' : 'need-draft';
}

/** The halves of annual reports these organisations have not filed, and whether another half of the same report is. */
export async function findHalfTasks(tx: Tx, { owners, uh }: Parties): Promise<Task[]> {
  if (owners.length + uh.length === 0) return [];
  const rows = await tx.$queryRaw<
    { id: string; title: string; state: string; note: string; due: Date; year: number }[]
  >`
    SELECT a.id, t.title, h.state, h."returnComment" AS note, a."dueOn" AS due, a.year
    FROM "ReportHalf" h JOIN "AnnualReport" a ON a.id = h."reportId" JOIN "Tiltak" t ON t.id = a."tiltakId"
    WHERE h.state IN ('open', 'returned') AND ((h.side = 'owner' AND h."organisationId" = ANY(${owners})) OR (h.side = 'uh' AND h."organisationId" = ANY(${uh})))
    ORDER BY a."dueOn", t.reference LIMIT 50`;
  return rows.map(({ state, year, ...row }) => ({
    ...row,
    kind: state === 'returned' ? ('report-returned' as const) : ('report-open' as const),
    count: year,
    kroner: null,
  }));
}

export interface AskedRow {
  id: string;
  rule: DispensationRule;
  title: string;
  countyId: string;
  askedById: string;
  due: Date;
}

/** The requests for an exception that nobody has answered in these counties. */
export async function findAsked(tx: Tx, counties: string[]): Promise<AskedRow[]> {
  if (counties.length === 0) return [];
  return tx.$queryRaw<AskedRow[]>`
    SELECT d.id, d.rule, coalesce(${titleAsSent(sql`b`)}, g.name, r.programme || ' ' || r.year) AS title, r."countyId", d."askedById", l."lastDay" AS due
    FROM "Dispensation" d JOIN "Round" r ON r.id = d."roundId" LEFT JOIN "Behovsmelding" b ON b.id = d."behovsmeldingId" LEFT JOIN "Region" g ON g.id = d."regionId"
      JOIN "Deadline" l ON l."roundId" = r.id AND l.kind = CASE WHEN d.rule = 'egenandel' THEN 'need' ELSE 'decision' END
    WHERE d.state = 'asked' AND r."countyId" = ANY(${counties}) ORDER BY d."askedAt", d.id LIMIT 50`;
}

export interface MyTiltak {
  id: string;
  reference: string;
  title: string;
  status: string;
  granted: number | null;
  spent: number | null;
  unspent: number | null;
}

/** The tiltak these organisations have money in: what they were granted and have reported spent, in kroner; null is unknown. */
export async function findMyTiltak(tx: Tx, { owners, uh }: Parties): Promise<MyTiltak[]> {
  const mine = [...owners, ...uh];
  if (mine.length === 0) return [];
  const rows = await tx.$queryRaw<
    (Omit<MyTiltak, 'granted' | 'spent' | 'unspent'> & { granted: bigint | null; spent: bigint | null })[]
  >`
    SELECT t.id, t.reference, t.title, t.status, g.granted,
      (SELECT CASE WHEN bool_and(h.spent IS NOT NULL) THEN sum(h.spent) END FROM "ReportHalf" h JOIN "AnnualReport" a ON a.id = h."reportId"
        WHERE a."tiltakId" = t.id AND h."organisationId" = ANY(${mine}) AND h.state IN ('filed', 'accepted')) AS spent
    FROM "Tiltak" t JOIN LATERAL (SELECT CASE WHEN bool_and(l.amount IS NOT NULL) THEN sum(l.amount) END AS granted, count(*) AS lines
        FROM "Tildeling" g JOIN "TildelingLine" l ON l."tildelingId" = g.id WHERE g."tiltakId" = t.id AND g."inForce" AND g.state IN ('approved', 'sent') AND l."receiverId" = ANY(${mine})) g ON g.lines > 0
    ORDER BY t.year DESC, t.reference DESC LIMIT 30`;
  return rows.map((row) => {
    const [granted, spent] = [kroner(row.granted), kroner(row.spent)];
    return { ...row, granted, spent, unspent: granted === null || spent === null ? null : granted - spent };
  });
}
