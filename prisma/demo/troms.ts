import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SAMI_DEGREES, TILTAK_STATUSES } from '#lib/domain/states';
import { org } from './organisations';
import type { DemoRows } from './rows';
import type { Calendar } from './messages';
import { forum, region, TROMS_OG_FINNMARK } from './places';
import { TF_RULES } from './rules';

const count = z.int().nullable();

/** What the county's report for 2021 prints of one tiltak. Null is a blank or absent cell, never 0. */
const Printed = z.object({
  no: z.int(),
  title: z.string(),
  lead: z.string(),
  leadKind: z.string(),
  region: z.string().nullable(),
  externalRef: z.string().nullable(),
  publicUnits: count,
  privateUnits: count,
  participants: z.string().nullable(),
  uhLines: z.array(z.object({ institution: z.string(), printed: z.string(), amount: z.int() })),
  ownerGrant: count,
  ownerGrantPrinted: z.string().nullable(),
  egenandel: count,
  coordinatorFunds: count,
  samiPrinted: z.string().nullable(),
  sami: z.enum(SAMI_DEGREES).nullable(),
  status: z.enum(TILTAK_STATUSES),
});
export type Printed = z.infer<typeof Printed>;

/** The 30 tiltak of Troms og Finnmark 2021, in the order of the report. */
const printed2021 = (): Printed[] =>
  z.array(Printed).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'troms-og-finnmark-2021.json'), 'utf8')));

const UH: Readonly<Record<string, string>> = {
  'Sámi allaskuvla / Samisk høgskole': 'Samisk høgskole / Sámi allaskuvla',
  'Universitetet i Stavanger, Læringsmiljøsenteret': 'Universitetet i Stavanger',
  'Høgskolen i Innlandet, SePU': 'Universitetet i Innlandet',
};
/** The institution that receives, by our name for it: a centre is part of its university, and Innlandet has become one. */
const institution = (name: string): string => UH[name] ?? name;

const LEADS: Readonly<Record<string, string>> = {
  'Nettverk for Internasjonale skoler': 'Nettverk for internasjonale skoler',
  'Region Sør – Troms': 'Region Sør-Troms',
  TFFK: 'Troms og Finnmark fylkeskommune',
  'UiT og Statsforvalteren': 'UiT Norges arktiske universitet',
  'UiT Norges Arktiske universitet': 'UiT Norges arktiske universitet',
};
/** The organisation that leads, by our name for it. */
const leadOf = (lead: string): string => LEADS[lead] ?? lead.replace(/ kommune$/, '');

const REGIONS: Readonly<Record<string, string>> = { 'Nord-Troms (inferred)': 'Nord-Troms' };
const TOGETHER = [20, 29];
/** The region a tiltak belongs to; Senja and Sørreisa share two. */
const regionOf = ({ no, region }: Printed): string | null =>
  TOGETHER.includes(no) ? 'Senja og Sørreisa' : region === null ? null : (REGIONS[region] ?? region);

type Half = DemoRows['reportHalf'][number];

// The report says in words what was used: tiltak 2 nothing of the owner's 53 000 kr, 16 720 000 kr, 19 about 750 000 kr by the UH.
const OWNER_SPENT: Readonly<Record<number, Partial<Half>>> = {
  2: {
    spent: 0,
    carryOverAsked: 53_000,
    carryReason: 'Hele beløpet er overført til 2022. Tiltaket starter tidligst høsten 2022.',
  },
  16: { spent: 720_000 },
};
const UH_SPENT: Readonly<Record<number, Partial<Half>>> = { 19: { spent: 750_000, spentIsEstimate: true } };

/** The halves filed for one tiltak: the owner's (or whoever leads), and one for each UH with a line. */
function halves(reportId: string, tiltak: Printed, poolId: string | null): Half[] {
  const owner: Half = {
    id: `${reportId}-eier`,
    reportId,
    side: 'owner',
    organisationId: org(leadOf(tiltak.lead)),
    state: 'filed',
    status: tiltak.status,
    participants: tiltak.participants ?? '',
    egenandel: tiltak.egenandel,
    egenandelPoolId: poolId,
    coordinatorFunds: tiltak.coordinatorFunds,
    samiDegree: tiltak.sami,
    samiPrinted: tiltak.samiPrinted,
    ...OWNER_SPENT[tiltak.no],
  };
  const uh = tiltak.uhLines.map((line, index): Half => ({
    id: `${reportId}-uh-${String(index + 1)}`,
    reportId,
    side: 'uh',
    organisationId: org(institution(line.institution)),
    state: 'filed',
    ...UH_SPENT[tiltak.no],
  }));
  return [owner, ...uh];
}

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
