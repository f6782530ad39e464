import { describe, expect, it } from 'vitest';
import { kept, parse, print, soundIn, typingOf, valuesIn, type FormTable } from '#lib/domain/form/table';
import { day } from '#tests/support/day';

const SHEET = {
  name: { part: 'a', kind: 'text', max: 5 },
  sum: { part: 'a', kind: 'kroner' },
  count: { part: 'a', kind: 'whole', min: 1, max: 10, otherwise: 1 },
  on: { part: 'b', kind: 'day' },
  is: { part: 'b', kind: 'tick', yes: 'ja' },
  way: { part: 'b', kind: 'choice', of: ['more', 'less'], otherwise: null },
  many: { part: 'b', kind: 'list', of: ['x', 'y'] },
  those: { part: 'b', kind: 'beside', of: { kind: 'ids' } },
} as const satisfies FormTable<'a' | 'b', never>;
const kindOf = (name: string) => (name === 'name' || name === 'sum' ? SHEET[name] : null);

describe('what is typed in a field', () => {
  it.each([
    ['text', { kind: 'text', max: 5 }, ' a\r\nb ', 'a\nb', null],
    ['text that is too long, which is kept', { kind: 'long', max: 2 }, 'abc', 'abc', 'too-long'],
    ['a character nobody means', { kind: 'text', max: 5 }, 'a\u0000', 'a\u0000', 'bad-character'],
    ['an address', { kind: 'email' }, 'kari@example.no', 'kari@example.no', null],
    ['no address', { kind: 'email' }, 'kari', 'kari', 'not-an-email'],
    ['kroner', { kind: 'kroner' }, '330 891,-', 330_891, null],
    ['no kroner, which is not 0', { kind: 'kroner' }, '', null, null],
    ['kroner with øre', { kind: 'kroner' }, '1,50', null, 'ore'],
    ['a whole number', { kind: 'whole', min: 0, max: 10 }, '010', 10, null],
    ['one too many', { kind: 'whole', min: 0, max: 10 }, '11', null, 'out-of-range'],
    ['no number', { kind: 'whole', min: 0, max: 10 }, '1.5', null, 'not-a-number'],
    ['a number that must be there', { kind: 'whole', min: 1, max: 10, otherwise: 1 }, '', 1, 'required'],
    ['no choice', { kind: 'choice', of: ['a'], otherwise: null }, '', null, null],
    [
      'no choice where one must be made',
      { kind: 'choice', of: ['a'], otherwise: 'a', must: true },
      '',
      'a',
      'not-in-list',
    ],
    ['a choice there is not', { kind: 'choice', of: ['a'], otherwise: null }, 'b', null, 'not-in-list'],
    ['an id', { kind: 'id' }, 'uh-1', 'uh-1', null],
    ['no id', { kind: 'id' }, 'uh 1', 'uh 1', 'malformed'],
    ['a tick', { kind: 'tick', yes: 'ja' }, 'ja', true, null],
    ['no tick', { kind: 'tick', yes: 'ja' }, 'nei', false, null],
  ] as const)('is %s', (_what, kind, typed, value, error) => {
    expect(parse(kind, [typed])).toEqual({ value, error });
  });

  it('is a day that some month has, from 1990 to 2100', () => {
    expect(parse({ kind: 'day' }, ['2027-02-28']).value).toEqual(day('2027-02-28'));
    for (const none of ['2027-02-31', '1989-12-31', '2101-01-01', '27-01-01', '1.2.2027'])
      expect(parse({ kind: 'day' }, [none])).toEqual({ value: null, error: 'not-a-date' });
  });

  it('is said once, where the field is no list', () => {
    expect(parse({ kind: 'text', max: 5 }, ['a', 'b'])).toEqual({ value: 'a', error: 'malformed' });
    expect(parse({ kind: 'list', of: ['x', 'y'] }, ['y', 'x'])).toEqual({ value: ['x', 'y'], error: null });
    expect(parse({ kind: 'list', of: ['x'] }, ['x', 'x'])).toEqual({ value: ['x'], error: 'too-long' });
    // A box sends «nei» in front of its tick.
    expect(parse({ kind: 'tick', yes: 'ja' }, ['nei', 'ja'])).toEqual({ value: true, error: null });
  });
});

describe('a form', () => {
  const record = {
    name: 'Kari',
    sum: 330_891,
    count: 2,
    on: day('2027-02-28'),
    is: true,
    way: 'less',
    many: ['y'],
  } as const;

  it('says what was printed in it', () => {
    expect(valuesIn(SHEET, typingOf(SHEET, record))).toEqual(record);
  });

  it('says nothing when it is empty, and what it says otherwise where it must say something', () => {
    const empty = { name: '', sum: null, count: 1, on: null, is: false, way: null, many: [] };
    expect(valuesIn(SHEET, {})).toEqual(empty);
    expect(valuesIn(SHEET, typingOf(SHEET, empty))).toEqual(empty);
  });

  it('keeps a number as it is printed, and what is no number as it was written', () => {
    expect(kept({ kind: 'kroner' }, [' 1 000,- '])).toEqual(['1000']);
    expect(kept({ kind: 'kroner' }, ['tusen'])).toEqual(['tusen']);
    expect(kept({ kind: 'tick', yes: 'ja' }, ['nei'])).toEqual([]);
    expect(print({ kind: 'kroner' }, 0)).toEqual(['0']);
  });

  it('is told field by field what is wrong, and of a name that is none, that it is malformed', () => {
    expect(soundIn(kindOf, { name: ['abcdef'], sum: ['1'], constructor: ['x'], __proto__x: ['y'] })).toEqual({
      sound: { sum: ['1'] },
      wrong: { name: 'too-long', constructor: 'malformed', __proto__x: 'malformed' },
    });
  });
});
