import { dayAt, dayOfParts, partsOfDay } from '#lib/domain/day';
import { may, type Reach } from '#lib/domain/policy/may';
import { PROGRAMMES } from '#lib/domain/states';
import { themeHolds } from '#lib/domain/setup/rules';
import { lastYear, planYear, printOf } from '#lib/domain/setup/year';
import { usualDeadlines } from '#lib/domain/setup/deadlines';
import { historyOf } from '#lib/db/log';
import { findSetup, type Setup } from '#lib/db/setup';
import type { Tx } from '#lib/db/client';
import { SetupFor } from '#lib/schema/setup';
import { listQuery } from './query';

/** The county asked for, or the first of the reader's. */
async function setupOf(tx: Tx, ways: readonly Reach[], asked: string | undefined): Promise<Setup | null> {
  const id = ways.find((way) => way.id === asked)?.id ?? ways[0]?.id;
  return id === undefined ? null : findSetup(tx, id);
}
const next = (setup: Setup, now: Date): number =>
  Math.max(partsOfDay(dayAt(now)).year, ...setup.rounds.map(({ year }) => year)) + 1;

/** A county's set-up with its history, and what the reader may change. */
export const setupPage = listQuery({
  action: 'setup.read',
  schema: SetupFor,
  find: async (tx, ways, { fylke, ordning, regler, aar }, { actor, now }) => {
    const setup = await setupOf(tx, ways, fylke);
    if (setup === null) return null;
    const today = dayAt(now);
    const inUse = PROGRAMMES.filter((programme) => setup.fora.some(({ programmes }) => programmes.includes(programme)));
    return {
      setup,
      inUse,
      now,
      today,
      edits: may(actor, 'rules.save', setup),
      nextYear: aar ?? next(setup, now),
      programme: ordning,
      rules: setup.ruleSets.find(({ id }) => id === regler) ?? null,
      themes: setup.themes.map((theme) => ({ ...theme, holds: themeHolds(theme, today) })),
      deadlines: inUse.map((programme) => ({
        programme,
        own: setup.defaults.some((one) => one.programme === programme),
        days: usualDeadlines(setup.defaults, programme, aar ?? next(setup, now)),
      })),
      history: await historyOf(tx, 'county', [setup.countyId]),
    };
  },
});
export type SetupPage = NonNullable<Awaited<ReturnType<typeof setupPage>>>;

/** The plan for a new year, made from the last: what changes, and what is missing. Nothing is stored by reading it. */
export const yearPlan = listQuery({
  action: 'setup.read',
  schema: SetupFor,
  find: async (tx, ways, { fylke, aar }, { actor, now }) => {
    const setup = await setupOf(tx, ways, fylke);
    if (setup === null) return null;
    const year = aar ?? next(setup, now);
    const plan = planYear(setup, year);
    const day = plan[0]?.now.deadlines.need ?? dayOfParts(year, 1, 1);
    return {
      setup,
      year,
      from: lastYear(setup, year),
      plan,
      seen: printOf(plan),
      opens: may(actor, 'year.open', setup),
      themes: {
        hold: setup.themes.filter((theme) => themeHolds(theme, day)),
        end: setup.themes.filter((theme) => themeHolds(theme, dayAt(now)) && !themeHolds(theme, day)),
      },
    };
  },
});
export type YearPlan = NonNullable<Awaited<ReturnType<typeof yearPlan>>>;
