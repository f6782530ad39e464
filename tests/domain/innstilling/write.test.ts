import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InnstillingLine } from '#lib/domain/innstilling/innstilling';
import { kindInInnstilling, lineAt, lineField } from '#lib/domain/innstilling/form';
import {
  decideInnstilling,
  innstillingDraftIn,
  tidiedDraft,
  typingOfDraft,
  UNWRITTEN,
  type InnstillingDraft,
} from '#lib/domain/innstilling/write';
import { soundIn } from '#lib/domain/form/table';
import type { Typing } from '#lib/domain/form/merge';
import { SaveInnstilling } from '#lib/schema/innstilling';
import { day } from '#tests/support/day';

const line = (needId: string, change: Partial<InnstillingLine> = {}): InnstillingLine => ({
  needId,
  priority: null,
  network: null,
  uh: null,
  reason: '',
  dissent: '',
  ...change,
});
const draft: InnstillingDraft = {
  meetingOn: day('2027-03-10'),
  decisionForm: 'vote',
  note: 'Merknad',
  lines: [line('a', { priority: 1, network: 0, reason: 'Ikke modent.' })],
};
const save = (before: InnstillingDraft, typed: Typing, began: Typing = {}) =>
  decideInnstilling({ draft: before, needIds: ['a', 'b'] }, { typed, began });

describe('the form of a draft', () => {
  it('says what the record says, and 0 kroner is an amount', () => {
    expect(typingOfDraft(draft)).toEqual({
      meetingOn: ['2027-03-10'],
      decisionForm: ['vote'],
      note: ['Merknad'],
      'priority-a': ['1'],
      'network-a': ['0'],
      'reason-a': ['Ikke modent.'],
    });
    expect(typingOfDraft(UNWRITTEN)).toEqual({ decisionForm: ['agreement'] });
  });
  it('gives the same record back, whatever it says', () => {
    const amount = fc.option(fc.nat(2_000_000_000));
    const text = fc.stringMatching(/^[a-zæøå .\n]{0,40}$/).map((written) => written.trim());
    const one = fc.record({
      needId: fc.constantFrom('a', 'b'),
      priority: fc.option(fc.integer({ min: 1, max: 9999 })),
      network: amount,
      uh: amount,
      reason: text,
      dissent: text,
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ needId }) => needId }), text, (lines, note) => {
        expect(
          innstillingDraftIn(
            typingOfDraft({ ...draft, note, lines }),
            lines.map(({ needId }) => needId),
          ),
        ).toEqual({ ...draft, note, lines });
      }),
    );
  });
  it('keeps an amount as whole kroner however it is typed, and what is no amount as it is', () => {
    expect(tidiedDraft({ 'network-a': ['450.000 kr'], 'uh-a': ['mye'], 'priority-a': [' 02 '], note: [' '] })).toEqual({
      'network-a': ['450000'],
      'uh-a': ['mye'],
      'priority-a': ['2'],
    });
  });
  it.each([
    ['reason', null],
    ['reason-', null],
    ['reason-a b', null],
    ['meetingOn-a', null],
    ['__proto__-a', null],
    ['reason-a-b', { field: 'reason', needId: 'a-b' }],
  ])('reads %s as a line’s field or none', (name, at) => {
    expect(lineAt(name)).toEqual(at);
  });
});

describe('saving a draft', () => {
  it('takes what is changed, and gives only the lines it touches', () => {
    expect(save(draft, { 'reason-b': ['Godt begrunnet.'], 'uh-b': ['300 000'] })).toMatchObject({
      kind: 'done',
      value: {
        fields: ['reason-b', 'uh-b'],
        lines: [line('b', { reason: 'Godt begrunnet.', uh: 300_000 })],
        note: 'Merknad',
        wrong: {},
        clashes: {},
      },
    });
  });
  it('keeps what others have written elsewhere in the same line', () => {
    expect(save(draft, { 'dissent-a': ['Bodø er uenig.'] })).toMatchObject({
      value: { lines: [line('a', { priority: 1, network: 0, reason: 'Ikke modent.', dissent: 'Bodø er uenig.' })] },
    });
  });
  it('tells of a field that another has changed too, and takes the rest', () => {
    expect(save(draft, { 'reason-a': ['Utsettes.'], note: ['Ny'] }, { note: ['Merknad'] })).toMatchObject({
      value: { fields: ['note'], lines: [], note: 'Ny', clashes: { 'reason-a': ['Ikke modent.'] } },
    });
  });
  it('takes nothing for a need that is no longer sent in the round, and the rest', () => {
    expect(save(draft, { [lineField('reason', 'c')]: ['x'], 'reason-b': ['y'] })).toMatchObject({
      value: { fields: ['reason-b'], wrong: { 'reason-c': 'need-not-sent' } },
    });
  });
  it('may empty a field', () => {
    expect(
      save(draft, { 'reason-a': [], meetingOn: [] }, { 'reason-a': ['Ikke modent.'], meetingOn: ['2027-03-10'] }),
    ).toMatchObject({
      value: { fields: ['reason-a', 'meetingOn'], meetingOn: null, lines: [{ needId: 'a', reason: '' }] },
    });
  });
});

describe('what comes in', () => {
  it('is judged field by field, and what is wrong holds up nothing else', () => {
    const typed = {
      'network-a': ['mye'],
      'uh-a': ['-1'],
      'priority-a': ['0'],
      'reason-a': ['x'.repeat(2001)],
      'dissent-a': ['a\u0000b'],
      note: ['x'.repeat(4001)],
      meetingOn: ['31.12'],
      decisionForm: ['loddtrekning'],
      lines: ['x'],
      'version-a': ['1'],
      'reason-b': ['Lagres'],
    };
    const { sound, wrong } = soundIn(kindInInnstilling, SaveInnstilling.parse({ id: 'r', typed }).typed);
    expect(wrong).toEqual({
      'network-a': 'not-a-number',
      'uh-a': 'negative',
      'priority-a': 'out-of-range',
      'reason-a': 'too-long',
      'dissent-a': 'bad-character',
      note: 'too-long',
      meetingOn: 'not-a-date',
      decisionForm: 'not-in-list',
      lines: 'malformed',
      'version-a': 'malformed',
    });
    expect(sound).toEqual({ 'reason-b': ['Lagres'] });
  });
});
