import { sql } from 'kysely';
import type { Day } from '#lib/domain/day';
import type { HeldRules, SavedRules, Theme } from '#lib/domain/setup/rules';
import type { Programme } from '#lib/domain/states';
import type { EarlierRound } from '#lib/domain/setup/year';
import type { DeadlineDefault, YearlyDay } from '#lib/domain/setup/deadlines';
import type { Deadlines } from '#lib/domain/round/round';
import type { Tx } from './client';
import { countOf, newId } from './values';
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

const county = (tx: Tx, id: string) =>
  tx.selectFrom('County').where('id', '=', id).select(['id as countyId', 'name as countyName']);

async function around(tx: Tx, found: { countyId: string; countyName: string } | undefined): Promise<Setup | null> {
  const [opening] = found === undefined ? [] : await findOpenings(tx, [found.countyId]);
  if (found === undefined || opening === undefined) return null;
  const used = await tx
    .selectFrom('RuleSet as s')
    .where('s.countyId', '=', found.countyId)
    .select('s.id')
    .select((eb) => [
      countOf(eb.selectFrom('Round as r').whereRef('r.ruleSetId', '=', 's.id')).as('rounds'),
      sql<boolean>`exists ${eb.selectFrom('RuleSet as n').whereRef('n.supersedesId', '=', 's.id').select('n.id')}`.as(
        'superseded',
      ),
    ])
    .execute();
  const uses = new Map(used.map((one) => [one.id, one]));
  const rounds = await tx
    .selectFrom('Round as r')
    .innerJoin('Deadline as d', 'd.roundId', 'r.id')
    .where('r.countyId', '=', found.countyId)
    .groupBy('r.id')
    .select(['r.programme', 'r.year', 'r.ruleSetId', 'r.forumId', 'r.budget'])
    .select((eb) => sql<Deadlines>`json_object_agg(${eb.ref('d.kind')}, ${eb.ref('d.lastDay')})`.as('deadlines'))
    .orderBy('r.year', 'desc')
    .orderBy('r.programme')
    .execute();
  const themes = await tx
    .selectFrom('Theme')
    .where('countyId', '=', found.countyId)
    .select(['id', 'name', 'from', 'to'])
    .orderBy((eb) => eb('to', 'is not', null))
    .orderBy('name')
    .execute();
  const ruleSets = opening.ruleSets.map((one) => ({
    ...one,
    rounds: uses.get(one.id)?.rounds ?? 0,
    superseded: uses.get(one.id)?.superseded ?? false,
  }));
  return { ...found, ruleSets, fora: opening.fora, defaults: opening.defaults, rounds, themes };
}

/** A county's whole set-up: its fora, rule sets, deadlines, themes and the rounds there have been. */
export const findSetup = async (tx: Tx, countyId: string): Promise<Setup | null> =>
  around(tx, await county(tx, countyId).executeTakeFirst());
/** The same, which nobody else changes meanwhile. */
export const lockSetup = async (tx: Tx, countyId: string): Promise<Setup | null> =>
  around(tx, await county(tx, countyId).forNoKeyUpdate().executeTakeFirst());

/** Stores a rule set; the one it supersedes ends as it begins. Answers its id. */
export async function storeRules(
  tx: Tx,
  countyId: string,
  { programme, values, over, supersedes }: SavedRules,
): Promise<string> {
  if (over !== null) {
    await tx.updateTable('RuleSet').set(values).where('id', '=', over).execute();
    return over;
  }
  if (supersedes !== null)
    await tx.updateTable('RuleSet').set({ validTo: values.validFrom }).where('id', '=', supersedes).execute();
  const id = newId();
  await tx
    .insertInto('RuleSet')
    .values({ id, ...values, countyId, programme, supersedesId: supersedes })
    .execute();
  return id;
}

/** Stores the days of a programme's deadlines in every year. */
export async function storeDeadlines(
  tx: Tx,
  countyId: string,
  programme: Programme,
  days: readonly YearlyDay[],
): Promise<void> {
  await tx.deleteFrom('DeadlineDefault').where('countyId', '=', countyId).where('programme', '=', programme).execute();
  if (days.length === 0) return;
  await tx
    .insertInto('DeadlineDefault')
    .values(days.map((one) => ({ countyId, programme, ...one })))
    .execute();
}

/** Makes a theme of the county from a day. */
export const insertTheme = async (tx: Tx, countyId: string, theme: { name: string; from: Day }): Promise<void> => {
  await tx
    .insertInto('Theme')
    .values({ id: newId(), countyId, ...theme })
    .execute();
};

/** Ends a theme: `to` is the first day without it. */
export const setThemeEnd = async (tx: Tx, id: string, to: Day): Promise<void> => {
  await tx.updateTable('Theme').set({ to }).where('id', '=', id).execute();
};

/** Stores which programmes a forum deals with. */
export const storeProgrammes = async (tx: Tx, forumId: string, programmes: readonly Programme[]): Promise<void> => {
  await tx.updateTable('Samarbeidsforum').set({ programmes }).where('id', '=', forumId).execute();
};
