import type { Tx } from '#lib/db/client';
import { findForum } from '#lib/db/people/people';
import { insertRound } from '#lib/db/round/open';
import {
  insertTheme,
  lockSetup,
  setThemeEnd,
  type Setup,
  storeDeadlines,
  storeProgrammes as storeProgrammes,
  storeRules,
} from '#lib/db/setup';
import type { Notice } from '#lib/domain/message/message';
import { done } from '#lib/domain/outcome';
import { decideDeadlines as decideDeadlines } from '#lib/domain/setup/deadlines';
import {
  decideRules as decideRules,
  decideTheme as decideAdd,
  decideThemeEnd as decideEnd,
} from '#lib/domain/setup/rules';
import { decideYear as decideOpen } from '#lib/domain/setup/year';
import { AddTheme, EndTheme, OpenYear, SaveDeadlines, SaveRules, SetProgrammes } from '#lib/schema/setup';
import { command, type Entry } from './command';

const load = (tx: Tx, { countyId }: { countyId: string }): Promise<Setup | null> => lockSetup(tx, countyId);
const told = (countyId: string, details: NonNullable<Entry['details']>) => ({
  value: { countyId },
  log: [{ subjectId: countyId, roundId: null, countyId, details }],
});

/** Saves a rule set of a programme, or a newer one that supersedes it from a day. */
export const saveRules = command({
  action: 'rules.save',
  schema: SaveRules,
  load,
  decide: (before, input) => decideRules(before, input),
  save: async (tx, { countyId }, saved) => {
    const ruleSetId = await storeRules(tx, countyId, saved);
    const { programme, values, supersedes, changed } = saved;
    return told(countyId, {
      name: values.name,
      programme,
      from: values.validFrom,
      ruleSetId,
      supersedes,
      changed: changed.join(' '),
    });
  },
});

/** Saves on which days a programme's deadlines fall in every year. */
export const saveDeadlines = command({
  action: 'deadlines.save',
  schema: SaveDeadlines,
  load,
  decide: (_, input) => {
    const days = decideDeadlines(input);
    return days.kind === 'done' ? done({ programme: input.programme, days: days.value }) : days;
  },
  save: async (tx, { countyId }, { programme, days }) => {
    await storeDeadlines(tx, countyId, programme, days);
    return told(countyId, {
      programme,
      ...Object.fromEntries(days.map(({ kind, month, day, yearOffset }) => [kind, `${day}.${month}. ${yearOffset}`])),
    });
  },
});

/** Adds a theme to the county's. */
export const addTheme = command({
  action: 'theme.add',
  schema: AddTheme,
  load,
  decide: (before, input) => decideAdd(before, input),
  save: async (tx, { countyId }, { name, from }) => {
    await insertTheme(tx, countyId, { name, from });
    return told(countyId, { name, from });
  },
});

/** Ends a theme from a day. */
export const endTheme = command({
  action: 'theme.end',
  schema: EndTheme,
  load,
  decide: (before, input) => decideEnd(before, input),
  save: async (tx, { countyId }, { theme, to }) => {
    await setThemeEnd(tx, theme.id, to);
    return told(countyId, { name: theme.name, to });
  },
});

/** Says which programmes a forum handles: those the county has in use. */
export const setProgrammes = command({
  action: 'forum.set-programmes',
  schema: SetProgrammes,
  load: (tx, { id }) => findForum(tx, id),
  decide: (_, { programmes }) => done(programmes),
  save: async (tx, { id, countyId }, programmes) => {
    await storeProgrammes(tx, id, programmes);
    return {
      value: { countyId },
      log: [{ subjectId: id, roundId: null, countyId, details: { programmes: programmes.join(' ') } }],
    };
  },
});

/** Opens a year's rounds as they were planned from the last, all or none; those already open stay as they are. */
export const openYear = command({
  action: 'year.open',
  schema: OpenYear,
  load: async (tx, { countyId, year }) => {
    const found = await lockSetup(tx, countyId);
    return found === null ? null : { ...found, year };
  },
  decide: (before, input) => decideOpen(before, input),
  save: async (tx, { countyId, year }, rounds, { now }) => {
    const log: Entry[] = [];
    const tell: Notice[] = [];
    for (const round of rounds) {
      const { programme, budget, reserve, ruleSetId, deadlines } = round;
      const id = await insertRound(tx, countyId, round, now);
      log.push({
        action: 'round.open',
        subjectType: 'round',
        subjectId: id,
        roundId: id,
        countyId,
        details: { programme, year, budget, reserve, ruleSetId },
      });
      tell.push({ kind: 'round-opened', subjectId: id, details: { programme, year, lastDay: deadlines.need } });
    }
    if (rounds.length > 0)
      log.push({ subjectId: countyId, roundId: null, countyId, details: { year, rounds: rounds.length } });
    return { value: { countyId, year, opened: rounds.length }, log, tell };
  },
});
