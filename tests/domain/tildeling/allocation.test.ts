import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideAllocation,
  type AllocationInput,
  suggest,
  type AllocationRound,
} from '#lib/domain/tildeling/allocation';
import { METHODS } from '#lib/domain/tildeling/methods';
import { RULES as rules } from '#tests/support/behovsmelding-core';
import { total, type RoundCase } from '#lib/domain/tildeling/tildeling';
import { line } from '#tests/support/request';

const none = { dispensations: [], agreements: [] };

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
const asks = (network: number, uh: number) => [line('network', network), line('uh', uh)];
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
            const answer = decideAllocation(round, input, 'Kari');
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
