import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Decision } from '#lib/domain/outcome';
import { decideAllocation, type AllocationRound, isOpen } from '#lib/domain/tildeling/allocation';
import { decideApproval, decideProposal } from '#lib/domain/tildeling/judge';
import type { CaseTildeling, RoundCase } from '#lib/domain/tildeling/tildeling';
import { RULES } from '#tests/support/behovsmelding-core';
import { day } from '#tests/support/day';
import { line } from '#tests/support/request';
import { live } from '../../../app/(portal)/runder/[id]/fordeling/amounts';
import { fieldName, lineOf, pack, startOf, unpack } from '../../../app/(portal)/runder/[id]/fordeling/lines';

const kroner = fc.oneof(fc.nat(10), fc.nat(500_000));
const sides = fc.record({ network: kroner, uh: kroner });
const granted = (index: number) =>
  fc.record({
    id: fc.constant(`t${index}`),
    state: fc.constantFrom('draft', 'proposed', 'approved', 'sent'),
    version: fc.constant(1),
    network: kroner,
    uh: kroner,
    method: fc.constant('by-hand'),
    methodReason: fc.constant('by-hand'),
    methodFigures: fc.constant({}),
    reason: fc.constantFrom('', 'Mindre'),
    returnComment: fc.constant(''),
    proposedById: fc.constant(null),
    uhIds: fc.constant([]),
  } satisfies { [K in keyof CaseTildeling]: fc.Arbitrary<CaseTildeling[K]> });

const anyCase = (index: number) =>
  fc
    .record({
      asked: sides,
      needState: fc.constantFrom('recommended', 'recommended', 'withdrawn', 'granted'),
      region: fc.constantFrom(null, 'salten', 'lofoten'),
      recommended: fc.option(sides),
      egenandel: fc.option(kroner),
      dispensation: fc.boolean(),
      tildeling: fc.option(granted(index)),
    } as const)
    .map(({ asked, needState, region, recommended, egenandel, dispensation, tildeling }): RoundCase => ({
      needId: `n${index}`,
      number: index,
      title: `Tiltak ${index}`,
      needState,
      ownerName: '',
      tie: '',
      regionId: region,
      regionName: region,
      lines: [line('network', asked.network), line('uh', asked.uh)],
      priority: null,
      recommended,
      forumReason: '',
      egenandel,
      egenandelDispensation: dispensation,
      tildeling,
    }));

