import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateRound, type AllocationInput } from '#lib/domain/tildeling/allocation';
import { suggest, type AllocationRound } from '#lib/domain/tildeling/allocation';
import { METHODS } from '#lib/domain/tildeling/methods';
import type { RuleSet } from '#lib/domain/setup/rules';
import { deviation, judgeCase, outcomeFor, total, type Judged, type RoundCase } from '#lib/domain/tildeling/tildeling';
import { assessLevel, judgeLevel, judgeLevels, levelSums, type SplitDispensation } from '#lib/domain/tildeling/split';
import { line } from '#tests/support/request';

const day = new Date('2026-01-01');
const rules: RuleSet = {
  id: 'r',
  countyId: 'c',
  programme: 'DEKOMP',
  name: 'Prøve',
  validFrom: day,
  validTo: null,
  legalBasis: '',
  isExample: false,
  egenandelPercent: 30,
  egenandelBase: 'total-grant',
  egenandelEnforcement: 'require',
  egenandelTolerance: 0,
  egenandelSource: 'kilde',
  splitNetwork: 40,
  splitUh: 60,
  splitLevel: 'region',
  splitEnforcement: 'require',
  splitSource: 'kilde',
  maxYears: 3,
  maxYearsSource: '',
  applicantKinds: ['kommune'],
  targetGroups: ['laerere'],
  unitKinds: ['skole'],
  collectiveOnly: true,
  demandsSource: '',
};
const none = { dispensations: [], agreements: [] };
const one = (needId: string, network: number, uh: number, more: Partial<Judged> = {}): Judged => ({
  needId,
  title: needId,
  regionId: 'salten',
  regionName: 'Salten',
  asked: { network, uh },
  recommended: null,
  given: { network, uh },
  egenandel: 1_000_000,
  egenandelDispensation: false,
  reason: '',
  ...more,
});

describe('what is granted against what was asked', () => {
  it.each([
    [500, 'granted'],
    [499, 'partly'],
    [0, 'refused'],
  ] as const)('%i of 500 is %s', (uh, outcome) => {
    expect(outcomeFor({ network: 0, uh: 500 }, { network: 0, uh })).toBe(outcome);
  });

  it('is below the request and the innstilling by their own kroner, and never below what is not recommended', () => {
    // 1000 − 700 = 300; 800 − 700 = 100
    const given = { network: 280, uh: 420 };
    expect(deviation({ asked: { network: 400, uh: 600 }, recommended: { network: 320, uh: 480 }, given })).toEqual({
      asked: 300,
      recommended: 100,
    });
    expect(deviation({ asked: { network: 400, uh: 600 }, recommended: null, given })).toEqual({
      asked: 300,
      recommended: null,
    });
  });

  it('needs a reason when it is below the innstilling though not below the request', () => {
    const cut = one('a', 40, 60, { recommended: { network: 41, uh: 60 } });
    expect(judgeCase(cut, rules)).toEqual([{ code: 'reason-missing', title: 'a' }]);
    expect(judgeCase({ ...cut, reason: 'Mindre omfang' }, rules)).toEqual([]);
  });

  it('demands 30 % egenandel of what is granted, and knows what is not given', () => {
    // 30 % of 1 001 is 300.3, so 301
    const codes = (egenandel: number | null, more: Partial<RuleSet> = {}) =>
      judgeCase(one('a', 400, 601, { egenandel }), { ...rules, ...more }).map(({ code }) => code);
    expect(codes(301)).toEqual([]);
    expect(codes(300)).toEqual(['egenandel-short']);
    expect(codes(null)).toEqual(['egenandel-unknown']);
    expect(codes(0, { egenandelEnforcement: 'warn' })).toEqual([]);
    expect(judgeCase(one('a', 400, 601, { egenandel: 0, egenandelDispensation: true }), rules)).toEqual([]);
  });
});

describe('the key at its level', () => {
  const short = one('a', 50, 50);
  const long = one('b', 30, 70);
  const alone = one('c', 50, 50, { regionId: null, regionName: null });

  it('sums a region, and counts its divided sums', () => {
    expect(levelSums('region', [short, long, one('d', 0, 0)])).toEqual([
      {
        key: 'region-salten',
        regionId: 'salten',
        behovsmeldingId: null,
        name: 'Salten',
        network: 80,
        uh: 120,
        parts: 2,
      },
    ]);
  });

  it('lets a need without a region be a region of its own', () => {
    expect(levelSums('region', [short, alone]).map(({ key, behovsmeldingId }) => [key, behovsmeldingId])).toEqual([
      ['region-salten', null],
      ['need-c', 'c'],
    ]);
  });

  it('holds in the region though not in each tiltak: 120 of 200 is 60 %', () => {
    expect(judgeLevels([short, long], [short], rules, none)).toEqual([]);
    const perTiltak = judgeLevels([short, long], [short, long], { ...rules, splitLevel: 'tiltak' }, none);
    expect(perTiltak.map(({ code }) => code)).toEqual(['split-uh-short', 'split-uh-raised']);
    expect(judgeLevels([short, long, alone], [short], { ...rules, splitLevel: 'round' }, none)).toMatchObject([
      { code: 'split-uh-short', where: null, uhShare: 180, uh: 170, missing: 10 },
    ]);
  });

  it('forgives one krone of rounding for each divided sum but one: two sums of 1 kr both to the UH', () => {
    // 60 % of 2 is 1.2, so 2 to the UH is what is demanded; of four sums of 1 kr 3 is demanded and 4 is given
    const sums = levelSums(
      'region',
      ['a', 'b', 'c', 'd'].map((id) => one(id, 0, 1)),
    );
    expect(sums.map((sum) => assessLevel(sum, rules, none).status)).toEqual(['met']);
    const [sum] = sums;
    expect(sum === undefined ? null : assessLevel({ ...sum, parts: 1 }, rules, none).status).toBe('uh-raised');
  });

  it('judges only the sums that what is decided belongs to', () => {
    expect(
      judgeLevels([short, alone], [alone], rules, none).map((refusal) => 'where' in refusal && refusal.where),
    ).toEqual(['c']);
  });

  it('stops nobody where the rule set only warns', () => {
    expect(judgeLevels([short], [short], { ...rules, splitEnforcement: 'warn' }, none)).toEqual([]);
  });

  it('is excused by a granted dispensation for the same place, or the round, and by no other', () => {
    const [sum] = levelSums('region', [short]);
    const dispensation: SplitDispensation = {
      id: 'x',
      state: 'granted',
      regionId: 'salten',
      behovsmeldingId: null,
      reason: '',
      decisionReason: '',
    };
    const codes = (change: Partial<SplitDispensation>) =>
      (sum === undefined
        ? []
        : judgeLevel(sum, rules, { dispensations: [{ ...dispensation, ...change }], agreements: [] })
      ).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ regionId: null })).toEqual([]);
    expect(codes({ regionId: 'lofoten' })).toEqual(['split-uh-short']);
    expect(codes({ state: 'asked' })).toEqual(['split-uh-short']);
    expect(codes({ state: 'refused' })).toEqual(['split-uh-short']);
  });
});

