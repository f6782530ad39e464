import { describe, expect, it } from 'vitest';
import {
  deliverInnstilling,
  missingInInnstilling,
  regionSums,
  sumRecommended,
  type InnstillingInput,
  type InnstillingLine,
  type RoundForForum,
  type SentBehovsmelding,
} from '#lib/domain/innstilling/innstilling';
import { day } from '#tests/support/day';

const sent = (id: string, change: Partial<SentBehovsmelding> = {}): SentBehovsmelding => ({
  id,
  title: `Behov ${id}`,
  regionId: 'salten',
  regionName: 'Salten',
  network: 200_000,
  uh: 300_000,
  ...change,
});
const line = (needId: string, change: Partial<InnstillingLine> = {}): InnstillingLine => ({
  needId,
  priority: 1,
  network: 200_000,
  uh: 300_000,
  reason: '',
  dissent: '',
  ...change,
});
const round = (change: Partial<RoundForForum> = {}): RoundForForum => ({
  id: 'r',
  countyId: 'c',
  forumId: 'f',
  state: 'closed',
  budget: 1_000_000,
  reserve: 0,
  revision: 3,
  needs: [sent('a'), sent('b')],
  saved: [],
  notSent: [],
  ...change,
});
const input = (lines: InnstillingLine[], change: Partial<InnstillingInput> = {}): InnstillingInput => ({
  id: 'r',
  version: 3,
  meetingOn: day('2027-03-10'),
  decisionForm: 'agreement',
  note: '',
  anyway: false,
  lines,
  ...change,
});
const full = [line('a'), line('b')];

describe('delivering the innstilling', () => {
  it('speaks of each need once, and is a conflict where one of them is no longer sent in the round', () => {
    expect(deliverInnstilling(round(), input([line('c')]))).toEqual({ kind: 'conflict' });
    expect(deliverInnstilling(round(), input([...full, line('c')]))).toEqual({ kind: 'conflict' });
    expect(deliverInnstilling(round(), input([line('a'), line('a')]))).toEqual({
      kind: 'invalid',
      errors: { lines: 'not-in-list' },
    });
  });
  it('is a conflict when somebody has saved since it was read', () => {
    expect(deliverInnstilling(round({ revision: 4 }), input(full))).toEqual({ kind: 'conflict' });
  });
  it('has a list of what is missing, each at its field: 300 000 + 900 000 = 1 200 000 is 200 000 over', () => {
    expect(
      missingInInnstilling(
        round(),
        input([line('a', { network: 0 }), line('b', { network: 900_000, uh: null })], { meetingOn: null }),
      ),
    ).toEqual([
      { field: 'meetingOn', refusal: null },
      { field: 'reason-a', refusal: { code: 'reason-missing', title: 'Behov a' } },
      { field: 'uh-b', refusal: { code: 'amount-missing', title: 'Behov b' } },
      { field: 'network-a', refusal: { code: 'over-budget', budget: 1_000_000, used: 1_200_000, over: 200_000 } },
    ]);
    expect(missingInInnstilling(round(), input(full))).toEqual([]);
  });
  it('may use the whole budget: 2 × 500 000 = 1 000 000', () => {
    expect(deliverInnstilling(round(), input(full))).toMatchObject({ kind: 'done' });
  });
  it('cuts nobody off from a day they were given, unless one says so; one without a day waits for nothing', () => {
    const waiting = (undated: boolean) =>
      round({
        notSent: [{ needId: 'c', title: 'Behov c', ownerName: 'Fauske', lastDay: day('2027-02-20'), undated }],
      });
    expect(deliverInnstilling(waiting(false), input(full))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'days-running' }],
    });
    expect(deliverInnstilling(waiting(false), input(full, { anyway: true }))).toMatchObject({ kind: 'done' });
    expect(deliverInnstilling(waiting(true), input(full))).toMatchObject({ kind: 'done' });
  });
  it('needs the day the forum met', () => {
    expect(deliverInnstilling(round(), input(full, { meetingOn: null }))).toEqual({
      kind: 'invalid',
      errors: { meetingOn: 'required' },
    });
  });
  it('needs both amounts for each sent need, also those it has no line for', () => {
    expect(deliverInnstilling(round(), input([line('a', { uh: null })]))).toEqual({
      kind: 'refused',
      refusals: [
        { code: 'amount-missing', title: 'Behov a' },
        { code: 'amount-missing', title: 'Behov b' },
      ],
    });
  });
  it('takes 0, with a reason', () => {
    expect(
      deliverInnstilling(round(), input([line('a'), line('b', { network: 0, uh: 0, reason: 'Ikke modent.' })])),
    ).toMatchObject({ kind: 'done' });
  });
  it('needs a reason for one krone less than asked: 499 999 of 500 000', () => {
    expect(deliverInnstilling(round(), input([line('a'), line('b', { uh: 299_999 })]))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'reason-missing', title: 'Behov b' }],
    });
  });
  it('needs none for the same sum divided otherwise: 100 000 + 400 000 = 500 000', () => {
    expect(deliverInnstilling(round(), input([line('a'), line('b', { network: 100_000, uh: 400_000 })]))).toMatchObject(
      { kind: 'done' },
    );
  });
  it('may not pass the budget by a krone, nor the part of it that is held back', () => {
    expect(deliverInnstilling(round(), input([line('a'), line('b', { uh: 300_001 })]))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'over-budget', budget: 1_000_000, used: 1_000_001, over: 1 }],
    });
    expect(deliverInnstilling(round({ reserve: 100_000 }), input(full))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'over-budget', budget: 900_000, used: 1_000_000, over: 100_000 }],
    });
  });
  it('is refused when nobody has sent anything', () => {
    expect(deliverInnstilling(round({ needs: [] }), input([]))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'nothing-to-recommend' }],
    });
  });
  it('is not stopped by the 40/60 key, which an innstilling only shows', () => {
    expect(deliverInnstilling(round(), input([line('a', { network: 500_000, uh: 0 }), line('b')]))).toMatchObject({
      kind: 'done',
    });
  });
});

