import type { Task, TaskKind } from '#lib/domain/start';
import { isShared } from './need-partners';
import { lastDayToSend } from './last-day';
import { sql, type Sql, type Tx } from './client';

/** Whose tasks: the owners somebody writes for, those they lead, those that have handed their needs to them, and their UH. */
interface For {
  owners: readonly string[];
  leads: readonly string[];
  handed: readonly string[];
  uh: readonly string[];
}

const NEED = sql`"Behovsmelding" n JOIN "Round" r ON r.id = n."roundId"`;
const PARTNER = sql`${NEED} JOIN "BehovsmeldingUh" u ON u."behovsmeldingId" = n.id JOIN "Organisation" p ON p.id = u."organisationId"`;
const PARTY = sql`${NEED} JOIN "BehovsmeldingParty" b ON b."behovsmeldingId" = n.id JOIN "Organisation" p ON p.id = b."organisationId"`;
const OWNER = sql`${NEED} JOIN "Organisation" p ON p.id = n."ownerId"`;
const UNDER_WAY = sql`r.state IN ('open', 'closed', 'recommended')`;
const SENT = sql`n.state IN ('submitted', 'recommended') AND ${UNDER_WAY}`;
/** The years for which UH `u` has written an amount, of those need `n` asks for. */
const FILLED = sql`(SELECT count(l.amount) FROM "BehovsmeldingLine" l WHERE l."behovsmeldingId" = n.id AND l.side = 'uh' AND l."receiverId" = u."organisationId"
  AND l."budgetYear" >= r.year AND l."budgetYear" < r.year + n.years)`;
const any = (ids: readonly string[]): Sql => sql`ANY(${[...ids]}::text[])`;

/** What waits between an owner and its partners: answers to give, parts to fill in, and answers that came. */
export async function findPartnerTasks(tx: Tx, { owners, leads, handed, uh }: For): Promise<Task[]> {
  if (owners.length + leads.length + uh.length === 0) return [];
  const one = (kind: TaskKind, note: Sql, from: Sql): Sql =>
    sql`SELECT ${kind} AS kind, n.id, n.title, ${lastDayToSend(sql`n`)} AS due, n.number, ${note} AS note, p.name AS who FROM ${from}`;
  const rows = await tx.$queryRaw<(Pick<Task, 'id' | 'title' | 'due' | 'note'> & { kind: TaskKind; who: string })[]>`
    ${one(
      'need-confirm',
      sql`''`,
      sql`${PARTNER} WHERE u."organisationId" = ${any(uh)} AND ${isShared} AND u."confirmedAt" IS NULL AND u."declinedAt" IS NULL
      AND n.state IN ('draft', 'returned', 'submitted', 'recommended') AND ${UNDER_WAY}`,
    )}
    UNION ALL ${one(
      'need-uh-part',
      sql`''`,
      sql`${PARTNER} WHERE u."organisationId" = ${any(uh)} AND ${isShared} AND u."confirmedAt" IS NOT NULL AND n.state IN ('draft', 'returned')
      AND r.state IN ('open', 'closed') AND (u.plan = '' OR ${FILLED} < n.years)`,
    )}
    UNION ALL ${one('need-uh-declined', sql`u."declineReason"`, sql`${PARTNER} WHERE n."ownerId" = ${any(owners)} AND u."declinedAt" IS NOT NULL AND n.state IN ('draft', 'returned', 'submitted') AND r.state IN ('open', 'closed')`)}
    UNION ALL ${one('need-owner-confirm', sql`n."ownerObjection"`, sql`${OWNER} WHERE n."ownerId" = ${any(leads)} AND n."delegationId" IS NOT NULL AND n."ownerConfirmedAt" IS NULL AND ${SENT}`)}
    UNION ALL ${one('need-owner-confirm', sql`b.objection`, sql`${PARTY} WHERE b."organisationId" = ${any(leads)} AND b."confirmedAt" IS NULL AND ${SENT}`)}
    UNION ALL ${one('need-owner-objected', sql`n."ownerObjection"`, sql`${OWNER} WHERE n."ownerId" = ${any(handed)} AND n."ownerObjection" <> '' AND ${SENT}`)}
    UNION ALL ${one('need-owner-objected', sql`b.objection`, sql`${PARTY} WHERE n."ownerId" = ${any(owners)} AND b.objection <> '' AND ${SENT}`)}
    ORDER BY due, number, kind LIMIT 50`;
  return rows.map(({ kind, id, title, due, note, who }) => ({
    kind,
    id,
    title,
    due,
    note,
    who,
    count: 0,
    kroner: null,
  }));
}
