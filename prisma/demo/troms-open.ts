import type { Calendar } from './messages';
import { addBehovsmelding, logRow, needId, type RowsInto } from './nordland-need-rows';
import type { DemoBehovsmelding } from './nordland-needs';
import { person } from './persons';
import { forum, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';
import { TF_OPEN_RULES } from './rules';
import { asColumn } from '../models';
import { addDays, dayAt } from '#lib/domain/day';

const UIT = 'UiT Norges arktiske universitet';
const VEST = 'RSK Vest-Finnmark';

/** Made up: the county's needs of the open year. Tromsø has no region since its own was dissolved. */
const NEEDS: readonly DemoBehovsmelding[] = [
  {
    key: 'muntlig',
    owner: 'Tromsø',
    region: '',
    uh: UIT,
    title: 'Muntlige ferdigheter i hele skoleløpet',
    theme: 'reading',
    state: 'draft',
    units: 12,
    contact: 'Heidi Evensen',
    asked: [
      [150_000, 225_000],
      [100_000, 150_000],
    ],
    uhContact: '',
    egenandel: [{ kind: 'lonn', note: 'Lønn til ressurslærere', year: 0, amount: 90_000 }],
  },
  {
    key: 'samisk',
    owner: 'Hasvik',
    region: VEST,
    uh: UIT,
    title: 'Samisk språk og kultur på småskoletrinnet',
    theme: 'community',
    state: 'submitted',
    units: 2,
    contact: 'Siv Larsen',
    by: 'coordinator',
    confirmed: true,
    asked: [
      [60_000, 90_000],
      [40_000, 60_000],
    ],
    egenandel: [{ kind: 'lonn', note: 'Lønn til ressurslærere', year: 0, amount: 75_000 }],
  },
  {
    key: 'sma-skoler',
    owner: 'Loppa',
    region: VEST,
    uh: UIT,
    title: 'Vurdering i små skoler',
    theme: 'assessment',
    state: 'returned',
    units: 2,
    contact: 'Tor Nilsen',
    by: 'coordinator',
    returned: 'Beløpet til universitetet er likt begge år. Er det meningen?',
    asked: [
      [50_000, 75_000],
      [50_000, 75_000],
    ],
    egenandel: [{ kind: 'frikjop', note: 'Frikjøp til samlingene', year: 0, amount: 75_000 }],
  },
];

/** An open round of DEKOMP in Troms og Finnmark, as an example: a draft, one sent by the region's office, and one given back. */
export function addTromsOpen(rows: DemoRows, calendar: Calendar): void {
  const { day, ago, now, openYear: year } = calendar;
  const roundId = `runde-tf-${String(year)}`;
  const into: RowsInto = { rows, calendar, roundId, year, countyId: TROMS_OG_FINNMARK };
  const caseworker = person(TROMS_OG_FINNMARK, 'caseworker');
  rows.round.push({
    id: roundId,
    countyId: TROMS_OG_FINNMARK,
    forumId: forum(TROMS_OG_FINNMARK),
    programme: 'DEKOMP',
    year,
    ruleSetId: TF_OPEN_RULES,
    budget: 6_000_000,
    state: 'open',
    isExample: true,
    openedAt: ago(18, '08:30'),
  });
  const days = {
    need: `${String(year)}-02-01`,
    innstilling: `${String(year)}-03-15`,
    decision: `${String(year)}-04-30`,
    plan: `${String(year)}-08-31`,
    report: `${String(year + 1)}-02-01`,
  };
  for (const [kind, lastDay] of Object.entries(days)) rows.deadline.push({ roundId, kind, lastDay: day(lastDay) });
  logRow(
    into,
    'round.open',
    roundId,
    ago(18, '08:30'),
    caseworker,
    { programme: 'DEKOMP', year, budget: 6_000_000, reserve: 0, ruleSetId: TF_OPEN_RULES },
    'round',
  );
  NEEDS.forEach((need, index) => {
    addBehovsmelding(into, need, ago(10, '09:00'), ago(7 - index, '13:15'));
  });
  for (const [key, owner] of [
    ['samisk', 'hasvik'],
    ['sma-skoler', 'loppa'],
  ] as const)
    Object.assign(rows.behovsmelding.find(({ id }) => id === needId(roundId, key)) ?? {}, {
      delegationId: `delegation-${owner}`,
    });

  const back = needId(roundId, 'sma-skoler');
  const until = addDays(dayAt(now), 9);
  Object.assign(rows.behovsmelding.find(({ id }) => id === back) ?? {}, { returnedUntil: asColumn(until) });
  rows.comment.push({
    id: `${back}-lines`,
    behovsmeldingId: back,
    kind: 'return',
    field: 'lines',
    text: 'Skriv hva universitetet gjør i det andre året.',
    authorId: caseworker.id,
    at: ago(3, '09:15'),
  });
  const line = rows.auditEntry.find(({ action, subjectId }) => action === 'behovsmelding.return' && subjectId === back);
  if (line !== undefined) Object.assign(line, { details: { ...(line.details as object), fields: 1, until } });

  const sent = needId(roundId, 'samisk');
  rows.comment.push({
    id: `${sent}-notat`,
    behovsmeldingId: sent,
    kind: 'internal',
    text: 'Godt begrunnet. Se den sammen med behovet fra Loppa.',
    authorId: caseworker.id,
    at: ago(2, '10:20'),
  });
  logRow(into, 'note.write', sent, ago(2, '10:20'), caseworker, {});
  addContributor(into, needId(roundId, 'muntlig'));
}

/** A rektor is asked to comment on Tromsø's draft, and what was said is put right. */
function addContributor(into: RowsInto, behovsmeldingId: string): void {
  const {
    rows,
    calendar: { ago },
  } = into;
  const [heidi, rektor] = [
    person(TROMS_OG_FINNMARK, 'skoleeier'),
    { id: 'invitert-rektor-tromso', name: 'Kristin Vollan' },
  ];
  rows.user.push({ ...rektor, email: 'kristin.vollan@skole.example.no', invitedAt: ago(9, '11:00') });
  rows.contributor.push({
    id: `${behovsmeldingId}-rektor`,
    behovsmeldingId,
    userId: rektor.id,
    may: 'comment',
    unit: 'Storelva skole',
    invitedById: heidi.id,
    invitedAt: ago(9, '11:00'),
  });
  logRow(into, 'contributor.invite', behovsmeldingId, ago(9, '11:00'), heidi, {
    name: rektor.name,
    unit: 'Storelva skole',
    may: 'comment',
  });
  rows.comment.push({
    id: `${behovsmeldingId}-mal`,
    behovsmeldingId,
    field: 'goals',
    kind: 'contributor',
    text: 'Ta med at elevene skal legge fram for hverandre.',
    authorId: rektor.id,
    at: ago(8, '14:10'),
    resolvedById: heidi.id,
    resolvedAt: ago(7, '08:20'),
  });
  logRow(into, 'comment.write', behovsmeldingId, ago(8, '14:10'), rektor, { field: 'goals' });
  logRow(into, 'comment.resolve', behovsmeldingId, ago(7, '08:20'), heidi, { field: 'goals', resolved: true });
}
