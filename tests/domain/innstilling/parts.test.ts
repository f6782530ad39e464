import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_FIELDS, lineField } from '#lib/domain/innstilling/form';
import type { InnstillingLack, SentBehovsmelding } from '#lib/domain/innstilling/innstilling';
import { tidiedDraft } from '#lib/domain/innstilling/write';
import { beganOn, missingOn, packForm, unpackForm } from '../../../app/(portal)/innstillinger/[id]/skriv/lines';

const kroner = fc.option(fc.nat(2_000_000));
const text = fc.constantFrom('', '200000', 'Rammen\trekker ikke\ntil «alle»', '"');
const need = (id: string) =>
  fc.record({
    id: fc.constant(id),
    title: fc.constantFrom('Lesing', 'Tidlig\tinnsats', ''),
    region: fc.constantFrom('salten', 'ofoten', null),
    network: kroner,
    uh: kroner,
    said: fc.tuple(...LINE_FIELDS.map(() => text)),
  });
const round = fc.nat(6).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => need(`n${String(at)}`))));
const HEAD = { meetingOn: ['2027-03-10'], decisionForm: ['vote'] };

describe('the needs and the form as they reach the browser', () => {
  it('are the same again, whatever is written', () => {
    fc.assert(
      fc.property(round, (all) => {
        const needs = all.map(({ id, title, region, network, uh }): SentBehovsmelding => {
          return { id, title, regionId: region, regionName: region && `Region ${region}`, network, uh };
        });
        const typing = tidiedDraft({
          ...HEAD,
          ...Object.fromEntries(
            all.flatMap(({ id, said }) => LINE_FIELDS.map((field, at) => [lineField(field, id), [said[at] ?? '']])),
          ),
        });
        expect(unpackForm(packForm(needs, typing))).toEqual({ needs, stored: typing });
      }),
      { numRuns: 50 },
    );
  });
  it('begin, without script, from the head and the fields of the part that is shown', () => {
    const stored = { ...HEAD, 'uh-a': ['1'], 'reason-b': ['Fordi'], 'uh-c': ['3'] };
    expect(JSON.parse(beganOn([{ id: 'a' }, { id: 'b' }], stored))).toEqual({
      ...HEAD,
      'uh-a': ['1'],
      'reason-b': ['Fordi'],
    });
  });
});

describe('what is missing, told on one part', () => {
  const lack = (field: string, refusal: InnstillingLack['refusal'] = null): InnstillingLack => ({ field, refusal });
  const over = lack('network-a', { code: 'over-budget', budget: 1, used: 2, over: 1 });
  const partOf = new Map([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 2],
  ]);
  const missing = [lack('meetingOn'), lack('uh-a'), lack('reason-b'), lack('network-c'), lack('uh-d'), over];

  it('is each of its own and what is about the whole, and how many needs of each other part, with the first of them', () => {
    expect(missingOn(1, missing, partOf)).toEqual({
      here: [lack('meetingOn'), lack('reason-b'), over],
      elsewhere: [
        { part: 0, count: 1, first: 'uh-a' },
        { part: 2, count: 2, first: 'network-c' },
      ],
    });
  });
  it('is all of it, in its order, where there is only one', () => {
    const one = new Map([...partOf.keys()].map((id) => [id, 0]));
    expect(missingOn(0, missing, one)).toEqual({ here: missing, elsewhere: [] });
  });
});