describe('delivering from a form that names a part of the needs', () => {
  const saved = [line('a', { priority: 2, dissent: 'Bodø er uenig.' }), line('b', { priority: 7 })];

  it('takes the others as they are saved, and what the form says over what is saved', () => {
    const decided = deliverInnstilling(round({ saved }), input([line('b', { priority: 1 })]));
    expect(decided).toEqual({ kind: 'done', value: input([saved[0] ?? line('a'), line('b', { priority: 1 })]) });
    expect(deliverInnstilling(round({ saved }), input([]))).toEqual({ kind: 'done', value: input(saved) });
  });
  it('judges the whole: 600 000 saved + 500 000 in the form = 1 100 000 is 100 000 over', () => {
    expect(deliverInnstilling(round({ saved: [line('a', { network: 300_000 })] }), input([line('b')]))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'over-budget', budget: 1_000_000, used: 1_100_000, over: 100_000 }],
    });
  });
  it('lacks an amount where neither the form nor the draft has it, also where the form empties what is saved', () => {
    const lacking = (title: string) => ({ kind: 'refused', refusals: [{ code: 'amount-missing', title }] });
    expect(deliverInnstilling(round(), input([line('b')]))).toEqual(lacking('Behov a'));
    expect(deliverInnstilling(round({ saved: [line('a', { uh: null })] }), input([line('b')]))).toEqual(
      lacking('Behov a'),
    );
    expect(deliverInnstilling(round({ saved }), input([line('a', { network: null })]))).toEqual(lacking('Behov a'));
  });
  it('leaves out what is saved of a need that is no longer sent, and its amount', () => {
    const gone = line('withdrawn', { network: 900_000 });
    expect(deliverInnstilling(round({ saved: [gone, ...saved] }), input([]))).toEqual({
      kind: 'done',
      value: input(saved),
    });
  });
  it('is a conflict all the same when somebody has saved since, in whichever part', () => {
    expect(deliverInnstilling(round({ saved, revision: 4 }), input([line('b')]))).toEqual({ kind: 'conflict' });
  });
  it('comes to the same whichever of the saved needs the form names', () => {
    const whole = deliverInnstilling(round({ saved }), input(saved));
    for (const named of [[], saved.slice(0, 1), saved.slice(1), saved.toReversed()])
      expect(deliverInnstilling(round({ saved }), input(named))).toEqual(whole);
  });
});

describe('the sums', () => {
  it('count what is given and tell how many lines are open', () => {
    expect(sumRecommended([line('a'), line('b', { uh: null })])).toEqual({
      network: 400_000,
      uh: 300_000,
      total: 700_000,
      open: 1,
    });
  });
  it('hold each region to the key: UH needs 60 % of 1 000 000 = 600 000, and 550 000 is 50 000 short', () => {
    const [salten] = regionSums(round().needs, [line('a'), line('b', { network: 250_000, uh: 250_000 })], {
      network: 40,
      uh: 60,
    });
    expect(salten).toMatchObject({
      total: 1_000_000,
      needs: 2,
      split: { status: 'uh-short', uhShare: 600_000, missing: 50_000 },
    });
  });
  it('make a need without a region one by itself', () => {
    const needs = [sent('a', { regionId: null, regionName: null }), sent('b', { regionId: null, regionName: null })];
    expect(regionSums(needs, full, { network: 40, uh: 60 }).map(({ name, split }) => [name, split.status])).toEqual([
      ['Behov a', 'met'],
      ['Behov b', 'met'],
    ]);
  });
  it('leave a region unknown while one of its needs has no line', () => {
    expect(regionSums(round().needs, [line('a')], { network: 40, uh: 60 })[0]).toMatchObject({
      open: 1,
      split: { status: 'unknown' },
    });
  });
});