const need = (needId: string, lines: RoundCase['lines'], change: Partial<RoundCase> = {}): RoundCase => ({
  needId,
  number: 1,
  title: needId,
  needState: 'recommended',
  ownerName: '',
  tie: needId,
  regionId: null,
  regionName: null,
  lines,
  priority: null,
  recommended: null,
  forumReason: '',
  egenandel: 0,
  egenandelDispensation: false,
  tildeling: null,
  ...change,
});
const asks = (network: number, uh: number) => [
  { ...line('network', network), receiverName: 'n' },
  { ...line('uh', uh), receiverName: 'u' },
];
const kroner = fc.oneof(fc.nat(20), fc.nat(3_000_000));

describe('no sequence of saves', () => {
  const saves = fc.array(
    fc.record({
      rows: fc.array(fc.tuple(fc.option(kroner), fc.option(kroner)), { minLength: 3, maxLength: 3 }),
      reserve: fc.option(kroner),
      method: fc.option(fc.constantFrom(...METHODS)),
    }),
    { maxLength: 6 },
  );
  it('leaves lines and reserve over the budget, or a need with more than it asks for', () => {
    fc.assert(
      fc.property(
        kroner,
        fc.array(fc.tuple(kroner, kroner), { minLength: 3, maxLength: 3 }),
        saves,
        (budget, asked, typed) => {
          let round: AllocationRound = {
            budget,
            reserve: 0,
            rules,
            exceptions: none,
            cases: asked.map(([network, uh], i) => need(`n${i}`, asks(network, uh))),
          };
          for (const { rows, reserve, method } of typed) {
            const input: AllocationInput = {
              rows: Object.fromEntries(rows.map(([network, uh], i) => [`n${i}`, { network, uh, reason: '' }])),
              reserve,
              method,
              last: 'partly',
              weights: {},
            };
            const answer = allocateRound(round, input, 'Kari');
            if (answer.kind !== 'done') continue;
            const saved = new Map(answer.value.drafts.map((draft) => [draft.needId, draft]));
            const cases = round.cases.map((each): RoundCase => {
              const draft = saved.get(each.needId);
              if (draft === undefined)
                return each.tildeling !== null && answer.value.cleared.includes(each.tildeling.id)
                  ? { ...each, tildeling: null }
                  : each;
              return {
                ...each,
                tildeling: {
                  ...draft,
                  id: each.needId,
                  state: 'draft',
                  version: 1,
                  returnComment: '',
                  proposedById: null,
                  uhIds: [],
                },
              };
            });
            round = { ...round, cases, reserve: answer.value.reserve };
            expect(
              cases.reduce((sum, { tildeling }) => sum + (tildeling === null ? 0 : total(tildeling)), round.reserve),
            ).toBeLessThanOrEqual(budget);
            for (const draft of answer.value.drafts)
              expect(draft.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(total(draft));
            cases.forEach(({ tildeling }, i) =>
              expect(tildeling === null ? 0 : total(tildeling)).toBeLessThanOrEqual(
                (asked[i]?.[0] ?? 0) + (asked[i]?.[1] ?? 0),
              ),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a suggestion divides what is left beside the reserve and what is already proposed: 1000 − 100 − 400 = 500', () => {
    const proposed = {
      id: 't',
      state: 'proposed' as const,
      version: 1,
      network: 160,
      uh: 240,
      method: '',
      methodReason: '',
      methodFigures: {},
      reason: '',
      returnComment: '',
      proposedById: null,
      uhIds: [],
    };
    const round: AllocationRound = {
      budget: 1000,
      reserve: 100,
      rules,
      exceptions: none,
      cases: [need('a', asks(160, 240), { tildeling: proposed }), need('b', asks(400, 600))],
    };
    const answer = suggest(round, 'by-request');
    expect(answer.ok && answer.allocations.map(({ key, network, uh }) => [key, network, uh])).toEqual([
      ['b', 200, 300],
    ]);
  });
});
