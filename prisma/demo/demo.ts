import { models } from '../models';
import { calendarOf } from './calendar';
import { addFiles } from './files';
import { addMessages } from './messages';
import { addNordland } from './nordland';
import { countyThemes } from './nordland-county-themes';
import { addPeople } from './people';
import { addPeopleHistory } from './people-history';
import { persons } from './persons';
import { NORDLAND, places, TROMS_OG_FINNMARK } from './places';
import { insert, noRows, type DemoRows } from './rows';
import { ruleSets } from './rules';
import { nordlandRules } from './rules-nordland';
import { deadlineDefaults } from './setup';
import { addTromsOgFinnmark2021 } from './troms';
import { addTromsOpen } from './troms-open';

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
