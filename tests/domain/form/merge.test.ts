import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedInForm, changesOf, merge, type Changes, type Typing } from '#lib/domain/form/merge';
import { rowOf } from '#lib/domain/behovsmelding/names';
import { answered, begin, chosen, received, toSend, unsaved, type Sync } from '#lib/domain/form/sync';

const say = (field: string, began: string, typed: string): Changes => ({
  began: { [field]: [began] },
  typed: { [field]: [typed] },
});

describe('two who write in one record', () => {
  it('both keep what they wrote in different fields', () => {
    const stored = { goals: ['Mål'], need: ['Behov'] };
    const after = merge(merge(stored, say('goals', 'Mål', 'Nye mål')).typing, say('need', 'Behov', 'Nytt behov'));
    expect(after).toEqual({ typing: { goals: ['Nye mål'], need: ['Nytt behov'] }, taken: ['need'], clashes: {} });
  });

  it('are both told apart in the same field, where the first stays', () => {
    expect(
      merge(
        { goals: ['Mitt'], need: ['Behov'] },
        { began: { goals: ['Mål'], need: ['Behov'] }, typed: { goals: ['Ditt'], need: ['Annet'] } },
      ),
    ).toEqual({ typing: { goals: ['Mitt'], need: ['Annet'] }, taken: ['need'], clashes: { goals: ['Mitt'] } });
  });

  it('do not clash when they wrote the same', () => {
    expect(merge({ goals: ['Likt'] }, say('goals', 'Mål', 'Likt'))).toEqual({
      typing: { goals: ['Likt'] },
      taken: [],
      clashes: {},
    });
  });

  it('compare what is kept: neither line ends nor space around it make a difference, a letter does', () => {
    expect(merge({ need: ['a\nb'] }, say('need', ' a\r\nb ', 'c')).clashes).toEqual({});
    expect(merge({ need: ['a\nB'] }, say('need', 'a\nb', 'c')).clashes).toEqual({ need: ['a\nB'] });
  });

  it('are held by no field that is called what every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const typed = JSON.parse(`{"${name}": ["x"]}`) as Typing;
      expect(changesOf({}, typed).began[name], name).toEqual([]);
      expect(merge({}, { began: {}, typed }).taken, name).toEqual([name]);
    }
  });

  it('each add a row, and both rows are there', () => {
    const [mine, yours] = [say('egenandel.a.note', '', 'Min'), say('egenandel.b.note', '', 'Din')];
    expect(merge(merge({}, mine, rowOf).typing, yours, rowOf).typing).toEqual({
      'egenandel.a.note': ['Min'],
      'egenandel.b.note': ['Din'],
    });
  });

  it('do not take away a row that the other writes in: it stays whole, and the one who took it away is told', () => {
    const stored = { 'egenandel.a.kind': ['lonn'], 'egenandel.a.note': ['Ny'] };
    const away = {
      began: { 'egenandel.a.kind': ['lonn'], 'egenandel.a.note': ['Gammel'] },
      typed: { 'egenandel.a.kind': [], 'egenandel.a.note': [] },
    };
    expect(merge(stored, away, rowOf)).toEqual({ typing: stored, taken: [], clashes: { 'egenandel.a.note': ['Ny'] } });
  });

  it('leave what is not on the page as it is, while a list with nothing chosen is emptied', () => {
    expect(
      changedInForm({ 'lines.x': ['5'], groups: ['a'], title: ['T'] }, { title: ['U'] }, (form) => form, ['groups']),
    ).toEqual({ began: { groups: ['a'], title: ['T'] }, typed: { groups: [], title: ['U'] } });
  });
});

const FIELDS = ['a', 'b', 'egenandel.x.note', 'egenandel.x.kind', 'egenandel.y.note'];
const word = fc.constantFrom('', '1', '2', '3');
const record = fc.record(
  Object.fromEntries(FIELDS.map((field) => [field, word.map((one) => (one === '' ? [] : [one]))])),
);

