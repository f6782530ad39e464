import { REQUIRED_TEXTS } from '#lib/domain/behovsmelding/form';
import { dayOfParts } from '#lib/domain/day';
import { requiredEgenandel } from '#lib/domain/money/egenandel';
import { splitByKey } from '#lib/domain/money/fordeling';
import { asColumn } from '../models';
import { noRows, insert, type DemoRows } from '../demo/rows';
import type { Field } from './county';

const THEMES = [
  'Tidlig innsats',
  'Lesing i alle fag',
  'Vurdering for læring',
  'Inkluderende læringsmiljø',
  'Profesjonsfellesskap',
  'Utforskende realfag',
  'Livsmestring',
  'Overganger',
  'Digital praksis',
  'Flerspråklige elever',
];
// Of twenty needs: most are sent, some are returned or withdrawn, as in a round that has closed.
const STATES = ['returned', 'withdrawn'];
const WORDS =
  'Skolene ser behovet i ståstedsanalysen og i samtaler med elever og lærere. Hele personalet skal delta, og arbeidet følges opp i fellestiden og i nettverket mellom skolene. ';

const SAID = Object.fromEntries(REQUIRED_TEXTS.map((name) => [name, WORDS]));

const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('An empty list has nothing to choose from.');
  return one;
};

/** One need of the large round, the same each time for the same number: 100 000 to 490 000 kr a year, one to three years, one or two UH. */
function addBehovsmelding(rows: DemoRows, field: Field, number: number): void {
  const { roundId, year } = field;
  const owner = at(field.owners, number * 7);
  const uhIds = number % 6 === 0 ? [at(field.uhIds, number), at(field.uhIds, number + 1)] : [at(field.uhIds, number)];
  const years = 1 + (number % 3);
  const id = `${roundId}-${String(number)}`;
  const sentAt = new Date(Date.UTC(year, 0, 2 + (number % 28), 8 + (number % 9), number % 60));
  rows.behovsmelding.push({
    id,
    roundId,
    ownerId: owner.id,
    regionId: owner.regionId,
    state: STATES[number % 20] ?? 'submitted',
    title: `${at(THEMES, number)} i ${owner.name}, del ${String(number)}`,
    years,
    periodStart: asColumn(dayOfParts(year, 8, 1)),
    periodEnd: asColumn(dayOfParts(year + years, 6, 30)),
    publicUnits: 1 + (number % 9),
    privateUnits: number % 4 === 0 ? 1 : 0,
    participants: 'Alle skolene i kommunen',
    targetGroups: ['laerere', 'ledere'],
    sectorGoals: ['kompetanse'],
    evidenceKinds: ['stastedsanalyse'],
    ...SAID,
    need: WORDS.repeat(3),
    evidence: WORDS,
    goals: WORDS.repeat(2),
    measureDescription: WORDS.repeat(3),
    samiPerspective: 'Samiske tekster og eksempler er med.',
    contactName: 'Kontaktperson',
    contactRole: 'Rådgiver',
    contactEmail: 'skole@example.no',
    contactPhone: '75 00 00 00',
    createdById: field.caseworkerId,
    createdAt: sentAt,
    updatedAt: sentAt,
    submittedById: field.caseworkerId,
    submittedAt: sentAt,
  });
  for (const organisationId of uhIds)
    rows.behovsmeldingUh.push({ behovsmeldingId: id, organisationId, contact: 'Kontakt ved UH' });
  let asked = 0;
  for (let after = 0; after < years; after += 1) {
    const amount = 100_000 + ((number * 37) % 40) * 10_000;
    const { network, uh } = splitByKey(amount, { network: 40, uh: 60 });
    const line = { behovsmeldingId: id, budgetYear: year + after };
    rows.behovsmeldingLine.push(
      { ...line, side: 'network', receiverId: owner.id, amount: network },
      ...uhIds.map((receiverId) => ({ ...line, side: 'uh', receiverId, amount: uh / uhIds.length })),
    );
    asked += amount;
  }
  // One in ten is 10 000 kr short, so that the list has something to find.
  const egenandel =
    (requiredEgenandel({ owner: asked, uh: 0 }, { percent: 30, base: 'total-grant' }) ?? 0) -
    (number % 10 === 3 ? 10_000 : 0);
  rows.egenandelLine.push(
    {
      behovsmeldingId: id,
      position: 1,
      budgetYear: year,
      kind: 'lonn',
      note: 'Lønn til koordinator',
      amount: egenandel - 12_000,
    },
    {
      behovsmeldingId: id,
      position: 2,
      budgetYear: year,
      kind: 'frikjop',
      note: 'Frikjøp',
      hours: 20,
      rate: 600,
      amount: 12_000,
    },
  );
  rows.auditEntry.push({
    at: sentAt,
    actorId: field.caseworkerId,
    actorName: 'Lasse Testvik',
    action: 'behovsmelding.submit',
    subjectType: 'behovsmelding',
    subjectId: id,
    roundId,
    countyId: field.countyId,
    details: { title: at(THEMES, number), network: null, uh: null, egenandel, again: false },
  });
}

/** Fills a round with needs, `from` (counted from 0) up to but not including `to`. */
export async function addBehovsmeldinger(field: Field, from: number, to: number): Promise<void> {
  const rows = noRows();
  for (let number = from; number < to; number += 1) addBehovsmelding(rows, field, number);
  await insert(rows);
}