const COUNT = 4;
const four = <T>(one: (index: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...Array.from({ length: COUNT }, (_, index) => one(index)));
const exception = {
  regionId: fc.constantFrom(null, 'salten'),
  behovsmeldingId: fc.constant(null),
  reason: fc.constant(''),
  decisionReason: fc.constant(''),
};
const round: fc.Arbitrary<AllocationRound> = fc.record({
  budget: fc.option(fc.nat(4_000_000)),
  reserve: fc.nat(1000),
  rules: fc
    .record({
      level: fc.constantFrom('tiltak', 'region', 'round'),
      split: fc.constantFrom('require', 'warn', 'none'),
      egenandel: fc.constantFrom('require', 'warn', 'none'),
    } as const)
    .map(({ level, split, egenandel }) => ({
      ...RULES,
      splitLevel: level,
      splitEnforcement: split,
      egenandelEnforcement: egenandel,
    })),
  cases: four(anyCase),
  exceptions: fc.record({
    dispensations: fc.array(
      fc.record({ id: fc.constant('d'), state: fc.constantFrom('asked', 'granted', 'refused'), ...exception } as const),
      { maxLength: 1 },
    ),
    agreements: fc.array(
      fc.record({
        id: fc.constant('a'),
        regionId: exception.regionId,
        behovsmeldingId: exception.behovsmeldingId,
        parties: fc.constant(''),
        uhPercent: fc.integer({ min: 61, max: 100 }),
        agreedOn: fc.constant(day('2027-01-01')),
      }),
      { maxLength: 1 },
    ),
  }),
});
type Rows = Readonly<Record<string, { network: number | null; uh: number | null; reason: string }>>;
/** Both boxes of a need filled, or both empty: half a row is not saved. */
const boxes = four(() =>
  fc.option(fc.record({ network: kroner, uh: kroner, reason: fc.constantFrom('', 'Mindre') })),
).map((rows) => Object.fromEntries(rows.map((row, i) => [`n${i}`, row ?? { network: null, uh: null, reason: '' }])));

/** The round as it is stored after this is typed and saved as drafts. */
const typedInto = (before: AllocationRound, typed: Rows): AllocationRound => ({
  ...before,
  cases: before.cases.map((one, index): RoundCase => {
    const row = typed[one.needId];
    if (!isOpen(one)) return one;
    if (row === undefined || row.network === null || row.uh === null) return { ...one, tildeling: null };
    const { network, uh, reason } = row;
    const kept = { version: 1, method: '', methodReason: '', methodFigures: {}, returnComment: '', proposedById: null };
    return { ...one, tildeling: { ...kept, id: `t${index}`, state: 'draft', network, uh, reason, uhIds: [] } };
  }),
});
const refusalsOf = (answer: Decision<unknown>) => (answer.kind === 'refused' ? answer.refusals : []);
const idsIn = (of: AllocationRound, state: CaseTildeling['state']) =>
  of.cases.flatMap(({ needState, tildeling }) =>
    needState === 'recommended' && tildeling?.state === state ? [tildeling.id] : [],
  );
const proposed = (of: AllocationRound, ids: readonly string[]): AllocationRound => ({
  ...of,
  cases: of.cases.map((one) =>
    one.tildeling !== null && ids.includes(one.tildeling.id)
      ? { ...one, tildeling: { ...one.tildeling, state: 'proposed' } }
      : one,
  ),
});

/** What the workbench says: by the lines as they reach a browser that shows none of them, and what is typed there. */
const said = (before: AllocationRound, rows: Rows) => {
  const lines = before.cases.map((one) =>
    lineOf(
      one,
      startOf(one, undefined, () => ''),
    ),
  );
  const typed = Object.entries(rows).flatMap(([needId, { network, uh, reason }]): [string, string][] => [
    [fieldName(needId, 'network'), network === null ? '' : String(network)],
    [fieldName(needId, 'uh'), uh === null ? '' : formatKroner(uh)],
    [fieldName(needId, 'reason'), ` ${reason}`],
  ]);
  const { stops } = live(before, unpack(pack(lines), {}), Object.fromEntries(typed));
  return stops.map(({ refusal }) => refusal);
};

describe('one judgement', () => {
  it('the workbench says what proposing all that is typed answers, and what approving it then answers', () => {
    fc.assert(
      fc.property(round, boxes, (before, typed) => {
        const stops = said(before, typed);
        const saved = typedInto(before, typed);
        const ids = idsIn(saved, 'draft');
        fc.pre(ids.length > 0);
        expect(refusalsOf(decideProposal(saved, null))).toEqual(stops);
        expect(refusalsOf(decideApproval(proposed(saved, ids), ids))).toEqual(stops);
      }),
      { numRuns: 500 },
    );
  });

  it('saving is refused by nothing that the workbench does not say', () => {
    fc.assert(
      fc.property(round, boxes, (before, typed) => {
        const stops = said(before, typed);
        const input = { rows: typed, reserve: before.reserve, method: null, last: 'partly', weights: {} } as const;
        const answer = decideAllocation(before, input, 'Kari');
        if (answer.kind === 'refused') expect(stops).toEqual(expect.arrayContaining([...answer.refusals]));
      }),
    );
  });

  it('approving one by one is refused by what approving them all is refused by, and by nothing else', () => {
    fc.assert(
      fc.property(round, (before) => {
        const ids = idsIn(before, 'proposed');
        fc.pre(ids.length > 0);
        const together = refusalsOf(decideApproval(before, ids));
        const alone = ids.flatMap((id) => refusalsOf(decideApproval(before, [id])));
        expect(new Set(alone.map((one) => JSON.stringify(one)))).toEqual(
          new Set(together.map((one) => JSON.stringify(one))),
        );
      }),
    );
  });
});
