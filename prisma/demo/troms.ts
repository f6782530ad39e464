import type { Calendar } from './calendar';
import { org } from './organisations';
import { forum, region, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';
import { TF_RULES } from './rules';
import { halves } from './troms-reports';
import { institution, leadOf, printed2021, regionOf, type Printed } from './troms-source';

const ROUND = 'runde-tf-2021';
const YEAR = 2021;
const VEST_FINNMARK = 'RSK Vest-Finnmark';
const UH_POOL = 'pott-vest-finnmark-uh';
const EGENANDEL_POOL = 'pott-vest-finnmark-egenandel';
const OUTSIDE_COUNTY = 30;
const NOT_FOLLOWED_UP = 13;
const WRONG_CELL = 13;
const PRIVATE_SCHOOLS = [15, 17];

const inPool = (tiltak: Printed): boolean => tiltak.region === VEST_FINNMARK;

const NOTES = [
  'Tiltak 21: én rapport gjelder to tilskudd, 50 000 kr til UiT og 168 000 kr til møtene i samarbeidsforum.',
  'Tiltak 10 og 30 manglet i en tidligere utskrift fra den nasjonale løsningen.',
  'En merknad i rapporten kaller nettverket for internasjonale skoler tiltak 11. I listen har det nummer 13. Samarbeidsforum følger det ikke opp.',
  'Fylkets samlede ramme for 2021 er ikke kjent. Fristene er heller ikke oppgitt; datoene her er satt av portalen.',
];

/** DEKOMP in Troms og Finnmark for 2021, as the county's own report prints it: a closed round with its reports filed. */
export function addTromsOgFinnmark2021(rows: DemoRows, calendar: Calendar): void {
  const { day } = calendar;
  rows.round.push({
    id: ROUND,
    countyId: TROMS_OG_FINNMARK,
    forumId: forum(TROMS_OG_FINNMARK),
    programme: 'DEKOMP',
    year: YEAR,
    ruleSetId: TF_RULES,
    budget: null,
    state: 'reporting',
    imported: true,
    legacyNotes: NOTES,
    openedAt: day('2020-11-01'),
  });
  const days = {
    need: '2021-02-01',
    innstilling: '2021-03-15',
    decision: '2021-04-30',
    plan: '2021-08-31',
    report: '2022-02-01',
  };
  for (const [kind, lastDay] of Object.entries(days))
    rows.deadline.push({ roundId: ROUND, kind, lastDay: day(lastDay) });
  const pool = { roundId: ROUND, regionId: region(TROMS_OG_FINNMARK, VEST_FINNMARK) };
  rows.regionPool.push(
    {
      ...pool,
      id: UH_POOL,
      kind: 'uh-grant',
      receiverId: org('UiT Norges arktiske universitet'),
      amount: 1_000_000,
      note: 'Rapporten sier at UiT fikk 1 000 000 kr for hele regionen, 166 666 kr per tiltak. Linjene for tiltak 4–9 er trykt med andre beløp.',
    },
    {
      ...pool,
      id: EGENANDEL_POOL,
      kind: 'egenandel',
      amount: 300_000,
      note: 'Egenandelen er felles for regionen, og anslått av 680 000 kr til regionkontoret. 50 000 kr per tiltak er en lik oppdeling.',
    },
  );
  for (const tiltak of printed2021()) add(rows, tiltak, calendar);
}

function add(rows: DemoRows, tiltak: Printed, { day }: Calendar): void {
  const id = `tiltak-tf-2021-${String(tiltak.no).padStart(2, '0')}`;
  const tildelingId = id.replace('tiltak', 'tildeling');
  const where = regionOf(tiltak);
  rows.tiltak.push({
    id,
    reference: `TF-2021-${String(tiltak.no).padStart(4, '0')}`,
    countyId: TROMS_OG_FINNMARK,
    year: YEAR,
    number: tiltak.no,
    roundId: ROUND,
    title: tiltak.title,
    leadId: org(leadOf(tiltak.lead)),
    leadName: tiltak.lead,
    regionId: where === null ? null : region(TROMS_OG_FINNMARK, where),
    status: tiltak.status,
    ...units(tiltak),
    participants: tiltak.participants ?? '',
    outsideCounty: tiltak.no === OUTSIDE_COUNTY,
    forumFollowUp: tiltak.no !== NOT_FOLLOWED_UP,
    externalRef: tiltak.externalRef,
  });
  rows.tildeling.push({ id: tildelingId, roundId: ROUND, tiltakId: id, state: 'sent', imported: true });
  rows.tildelingLine.push(
    {
      id: `${tildelingId}-eier`,
      tildelingId,
      side: 'network',
      budgetYear: YEAR,
      amount: tiltak.ownerGrant,
      printed: tiltak.ownerGrantPrinted ?? '',
      ...ownerSide(tiltak),
    },
    ...tiltak.uhLines.map((line, index) => ({
      id: `${tildelingId}-uh-${String(index + 1)}`,
      tildelingId,
      side: 'uh',
      budgetYear: YEAR,
      amount: line.amount,
      printed: line.printed,
      receiverId: org(institution(line.institution)),
      receiverName: line.institution,
      poolId: inPool(tiltak) ? UH_POOL : null,
    })),
  );
  if (tiltak.no === WRONG_CELL) {
    rows.printedValue.push({
      id: `${id}-feil-celle`,
      tiltakId: id,
      field: 'ownerGrant',
      printed: tiltak.ownerGrantPrinted ?? '',
      amount: 1_710_000,
      corrected: 0,
      note: 'Beløpet til universitetet sto også i cellen for skoleeier. Skoleeier fikk 0 kr.',
    });
  }
  rows.annualReport.push({ id: `rapport-${id}`, tiltakId: id, year: YEAR, dueOn: day('2022-02-01') });
  rows.reportHalf.push(...halves(`rapport-${id}`, tiltak, inPool(tiltak) ? EGENANDEL_POOL : null));
}

/** The report gives one number of schools; those of tiltak 15 and 17 are private. */
const units = ({
  no,
  publicUnits,
  privateUnits,
}: Printed): { publicUnits: number | null; privateUnits: number | null } =>
  PRIVATE_SCHOOLS.includes(no) ? { publicUnits: 0, privateUnits: publicUnits } : { publicUnits, privateUnits };

/** Who the owner's line goes to. A university leads tiltak 18, 21 and 22, and the report does not say who of the owners received it. */
function ownerSide({ lead, leadKind }: Printed): { receiverId: string | null; receiverName: string | null } {
  return leadKind === 'university'
    ? { receiverId: null, receiverName: null }
    : { receiverId: org(leadOf(lead)), receiverName: lead };
}
