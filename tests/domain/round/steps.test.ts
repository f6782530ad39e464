import { describe, expect, it } from 'vitest';
import { roundSteps } from '#lib/domain/round/steps';
import { PROGRAMMES } from '#lib/domain/states';
import { roundName } from '#lib/texts/format';
import { LOCALES } from '#lib/texts/locale';
import { textsFor } from '#lib/texts/texts';

const counts = { sent: 5, recommended: 4, proposed: 3, approved: 2, halves: 4, accepted: 1 };
const told = (...given: Parameters<typeof roundSteps>) =>
  roundSteps(...given).map(({ step, place, count, all }) => [step, place, count, all]);

describe('the steps of a round', () => {
  it('are counted by what has come to each, the reports of how many are due', () => {
    expect(told('proposed', counts)).toEqual([
      ['open', 'done', 5, null],
      ['closed', 'done', null, null],
      ['recommended', 'done', 4, null],
      ['proposed', 'current', 3, null],
      ['approved', 'ahead', 2, null],
      ['reporting', 'ahead', 1, 4],
    ]);
  });

  it('ahead are not counted before anything has come there', () => {
    const none = { sent: 0, recommended: 0, proposed: 0, approved: 0, halves: 0, accepted: 0 };
    expect(told('closed', none).map(([, , count]) => count)).toEqual([0, null, null, null, null, null]);
  });

  it('are shown without counts to whoever may not know them, and all are done in a finished round', () => {
    expect(told('finished', null)).toEqual(
      ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting'].map((step) => [step, 'done', null, null]),
    );
  });
});

describe('the name of a round', () => {
  it('is programme, county and year, and the same in both languages', () => {
    for (const locale of LOCALES) {
      expect(
        PROGRAMMES.map((programme) => roundName(textsFor(locale), { programme, countyName: 'Nordland', year: 2027 })),
      ).toEqual([
        'DEKOMP Nordland 2027',
        'REKOMP Nordland 2027',
        'Kompetanseløftet Nordland 2027',
        'Kollektiv kompetanseutvikling Nordland 2027',
      ]);
      expect(roundName(textsFor(locale), { programme: 'DEKOMP', year: 2027 })).toBe('DEKOMP 2027');
    }
  });
});
