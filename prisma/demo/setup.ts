import { NORDLAND } from './places';
import type { DemoRows } from './rows';

/** Nordland's own days: 1 February and 15 March by its strategy, the plan by the end of August as its rounds have had it. */
export const deadlineDefaults = (): DemoRows['deadlineDefault'] => {
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
