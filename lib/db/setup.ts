import { dayOf } from '#lib/domain/round/time';
import type { HeldRules, SavedRules } from '#lib/domain/setup/rules';
import type { DeadlineKind, Programme } from '#lib/domain/states';
import type { Theme } from '#lib/domain/setup/theme';
import type { EarlierRound } from '#lib/domain/setup/year';
import type { DeadlineDefault, YearlyDay } from '#lib/domain/setup/deadlines';
import type { Deadlines } from '#lib/domain/round/round';
import { empty, sql, type Sql, type Tx } from './client';
import { findOpenings, type OpeningForum } from '#lib/db/round/open';

export interface Setup {
  countyId: string;
  countyName: string;
  ruleSets: HeldRules[];
  fora: OpeningForum[];
  rounds: EarlierRound[];
  defaults: DeadlineDefault[];
  themes: Theme[];
}

type RoundRow = Omit<EarlierRound, 'deadlines'> & { days: Record<DeadlineKind, string> };

async function setup(tx: Tx, countyId: string, lock: Sql): Promise<Setup | null> {
  const [county] = await tx.$queryRaw<
    { countyName: string }[]
  >`SELECT name AS "countyName" FROM "County" c WHERE c.id = ${countyId} ${lock}`;
  const [opening] = await findOpenings(tx, [countyId]);
  if (county === undefined || opening === undefined) return null;
  const used = await tx.$queryRaw<{ id: string; rounds: number; superseded: boolean }[]>`
    SELECT s.id, (SELECT count(*)::int FROM "Round" r WHERE r."ruleSetId" = s.id) AS rounds, EXISTS (SELECT 1 FROM "RuleSet" n WHERE n."supersedesId" = s.id) AS superseded FROM "RuleSet" s WHERE s."countyId" = ${countyId}`;
  const uses = new Map(used.map((one) => [one.id, one]));
  const rows = await tx.$queryRaw<
    RoundRow[]
  >`SELECT r.programme, r.year, r."ruleSetId", r."forumId", r.budget, json_object_agg(d.kind, d."lastDay") AS days
    FROM "Round" r JOIN "Deadline" d ON d."roundId" = r.id WHERE r."countyId" = ${countyId} GROUP BY r.id ORDER BY r.year DESC, r.programme`;
  const rounds = rows.map(({ days, ...round }) => ({
    ...round,
    deadlines: Object.fromEntries(
      Object.entries(days).map(([kind, day]) => [kind, new Date(day)]),
    ) as unknown as Deadlines,
  }));
  const themes = await tx.$queryRaw<
    Theme[]
  >`SELECT id, name, "from", "to" FROM "Theme" WHERE "countyId" = ${countyId} ORDER BY "to" IS NOT NULL, name`;
  const ruleSets = opening.ruleSets.map((one) => ({
    ...one,
    rounds: uses.get(one.id)?.rounds ?? 0,
    superseded: uses.get(one.id)?.superseded ?? false,
  }));
  return { countyId, ...county, ruleSets, fora: opening.fora, defaults: opening.defaults, rounds, themes };
}

/** A county's whole set-up: its fora, rule sets, deadlines, themes and the rounds there have been. */
export const findSetup = (tx: Tx, countyId: string): Promise<Setup | null> => setup(tx, countyId, empty);
/** The same, which nobody else changes meanwhile. */
export const lockSetup = (tx: Tx, countyId: string): Promise<Setup | null> =>
  setup(tx, countyId, sql`FOR NO KEY UPDATE`);

/** Stores a rule set; the one it supersedes ends as it begins. Answers its id. */
export async function storeRules(
  tx: Tx,
  countyId: string,
  { programme, values, over, supersedes }: SavedRules,
): Promise<string> {
  if (over !== null) {
    await tx.ruleSet.update({ where: { id: over }, data: values });
    return over;
  }
  if (supersedes !== null) await tx.ruleSet.update({ where: { id: supersedes }, data: { validTo: values.validFrom } });
  const { id } = await tx.ruleSet.create({
    data: { ...values, countyId, programme, supersedesId: supersedes },
    select: { id: true },
  });
  return id;
}

/** Stores the days of a programme's deadlines in every year. */
export async function storeDeadlines(
  tx: Tx,
  countyId: string,
  programme: Programme,
  days: readonly YearlyDay[],
): Promise<void> {
  await tx.deadlineDefault.deleteMany({ where: { countyId, programme } });
  await tx.deadlineDefault.createMany({ data: days.map((one) => ({ countyId, programme, ...one })) });
}

export const insertTheme = async (tx: Tx, countyId: string, theme: { name: string; from: Date }): Promise<void> => {
  await tx.theme.create({ data: { countyId, ...theme } });
};
export const setThemeEnd = async (tx: Tx, id: string, to: Date): Promise<void> => {
  await tx.$executeRaw`UPDATE "Theme" SET "to" = ${dayOf(to)}::date WHERE id = ${id}`;
};
export const storeProgrammes = async (tx: Tx, forumId: string, programmes: readonly Programme[]): Promise<void> => {
  await tx.samarbeidsforum.update({ where: { id: forumId }, data: { programmes: [...programmes] } });
};
