import { describe, expect, it } from 'vitest';
import { decideSubmit } from '#lib/domain/behovsmelding/decide';
import { egenandelRefusals, missingIn } from '#lib/domain/behovsmelding/missing';
import { cellsOf, egenandelOf, known, splitOf, behovsmeldingSums } from '#lib/domain/behovsmelding/sums';
import { day } from '#tests/support/day';
import { LAST_SECOND, TOO_LATE } from '#tests/support/world';
import { need, RULES } from '#tests/support/behovsmelding-core';

const fields = (list: { field: string }[]) => list.map(({ field }) => field);

describe('the sums of a need', () => {
  it('adds each side, each year and all of it', () => {
    // 2027: 200 000 + 300 000 = 500 000; 2028: 80 000 + 120 000 = 200 000; in all 700 000
    const sums = behovsmeldingSums(need({ years: 2, network: [200_000, 80_000], uh: [300_000, 120_000] }));
    expect(sums.years.map((year) => year.total.given)).toEqual([500_000, 200_000]);
    expect([sums.network.given, sums.uh.given, sums.total.given]).toEqual([280_000, 420_000, 700_000]);
  });

  it('does not take a cell that is not given for 0', () => {
    const sums = behovsmeldingSums(need({ years: 2, network: [200_000, null], uh: [300_000, 0] }));
    expect(known(sums.network)).toBeNull();
    expect(known(sums.uh)).toBe(300_000);
  });

  it('has a cell for the owner and each UH in each year, and no other', () => {
    expect(cellsOf(need({ years: 2 })).map(({ side, budgetYear }) => [side, budgetYear])).toEqual([
      ['network', 2027],
      ['network', 2028],
      ['uh', 2027],
      ['uh', 2028],
    ]);
  });

  it('asks for 0 kr to the UH when it names none', () => {
    expect(known(behovsmeldingSums(need({ partners: [] })).uh)).toBe(0);
  });

  it('does not know the egenandel before there is a line of it', () => {
    expect(known(behovsmeldingSums(need({ egenandel: [] })).egenandel)).toBeNull();
  });
});

describe('the egenandel of a need', () => {
  it('is 30 % of all it asks for', () => {
    // 30 % of 500 000 = 150 000; 134 980 is planned, 15 020 is missing
    expect(egenandelOf(need({ egenandel: [100_000, 34_980] }), RULES)).toEqual({
      status: 'short',
      required: 150_000,
      missing: 15_020,
    });
  });

  it('is not asked for where the programme has none', () => {
    expect(egenandelRefusals(need({ egenandel: [] }), { ...RULES, egenandelEnforcement: 'none' })).toEqual([]);
  });

  it('only warns where the rule only warns', () => {
    expect(egenandelRefusals(need({ egenandel: [1] }), { ...RULES, egenandelEnforcement: 'warn' })).toEqual([]);
  });

  it('is refused with the missing kroner and the source', () => {
    expect(egenandelRefusals(need({ egenandel: [100_000] }), RULES)).toEqual([
      {
        code: 'egenandel-short',
        title: 'Tidlig innsats',
        percent: 30,
        required: 150_000,
        planned: 100_000,
        missing: 50_000,
        source: 'Prøvekilde',
      },
    ]);
  });

  it('is unknown, and refused, while an amount is not given', () => {
    expect(egenandelRefusals(need({ egenandel: [150_000, null] }), RULES).map(({ code }) => code)).toEqual([
      'egenandel-unknown',
    ]);
  });

  it('may be short when a dispensation is granted, not when one is only asked for or refused', () => {
    const short = (state: 'asked' | 'granted' | 'refused') =>
      egenandelRefusals(need({ egenandel: [0], dispensation: state }), RULES).length;
    expect([short('asked'), short('refused'), short('granted')]).toEqual([1, 1, 0]);
  });
});

it('shows how the need stands to 40/60: 300 000 of 500 000 is 60 %', () => {
  expect(splitOf(need(), RULES).status).toBe('met');
});

