import { describe, expect, it } from 'vitest';
import { letter, type LetterData } from '#lib/documents/letter';
import { textsFor } from '#lib/texts/texts';
import { day } from '#tests/support/day';

const data: LetterData = {
  title: 'Tidlig innsats',
  reference: 'PF-2027-0001',
  needNumber: 7,
  outcome: 'granted',
  ownerName: 'Fauske',
  ownerOrgnr: '972418021',
  statsforvalterName: 'Statsforvalteren i Prøvefylke',
  year: 2027,
  lines: [
    { id: '1', side: 'network', receiver: 'Fauske', budgetYear: 2027, amount: 200_000, printed: null },
    { id: '2', side: 'uh', receiver: 'Nord universitet', budgetYear: 2027, amount: 300_000, printed: null },
  ],
  asked: { network: 200_000, uh: 300_000 },
  reason: '',
  approvedAt: new Date('2027-04-20T10:00:00Z'),
  reportLastDay: day('2028-02-01'),
  legalBasis: 'forskriften § 4.',
  requiredEgenandel: 150_000,
  plannedEgenandel: 160_000,
  egenandelDispensation: false,
  egenandelPercent: 30,
  egenandelBase: 'total-grant',
  egenandelEnforcement: 'require',
  egenandelSource: 'strategien',
  proposedByName: 'Sara Saksbehandler',
  approvedByName: 'Berit Beslutter',
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const nb = (change: Partial<LetterData> = {}) => letter({ ...data, ...change }, textsFor('nb'));
const words = (one: ReturnType<typeof nb>) =>
  plain(
    [
      one.heading,
      one.first,
      ...one.underTable,
      ...one.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ].join('\n'),
  );

describe('the letter of a tildeling', () => {
  it('says the outcome in its heading and the amount in its first sentence', () => {
    expect(nb().heading).toBe('Tilskudd til «Tidlig innsats» er innvilget');
    expect(plain(nb().first)).toBe(
      'Statsforvalteren i Prøvefylke gir 500 000 kr i tilskudd til tiltaket «Tidlig innsats» fra Fauske i runden for 2027.',
    );
    expect([nb().reference, nb().date, nb().receiver]).toEqual([
      'PF-2027-0001',
      '20. april 2027',
      ['Fauske', 'org.nr. 972418021'],
    ]);
  });

  it('has a line for each receiver and budget year, and their sum', () => {
    expect(nb().rows.map(({ receiver, year, amount }) => [receiver, year, plain(amount)])).toEqual([
      ['Fauske', '2027', '200 000 kr'],
      ['Nord universitet', '2027', '300 000 kr'],
    ]);
    expect(plain(nb().sum)).toBe('500 000 kr');
  });

  it('makes later years conditional on the state budget, and only those', () => {
    expect(words(nb())).not.toContain('statsbudsjettet');
    const [first] = data.lines;
    expect(words(nb({ lines: first === undefined ? [] : [first, { ...first, id: '3', budgetYear: 2028 }] }))).toContain(
      'etter 2027 gis med forbehold om at Stortinget bevilger',
    );
  });

  it('names the egenandel, the report’s last day, and the right to appeal within three weeks', () => {
    expect(words(nb())).toContain('minst 150 000 kr (30 %)');
    expect(words(nb())).toContain('Rapporter for 2027 innen 1. februar 2028 kl. 23.59.');
    expect(words(nb())).toContain('forvaltningsloven § 28. Fristen er tre uker');
    expect(words(nb({ requiredEgenandel: null, egenandelEnforcement: 'none' }))).not.toContain('Egenandel');
  });

  it('computes the egenandel of a proposal that is not frozen yet: 30 % of 500 000', () => {
    expect(words(nb({ requiredEgenandel: null, approvedAt: null, reference: null }))).toContain('minst 150 000 kr');
    expect([nb({ approvedAt: null }).date, nb({ reference: null }).reference]).toEqual([
      'ikke vedtatt',
      'Behovsmelding 7',
    ]);
  });

  it('tells how much a partial grant is below the request: 600 000 − 500 000', () => {
    expect(words(nb({ outcome: 'partly', asked: { network: 240_000, uh: 360_000 } }))).toContain(
      'Dere søkte om 600 000 kr. Tilskuddet er 100 000 kr lavere.',
    );
  });

  it('refuses without conditions, egenandel or report, but with the reason and the right to appeal', () => {
    const refused = nb({ outcome: 'refused', lines: [], requiredEgenandel: 0, reason: 'Ikke prioritert.' });
    expect(refused.rows).toEqual([]);
    expect(refused.sections.map(({ heading }) => heading)).toEqual([
      'Hvorfor vi har bestemt dette',
      'Du kan klage på vedtaket',
    ]);
    expect(words(refused)).toContain('Ikke prioritert.');
  });

  it('is signed by the one who approved and the one who prepared it', () => {
    expect(nb().signed.map(({ name }) => name)).toEqual(['Berit Beslutter', 'Sara Saksbehandler']);
  });

  it('is written in nynorsk to those who use it', () => {
    expect(letter(data, textsFor('nn')).heading).toBe('Tilskot til «Tidlig innsats» er innvilga');
  });
});
