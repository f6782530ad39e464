import { describe, expect, it } from 'vitest';
import { cellName, columnOf, coordinatorName, kindNamed, named } from '#lib/domain/behovsmelding/names';
import { languageName } from '#lib/domain/form/table';

describe('a name in the form', () => {
  it('is read as it was made', () => {
    expect(named(cellName('uh', 'uh-1', 2027))).toEqual({
      of: 'lines',
      side: 'uh',
      receiverId: 'uh-1',
      budgetYear: 2027,
    });
    expect(named(coordinatorName(2028))).toEqual({ of: 'coordinator', budgetYear: 2028 });
    expect(named(languageName('goals'))).toEqual({ of: 'lang', text: 'goals' });
    expect(named('egenandel.ny1.hours')).toEqual({ of: 'egenandel', row: 'ny1', part: 'hours' });
    expect(named('title')).toEqual({ of: 'form', field: 'title' });
  });

  it.each([
    'lines.other_uh-1_2027',
    'lines.uh_u h_2027',
    'lines.uh_uh-1_27',
    'lines.uh_uh_1_2027',
    'coordinator.27',
    'lang.title',
    'lang.goals.x',
    'egenandel.ny',
    'uh.ny.contact.x',
    'constructor',
    '__proto__',
    '',
  ])('is none, and typed in no way: %j', (name) => {
    expect([named(name), kindNamed(name), columnOf(name)]).toEqual([null, null, null]);
  });

  it('is typed in no way where the row has no such part, and where it stands for all the rows', () => {
    for (const name of ['egenandel.ny.constructor', 'uh.ny.hours', 'lines', 'coordinator', 'egenandel', 'uh'])
      expect(kindNamed(name)).toBeNull();
    expect(kindNamed('parties')).toEqual({ kind: 'ids' });
    expect(kindNamed('egenandel.ny.hours')).toMatchObject({ kind: 'whole', max: 1_000_000 });
  });

  it('has a column of its own, but for rows; the languages have one together', () => {
    expect(['title', 'lang.goals', 'parties', 'lines.uh_uh_2027', 'uh.uh.contact'].map(columnOf)).toEqual([
      'title',
      'languages',
      null,
      null,
      null,
    ]);
  });
});