describe('what is missing', () => {
  it('is nothing in a filled-in need', () => {
    expect(missingIn(need(), RULES)).toEqual([]);
  });

  it.each([
    'title',
    'participants',
    'need',
    'goals',
    'measureDescription',
    'staffInvolvement',
    'samiPerspective',
    'contactName',
    'contactRole',
    'contactEmail',
    'contactPhone',
  ] as const)('is %s when it is empty', (field) => {
    expect(missingIn({ ...need(), [field]: '' }, RULES)).toEqual([{ field, code: 'required' }]);
  });

  it.each(['targetGroups', 'sectorGoals', 'evidenceKinds'] as const)('is %s when none is chosen', (field) => {
    expect(missingIn({ ...need(), [field]: [] }, RULES)).toEqual([{ field, code: 'too-few' }]);
  });

  it('is each budget cell that is not given; 0 is given', () => {
    expect(fields(missingIn(need({ years: 2, network: [0, null], uh: [300_000, null] }), RULES))).toEqual([
      'lines.network_owner_2028',
      'lines.uh_uh_2028',
    ]);
  });

  it('is the UH partner, or the reason why there is none yet', () => {
    expect(fields(missingIn(need({ partners: [] }), RULES))).toEqual(['uhUnsettledReason']);
    expect(missingIn({ ...need({ partners: [] }), uhUnsettledReason: 'Vi venter på svar.' }, RULES)).toEqual([]);
  });

  it('is a period that ends after it begins', () => {
    expect(missingIn({ ...need(), periodEnd: day('2027-08-01') }, RULES)).toEqual([
      { field: 'periodEnd', code: 'end-before-start' },
    ]);
  });

  it('is the statement that the tiltak is for all, where the programme asks for it', () => {
    expect(missingIn({ ...need(), collective: false }, RULES)).toEqual([
      { field: 'collective', code: 'not-confirmed' },
    ]);
    expect(missingIn({ ...need(), collective: false }, { ...RULES, collectiveOnly: false })).toEqual([]);
  });

  it('is what kind of units takes part, where the programme has several', () => {
    const rules = { ...RULES, unitKinds: ['skole', 'barnehage'] as const };
    expect(missingIn(need(), { ...rules, unitKinds: [...rules.unitKinds] })).toEqual([
      { field: 'unitKinds', code: 'too-few' },
    ]);
    expect(missingIn({ ...need(), unitKinds: ['barnehage'] }, { ...rules, unitKinds: [...rules.unitKinds] })).toEqual(
      [],
    );
  });

  it('is more or less, and why, when it changes a granted tiltak', () => {
    expect(fields(missingIn({ ...need(), changeTiltakId: 'tiltak' }, RULES))).toEqual([
      'changeDirection',
      'changeReason',
    ]);
    expect(
      missingIn(
        { ...need(), changeTiltakId: 'tiltak', changeDirection: 'more', changeReason: 'Flere skoler er med.' },
        RULES,
      ),
    ).toEqual([]);
  });

  it('is a number of years that the rules allow: three at most here', () => {
    expect(fields(missingIn(need({ years: 4, network: [1, 1, 1, 1], uh: [1, 1, 1, 1] }), RULES))).toEqual(['years']);
  });
});

describe('sending', () => {
  const submit = (change: Partial<ReturnType<typeof need>>, now = LAST_SECOND) =>
    decideSubmit({ ...need(), ...change }, { version: null }, { now });

  it('is in time in the last second of the last day, and late in the next', () => {
    expect(submit({}).kind).toBe('done');
    expect(submit({}, TOO_LATE)).toEqual({
      kind: 'refused',
      refusals: [{ code: 'after-deadline', lastDay: '2027-02-01' }],
    });
  });

  it('is possible after the deadline for a need that was returned, until the innstilling', () => {
    expect(submit({ state: 'returned', roundState: 'closed' }, TOO_LATE).kind).toBe('done');
    expect(submit({ state: 'returned', roundState: 'recommended' }, TOO_LATE)).toEqual({
      kind: 'refused',
      refusals: [{ code: 'round-closed' }],
    });
  });

  it('is not possible into a round that is closed', () => {
    expect(submit({ roundState: 'closed' })).toEqual({ kind: 'refused', refusals: [{ code: 'round-closed' }] });
  });

  it('names each field that is missing', () => {
    expect(submit({ title: '', goals: '' })).toEqual({
      kind: 'invalid',
      errors: { title: 'required', goals: 'required' },
    });
  });

  it('is a conflict when the page showed an older version', () => {
    expect(decideSubmit(need(), { version: 6 }, { now: LAST_SECOND })).toEqual({ kind: 'conflict' });
  });
});
