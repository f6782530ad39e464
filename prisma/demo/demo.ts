import { NORDLAND, places, TROMS_OG_FINNMARK } from './places';
import { type DemoRows, insert, noRows } from './rows';
import { models } from '../models';
import { addMessages, calendarOf } from './messages';
import { addFiles } from './files';
import { addNordland } from './nordland';
import { countyThemes } from './nordland-themes';
import { addPeople, persons } from './persons';
import { addPeopleHistory } from './people-history';
import { nordlandRules, ruleSets } from './rules';
import { addTromsOgFinnmark2021 } from './troms';
import { addTromsOpen } from './troms-open';

/** Nordland's own days: 1 February and 15 March by its strategy, the plan by the end of August as its rounds have had it. */
const deadlineDefaults = (): DemoRows['deadlineDefault'] => {
  const days = [
    ['need', 2, 1, 0],
    ['innstilling', 3, 15, 0],
    ['decision', 4, 30, 0],
    ['plan', 8, 31, 0],
    ['report', 2, 1, 1],
  ] as const;
  return ['DEKOMP', 'KOMPETANSELOFTET'].flatMap((programme) =>
    days.map(([kind, month, day, yearOffset]) => ({ countyId: NORDLAND, programme, kind, month, day, yearOffset })),
  );
};

/** Puts the demo into the database, as it stands on the day of `now`. Leaves a database alone that already has either county. */
export async function seedDemo(now: Date): Promise<'seeded' | 'already-there'> {
  const there = await models().county.count({ where: { id: { in: [NORDLAND, TROMS_OG_FINNMARK] } } });
  if (there > 0) return 'already-there';
  await insert(demoRows(now));
  return 'seeded';
}

/** All rows of the demo, counted from a day. */
export function demoRows(now: Date): DemoRows {
  const calendar = calendarOf(now);
  const rows: DemoRows = {
    ...noRows(),
    ...places(calendar),
    ...persons(calendar),
    ruleSet: [...ruleSets(calendar), ...nordlandRules(calendar)],
    deadlineDefault: deadlineDefaults(),
    theme: countyThemes(calendar),
  };
  addTromsOgFinnmark2021(rows, calendar);
  addNordland(rows, calendar);
  addTromsOpen(rows, calendar);
  addFiles(rows, calendar);
  addPeople(rows, calendar);
  addPeopleHistory(rows, calendar);
  addMessages(rows, calendar);
  return rows;
}
