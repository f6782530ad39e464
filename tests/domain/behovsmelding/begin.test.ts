import { describe, expect, it } from 'vitest';
import { beginFrom, hasPart, isTakenAtFirst, PARTS, type BeginSource } from '#lib/domain/behovsmelding/begin';
import { decideBegin } from '#lib/domain/behovsmelding/decide';
import { day } from '#tests/support/day';
import { LAST_SECOND, TOO_LATE } from '#tests/support/world';
import { need, RULES } from '#tests/support/behovsmelding-core';

const into = { year: 2029, rules: RULES, partners: ['uh'], themeIds: ['lesing'], owners: ['neighbour'] };
const source = (change: Partial<BeginSource> = {}): BeginSource => ({
  ...need({ years: 2, network: [200_000, 80_000], uh: [300_000, 120_000] }),
  ...change,
});

describe('a need begun from an earlier one', () => {
  it('takes the parts that are ticked, and nothing else', () => {
    const begun = beginFrom(source(), ['goals', 'contact'], into);
    expect(begun).toEqual({
      text: {
        goals: 'Flere leser godt.',
        contactName: 'Kari Eier',
        contactRole: 'Rådgiver',
        contactEmail: 'kari@example.no',
        contactPhone: '75000000',
        languages: {},
      },
      lines: [],
      egenandelLines: [],
      uh: [],
      parties: [],
    });
  });

  it('takes no money unless it is asked for, and then in the years of the new round', () => {
    expect(PARTS.filter((part) => !isTakenAtFirst(part))).toEqual(['amounts', 'egenandel']);
    expect(beginFrom(source(), PARTS.filter(isTakenAtFirst), into).lines).toEqual([]);
    const { lines, egenandelLines, text } = beginFrom(source(), ['amounts', 'uh', 'egenandel'], into);
    expect(lines.map(({ side, budgetYear, amount }) => [side, budgetYear, amount])).toEqual([
      ['network', 2029, 200_000],
      ['network', 2030, 80_000],
      ['uh', 2029, 300_000],
      ['uh', 2030, 120_000],
    ]);
    expect(egenandelLines.map(({ budgetYear, amount }) => [budgetYear, amount])).toEqual([[2029, 150_000]]);
    expect(text.years).toBe(2);
  });

  it('leaves the money of a UH that is not taken, and of years the rules do not allow', () => {
    expect(beginFrom(source(), ['amounts'], into).lines.map(({ side }) => side)).toEqual(['network', 'network']);
    const short = { ...into, rules: { ...RULES, maxYears: 1 } };
    expect(beginFrom(source(), ['amounts'], short)).toMatchObject({
      text: { years: 1 },
      lines: [{ budgetYear: 2029 }],
    });
  });

  it('leaves what the programme or the county does not offer: PPT here, a theme that has ended, a partner of another kind', () => {
    const old = source({
      targetGroups: ['laerere', 'ppt'],
      themes: ['lesing', 'ended'],
      uh: [
        { organisationId: 'fagskole', name: 'Fagskolen' },
        { organisationId: 'uh', name: 'UH' },
      ],
      parties: [
        { organisationId: 'neighbour', name: 'N' },
        { organisationId: 'moved', name: 'M' },
      ],
    });
    expect(beginFrom(old, ['targetGroups', 'themes', 'uh', 'parties'], into)).toMatchObject({
      text: { targetGroups: ['laerere'], themes: ['lesing'] },
      uh: ['uh'],
      parties: ['neighbour'],
    });
  });

  it('takes no egenandel where the programme has none', () => {
    expect(
      beginFrom(source(), ['egenandel'], { ...into, rules: { ...RULES, egenandelEnforcement: 'none' } }).egenandelLines,
    ).toEqual([]);
  });

  it('keeps the language of a text that is taken', () => {
    expect(beginFrom(source({ languages: { need: 'se', goals: 'nn' } }), ['need'], into).text.languages).toEqual({
      need: 'se',
    });
  });

  it('never confirms anew: that it is for all is said each time', () => {
    expect(beginFrom(source(), PARTS, into).text.collective).toBeUndefined();
  });

  it('offers only the parts that say something', () => {
    const empty = source({ goals: '', uh: [], lines: [], egenandelLines: [], coherence: '' });
    expect(PARTS.filter((part) => !hasPart(empty, part))).toEqual([
      'themes',
      'goals',
      'coherence',
      'parties',
      'uh',
      'amounts',
      'egenandel',
    ]);
  });
});

describe('beginning', () => {
  const before = {
    round: { state: 'open' as const, needLastDay: day('2027-02-01'), lateUntil: null },
    source: source(),
    into: { ...into, tiltakIds: ['tiltak'] },
  };
  const nothing = { fromId: null, fromTiltakId: null, changeTiltakId: null, take: [] };

  it('remembers what it began from', () => {
    expect(decideBegin(before, { ...nothing, fromId: 'old', take: ['title'] }, { now: LAST_SECOND })).toMatchObject({
      kind: 'done',
      value: { startedFromId: 'old', startedFromTiltakId: null, begun: { text: { title: 'Tidlig innsats' } } },
    });
  });

  it('changes only a tiltak of its own that has money then', () => {
    expect(decideBegin(before, { ...nothing, changeTiltakId: 'tiltak' }, { now: LAST_SECOND })).toMatchObject({
      kind: 'done',
      value: { changeTiltakId: 'tiltak' },
    });
    expect(decideBegin(before, { ...nothing, changeTiltakId: 'other' }, { now: LAST_SECOND })).toEqual({
      kind: 'invalid',
      errors: { changeTiltakId: 'not-in-list' },
    });
  });

  it('is in time, into an open round', () => {
    expect(decideBegin(before, nothing, { now: TOO_LATE }).kind).toBe('refused');
    expect(
      decideBegin({ ...before, round: { ...before.round, state: 'closed' } }, nothing, { now: LAST_SECOND }),
    ).toEqual({ kind: 'refused', refusals: [{ code: 'round-closed' }] });
  });
});
