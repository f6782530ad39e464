import { describe, expect, it } from 'vitest';
import { innstillingInput as innstillingFrom } from '../../app/(portal)/innstillinger/[id]/skriv/words';
import { shownIn, shownText } from '../../app/(portal)/runder/[id]/godkjenning/shown';
import { changesIn } from '../../app/changes';
import { formGiven, inputFrom, lastOf, partOf } from '../../app/input';
import { ApproveRound } from '#lib/schema/tildeling';

const form = (...fields: [string, string][]): FormData => {
  const made = new FormData();
  for (const [name, value] of fields) made.append(name, value);
  return made;
};

describe('what a form sends', () => {
  it('is groups by the dots of its names, and a list of what is sent twice', () => {
    expect(inputFrom(form(['id', 'a'], ['uh.0.contact', 'Unn'], ['mål', 'x'], ['mål', 'y']))).toEqual({
      id: 'a',
      uh: { 0: { contact: 'Unn' } },
      mål: ['x', 'y'],
    });
  });

  it('has groups four deep at most: what a name says beyond that is left out', () => {
    expect(inputFrom(form(['a.b.c.d', '1']))).toEqual({ a: { b: { c: { d: '1' } } } });
    expect(inputFrom(form(['a.b.c.d.e', '1']))).toEqual({ a: { b: { c: { d: '1' } } } });
    // Unlimited, one name would go as deep as the stack, and the whole form be lost.
    expect(inputFrom(form([Array(100_000).fill('x').join('.'), '1'], ['id', 'a']))).toMatchObject({ id: 'a' });
  });

  it('says which part of a page it came from, where the page has parts', () => {
    expect([partOf(form(['part', '2'])), partOf(form())]).toEqual(['&del=2', '']);
    for (const part of ['0', '-1', '2&x=1', '12345', 'alle']) expect(partOf(form(['part', part]))).toBe('');
  });

  it('brings the tildelinger that were shown, each in its version, and none without one', () => {
    const shown = [
      { id: 'a-1', version: 3 },
      { id: 'b', version: 12 },
    ];
    const judged = (text: string) => ApproveRound.safeParse({ id: 'r', ...shownIn(text) });
    expect(judged(shownText(shown)).data).toEqual({ id: 'r', ids: ['a-1', 'b'], versions: { 'a-1': 3, b: 12 } });
    // No tildeling has a version 0: what came without one is a conflict.
    expect(judged('a b:2').data).toMatchObject({ ids: ['a', 'b'], versions: { a: 0, b: 2 } });
    expect(shownIn('')).toEqual({ ids: [], versions: {} });
    for (const text of ['<b>:1', '__proto__:1', 'a:x', 'a:-1']) expect(judged(text).success).toBe(false);
  });

  it('reaches no prototype, whatever a field is called', () => {
    inputFrom(form(['__proto__.stolen', '1'], ['constructor.prototype.stolen', '1']));
    expect('stolen' in {}).toBe(false);
  });

  it('is the last of two where the form is flat: a tick stands after its no', () => {
    expect(lastOf(form(['anslag', 'nei'], ['anslag', 'ja']))).toEqual({ anslag: 'ja' });
  });

  it.each([null, undefined, 'text', 7, [], {}])('is no fields when an action is sent %j instead', (sent) => {
    expect([...formGiven(sent)]).toEqual([]);
  });

  it('is read no further than it takes to refuse it, however many fields it has', () => {
    const many = Array.from({ length: 50_000 }, (_, index): [string, string] => [`x${String(index)}`, '1']);
    const began = JSON.stringify(Object.fromEntries(many.map(([name]) => [name, ['0']])));
    const { typed } = changesIn(
      form(['began', began], ...many, ...many.map(([name]): [string, string] => ['lists', name])),
      (all) => all,
    );
    expect(Object.keys(typed)).toHaveLength(2001);
  });

  it('gives each need of an innstilling its own line, and a missing field as nothing', () => {
    const sent = form(['id', 'r'], ['needId', 'a'], ['network-a', '100'], ['needId', 'b'], ['uh-b', '60']);
    const line = { priority: null, network: null, uh: null, reason: null, dissent: null };
    expect(innstillingFrom(sent)).toMatchObject({
      id: 'r',
      version: null,
      lines: [
        { ...line, needId: 'a', network: '100' },
        { ...line, needId: 'b', uh: '60' },
      ],
    });
  });

  it('is read in one go however long it is: 10 000 needs in less than 3 seconds', () => {
    const began = performance.now();
    innstillingFrom(
      form(
        ...Array.from({ length: 10_000 }, (_, n): [string, string][] => [
          ['needId', `n${n}`],
          [`network-n${n}`, '1'],
        ]).flat(),
      ),
    );
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
