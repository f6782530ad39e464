import { osloDay } from '#lib/domain/round/time';
import { assessEgenandel } from '#lib/domain/money/egenandel';
import {
  ownerAnswer,
  type DeskBehovsmelding,
  type DeskOwner,
  type DeskRoundChoice,
} from '#lib/domain/behovsmelding/desk';
import { answerOf } from '#lib/domain/behovsmelding/uh';
import { egenandelRule, type RuleSet } from '#lib/domain/setup/rules';
import type { BehovsmeldingState } from '#lib/domain/states';
import { sql, type Tx } from '#lib/db/client';
import { isUndated, lastDayToSend } from './last-day';
import { holdsToday, isDelegated } from './parties';

/** The owners that have handed their needs to these regions, and the day from which none of it holds any more. */
export const deskOwners = (tx: Tx, regions: readonly string[], now: Date): Promise<DeskOwner[]> => tx.$queryRaw`
  SELECT o.id, o.name, o."countyId", (SELECT d."to" FROM "Delegation" d WHERE d."organisationId" = o.id AND d."regionId" = ANY (${[...regions]}::text[]) AND ${holdsToday(now, 'needs')} ORDER BY d."to" DESC NULLS FIRST LIMIT 1) AS until
  FROM "Organisation" o WHERE o."countyId" IS NOT NULL AND ${isDelegated(sql`o.id`, regions, now, 'needs')} ORDER BY o.name, o.id`;

export type DeskRules = DeskRoundChoice & { rules: RuleSet };

/** The rounds in these counties that somebody may still write needs for: open ones, and closed ones, where what is returned is put right. */
export async function deskRounds(tx: Tx, counties: readonly string[], now: Date): Promise<DeskRules[]> {
  const rows = await tx.$queryRaw<(RuleSet & { roundId: string; year: number; state: string; needLastDay: Date })[]>`
    SELECT s.*, r.id AS "roundId", r.year, r.state, d."lastDay" AS "needLastDay"
    FROM "Round" r JOIN "RuleSet" s ON s.id = r."ruleSetId" JOIN "Deadline" d ON d."roundId" = r.id AND d.kind = 'need'
    WHERE r.state IN ('open', 'closed') AND r."countyId" = ANY (${[...counties]}::text[]) ORDER BY r.year, r.programme, r.id`;
  return rows.map(({ roundId, year, state, needLastDay, ...rules }) => ({
    id: roundId,
    countyId: rules.countyId,
    programme: rules.programme,
    year,
    needLastDay,
    open: state === 'open' && needLastDay >= new Date(osloDay(now)),
    rules,
  }));
}

type Row = {
  id: string;
  title: string;
  state: BehovsmeldingState;
  ownerId: string;
  needLastDay: Date;
  undated: boolean;
  missing: number;
  network: bigint | null;
  uhAsked: bigint | null;
  planned: bigint | null;
  delegationId: string | null;
  ownerConfirmedAt: Date | null;
  ownerObjection: string;
  uh: { name: string; sharedAt: string | null; confirmedAt: string | null; declinedAt: string | null }[];
};
const kroner = (sum: bigint | null): number | null => (sum === null ? null : Number(sum));
const at = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** What these owners have under way in a round, by number: what is missing in each, and what its UH and its owner have answered. */
export async function deskBehovsmeldinger(
  tx: Tx,
  { id: roundId, programme, year, rules }: DeskRules,
  owners: readonly string[],
): Promise<DeskBehovsmelding[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT b.id, b.title, b.state, b."ownerId", ${lastDayToSend(sql`b`)} AS "needLastDay", ${isUndated(sql`b`)} AS undated, b.missing, b."askedNetwork" AS network, b."askedUh" AS "uhAsked", b."plannedEgenandel" AS planned,
      b."delegationId", b."ownerConfirmedAt", b."ownerObjection",
      (SELECT coalesce(json_agg(json_build_object('name', p.name, 'sharedAt', u."sharedAt", 'confirmedAt', u."confirmedAt", 'declinedAt', u."declinedAt") ORDER BY p.name), '[]'::json)
        FROM "BehovsmeldingUh" u JOIN "Organisation" p ON p.id = u."organisationId" WHERE u."behovsmeldingId" = b.id) AS uh
    FROM "Behovsmelding" b JOIN "Round" r ON r.id = b."roundId" WHERE b."roundId" = ${roundId} AND b."ownerId" = ANY (${[...owners]}::text[]) AND b.state IN ('draft', 'submitted', 'returned') ORDER BY b.number`;
  return rows.map((row) => {
    const { status, missing } = assessEgenandel(
      { owner: kroner(row.network), uh: kroner(row.uhAsked), egenandel: kroner(row.planned) },
      egenandelRule(rules),
    );
    const uh = row.uh.map(({ name, sharedAt, confirmedAt, declinedAt }) => ({
      name,
      answer: answerOf({ sharedAt: at(sharedAt), confirmedAt: at(confirmedAt), declinedAt: at(declinedAt) }, row),
    }));
    return {
      id: row.id,
      title: row.title,
      state: row.state,
      ownerId: row.ownerId,
      roundId,
      programme,
      year,
      needLastDay: row.needLastDay,
      undated: row.undated,
      missing: row.missing,
      egenandel: status,
      egenandelMissing: missing,
      uh,
      owner: ownerAnswer(row),
    };
  });
}
