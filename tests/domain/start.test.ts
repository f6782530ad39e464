import { expect, test } from 'vitest';
import type { Day } from '#lib/domain/day';
import type { Actor } from '#lib/domain/policy/row';
import { byDeadline, roundTasks, type DeskRound, type Task } from '#lib/domain/start';
import { day } from '#tests/support/day';

const NOW = new Date('2027-01-15T10:00:00.000Z');
const round: DeskRound = {
  id: 'r',
  countyId: 'nordland',
  countyName: 'Nordland',
  forumId: 'f',
  programme: 'DEKOMP',
  year: 2027,
  state: 'open',
  budget: 4_000_000,
  needDue: day('2027-02-01'),
  innstillingDue: day('2027-03-15'),
  decisionDue: day('2027-04-30'),
  reportDue: day('2028-02-01'),
  proposerIds: [],
  submitted: 5,
  recommended: 0,
  proposed: 0,
  proposedSum: 0,
  returned: 0,
  filed: 0,
  counts: { sent: 5, recommended: 0, proposed: 0, approved: 0, halves: 0, accepted: 0 },
};
const secretariat = (forumId: string): Actor => ({
  userId: 'u',
  name: 'Signe',
  grants: [{ role: 'secretariat', organisationId: null, regionId: null, countyId: 'nordland', forumId }],
});

test('the secretariat prepares the innstilling while needs come in, and writes it when the round is closed', () => {
  expect(roundTasks(round, secretariat('f'), NOW)).toMatchObject([
    { kind: 'innstilling-next', count: 5, due: day('2027-03-15') },
  ]);
  expect(roundTasks({ ...round, state: 'closed' }, secretariat('f'), NOW).map(({ kind }) => kind)).toEqual([
    'innstilling-make',
  ]);
});

test('nothing waits for the secretariat of another forum, nor while no need is sent', () => {
  expect(roundTasks(round, secretariat('another'), NOW)).toEqual([]);
  expect(roundTasks({ ...round, submitted: 0 }, secretariat('f'), NOW)).toEqual([]);
});

test('what comes first is due first; of the same day, what others wait for, and last what is being written', () => {
  const task = (kind: Task['kind'], title: string, due: Day | null): Task => ({
    kind,
    id: title,
    title,
    due,
    count: 0,
    kroner: null,
    note: '',
    round: { programme: 'DEKOMP', countyName: 'Nordland', year: 2027 },
  });
  const tasks = [
    task('delegation-ending', 'E', null),
    task('need-draft', 'A', round.needDue),
    task('need-approve', 'B', round.needDue),
    task('need-write', 'D', day('2027-01-20')),
    task('need-returned', 'Å', round.needDue),
  ];
  expect(tasks.sort(byDeadline).map(({ title }) => title)).toEqual(['D', 'B', 'Å', 'A', 'E']);
});