describe('saves in any order', () => {
  it('of different fields come to the same', () => {
    fc.assert(
      fc.property(record, record, record, (stored, one, other) => {
        const [mine, yours] = [
          changesOf(stored, { ...stored, a: one['a'] ?? [], b: one['b'] ?? [] }),
          changesOf(stored, { ...stored, 'egenandel.y.note': other['egenandel.y.note'] ?? [] }),
        ];
        const thenYours = merge(merge(stored, mine, rowOf).typing, yours, rowOf).typing;
        expect(changesOf(thenYours, merge(merge(stored, yours, rowOf).typing, mine, rowOf).typing).typed).toEqual({});
      }),
    );
  });

  it('are taken, or told with what stands there: never neither', () => {
    fc.assert(
      fc.property(record, record, record, (stored, began, typed) => {
        const changes = changesOf(began, typed);
        const { typing, clashes } = merge(stored, changes);
        for (const field of Object.keys(changes.typed)) {
          if (field in clashes)
            expect([typing[field] ?? [], clashes[field]]).toEqual([stored[field] ?? [], stored[field] ?? []]);
          else expect(typing[field]).toEqual(changes.typed[field]);
        }
      }),
    );
  });
});

type Step = { who: 0 | 1; do: 'type' | 'send' | 'hear' | 'mine' | 'theirs'; field: string; text: string };
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0, 1),
  do: fc.constantFrom('type', 'send', 'hear', 'mine', 'theirs'),
  field: fc.constantFrom(...FIELDS),
  text: word,
});

describe('two forms on one record, whatever they do and in whatever order', () => {
  it('overwrite nothing that the other has not seen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let stored: Typing = {};
        const forms: { sync: Sync; typed: Typing; seen: Map<string, string> }[] = [0, 1].map(() => ({
          sync: begin({}),
          typed: {},
          seen: new Map(),
        }));
        const said = (typing: Typing, field: string) => JSON.stringify(typing[field] ?? []);
        for (const { who, do: what, field, text } of steps) {
          const form = forms[who];
          if (form === undefined) continue;
          if (what === 'type') form.typed = { ...form.typed, [field]: text === '' ? [] : [text] };
          if (what === 'hear') {
            const { sync, fill } = received(form.sync, form.typed, stored, rowOf);
            const dirty = unsaved(form.sync, form.typed).typed;
            for (const filled of Object.keys(fill)) expect(dirty).not.toHaveProperty([filled]);
            Object.assign(form, { sync, typed: { ...form.typed, ...fill } });
          }
          if ((what === 'mine' || what === 'theirs') && field in form.sync.clashes) {
            const theirs = form.sync.clashes[field] ?? [];
            if (what === 'theirs') form.typed = { ...form.typed, [field]: theirs };
            form.sync = chosen(form.sync, field, form.typed, rowOf);
          }
          if (what !== 'send') continue;
          const sent = toSend(form.sync, form.typed);
          if (sent === null) continue;
          const before = stored;
          const merged = merge(before, sent, rowOf);
          stored = merged.typing;
          // What is overwritten is what this form knew to stand there.
          for (const taken of merged.taken) expect(said(before, taken)).toBe(said(sent.began, taken));
          for (const kept of Object.keys(before))
            if (!merged.taken.includes(kept)) expect(said(stored, kept)).toBe(said(before, kept));
          form.sync = answered(form.sync, sent, { clashes: merged.clashes, wrong: {} });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('come to the same in the end, when all is sent, heard and chosen', () => {
    fc.assert(
      fc.property(record, record, record, (first, one, other) => {
        let stored: Typing = first;
        const forms = [
          { sync: begin(first), typed: one as Typing },
          { sync: begin(first), typed: other as Typing },
        ];
        for (let turn = 0; turn < 8; turn += 1) {
          for (const form of forms) {
            const heard = received(form.sync, form.typed, stored, rowOf);
            Object.assign(form, { sync: heard.sync, typed: { ...form.typed, ...heard.fill } });
            for (const field of Object.keys(form.sync.clashes)) form.sync = chosen(form.sync, field, form.typed, rowOf);
            const sent = toSend(form.sync, form.typed);
            if (sent === null) continue;
            const merged = merge(stored, sent, rowOf);
            stored = merged.typing;
            form.sync = answered(form.sync, sent, { clashes: merged.clashes, wrong: {} });
          }
        }
        for (const { typed } of forms) expect(changesOf(stored, typed).typed).toEqual({});
      }),
    );
  });
});
