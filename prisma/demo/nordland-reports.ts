import type { HalfState } from '#lib/domain/states';
import { logRow, type RowsInto } from './nordland-need-rows';
import type { GrantedTiltak } from './nordland-granted';
import { org } from './organisations';
import { contactAt, person, type Person } from './persons';
import { NORDLAND, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';

type Half = DemoRows['reportHalf'][number];

/** The first year's halves, owner and UH; all are accepted but these. The second year's are open. */
const FIRST_YEAR: Readonly<Record<string, readonly [HalfState, HalfState]>> = {
  begynner: ['accepted', 'filed'],
  klasser: ['accepted', 'filed'],
  fellesskap: ['returned', 'accepted'],
  videregaende: ['filed', 'accepted'],
};
const RETURNED = 'Skriv hva de 25 000 kronene som ikke er brukt, skal gå til, og be om å få overføre dem.';

/** Adds a report per tiltak and budget year, due 1 February the year after. */
export function addReports(into: RowsInto, granted: readonly GrantedTiltak[]): void {
  const {
    rows,
    calendar: { day },
    year,
  } = into;
  for (const tiltak of granted) {
    tiltak.perYear.forEach(([network, uh], index) => {
      const id = `${tiltak.id.replace('tiltak', 'rapport')}-${String(year + index)}`;
      rows.annualReport.push({
        id,
        tiltakId: tiltak.id,
        year: year + index,
        dueOn: day(`${String(year + index + 1)}-02-01`),
      });
      const [owner, partner] =
        index === 0 ? (FIRST_YEAR[tiltak.need.key] ?? ['accepted', 'accepted']) : (['open', 'open'] as const);
      const egenandel = Math.ceil(((network + uh) * 30) / 100);
      addHalf(
        into,
        tiltak,
        { id: `${id}-eier`, reportId: id, side: 'owner', organisationId: org(tiltak.need.owner), state: owner },
        ownerWords(tiltak, network, egenandel),
      );
      addHalf(
        into,
        tiltak,
        { id: `${id}-uh`, reportId: id, side: 'uh', organisationId: org(tiltak.need.uh), state: partner },
        uhWords(tiltak, uh),
      );
    });
  }
}

const ownerWords = ({ need }: GrantedTiltak, network: number, egenandel: number): Partial<Half> => ({
  status: 'ongoing',
  goals: 'Som i behovsmeldingen.',
  goalAttainment: 'Skolene har gjennomført samlingene, og lærerne prøver ut arbeidsmåtene mellom dem.',
  participants: `${String(need.units)} skoler har deltatt.`,
  egenandel,
  egenandelUsedFor: 'Lønn til ressurslærere og koordinator.',
  anchoring: 'Arbeidet er forankret i skolenes utviklingsplaner og drøftet med de tillitsvalgte.',
  samiDegree: 'noen',
  samiText: 'Samiske tekster og eksempler er brukt på samlingene.',
  uhCooperation: 'Vi har planlagt og vurdert samlingene sammen med universitetet.',
  ...(need.key === 'vurdering'
    ? { spent: network - 30_000, carryOverAsked: 30_000, carryReason: 'Siste samling er flyttet til februar.' }
    : { spent: need.key === 'fellesskap' ? network - 25_000 : network }),
});

const uhWords = ({ need }: GrantedTiltak, uh: number): Partial<Half> => ({
  status: 'ongoing',
  spent: uh,
  goalAttainment: 'Samlinger og veiledning er gjennomført som avtalt.',
  uhCooperation: 'Skolene har deltatt i planleggingen.',
  uhUseOfExperience: 'Erfaringene brukes i lærerutdanningen og i to masteroppgaver.',
  ...(need.key === 'vurdering' && {
    comment: 'A visiting researcher took part in two of the gatherings, and has written about them in English.',
    languages: { comment: 'en' },
  }),
});

function addHalf(
  into: RowsInto,
  { need, id: tiltakId }: GrantedTiltak,
  half: Half & { id: string },
  words: Partial<Half>,
): void {
  const {
    rows,
    calendar: { at, ago },
    year,
  } = into;
  const done = half.state === 'accepted';
  if (half.state === 'open') {
    rows.reportHalf.push(half);
    return;
  }
  const filer = filerOf(need, half.side);
  const caseworker = person(NORDLAND, 'caseworker');
  const filedAt = done ? at(`${String(year + 1)}-01-28`, '14:02') : ago(6, '12:45');
  const decidedAt = done ? at(`${String(year + 1)}-02-20`, '10:30') : ago(3, '10:30');
  const decided = half.state === 'filed' ? {} : { decidedById: caseworker.id, decidedAt };
  rows.reportHalf.push({
    ...half,
    ...words,
    filedById: filer.id,
    filedAt,
    updatedAt: filedAt,
    ...decided,
    ...(half.state === 'returned' && { returnComment: RETURNED }),
  });
  const facts = { title: need.title, year, tiltakId, side: half.side };
  logRow(into, half.side === 'owner' ? 'report.file-owner' : 'report.file-uh', half.id, filedAt, filer, {
    ...facts,
    spent: words.spent ?? null,
  });
  if (half.state === 'accepted') logRow(into, 'report.accept', half.id, decidedAt, caseworker, facts);
  if (half.state === 'returned')
    logRow(into, 'report.return', half.id, decidedAt, caseworker, { ...facts, comment: RETURNED });
}

function filerOf({ by, owner, contact, uh }: GrantedTiltak['need'], side: string): Person {
  if (side === 'uh') return person(uh === 'Nord universitet' ? NORDLAND : TROMS_OG_FINNMARK, 'uh');
  if (by === 'coordinator') return person(NORDLAND, 'coordinator');
  return owner === 'Fauske' ? person(NORDLAND, 'skoleeier') : contactAt(owner, contact);
}
