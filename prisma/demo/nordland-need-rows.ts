import { REQUIRED_TEXTS } from '#lib/domain/behovsmelding/form';
import { kindOf } from '#lib/domain/policy/may';
import type { Action } from '#lib/domain/policy/policy';
import type { Calendar } from './messages';
import { CHOSEN, THEMES } from './nordland-themes';
import type { DemoBehovsmelding } from './nordland-needs';
import { org } from './organisations';
import { contactAt, person, type Person } from './persons';
import { NORDLAND, region, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';

/** What the needs of one round are put into. */
export interface RowsInto {
  rows: DemoRows;
  calendar: Calendar;
  roundId: string;
  year: number;
  /** Nordland, when not said. */ countyId?: string;
}

// What no theme tells of, but no need is sent without.
const SAID = Object.fromEntries(REQUIRED_TEXTS.map((name) => [name, 'Det står i planen for tiltaket.']));

export const needId = (roundId: string, key: string): string => `${roundId.replace('runde', 'behov')}-${key}`;

/** The sum of kroner, null when one is not given. */
const sumOf = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);

const kronerOf = (amount: DemoBehovsmelding['egenandel'][number]['amount']): number | null =>
  typeof amount === 'object' && amount !== null ? amount[0] * amount[1] : amount;
/** The egenandel a need plans, in kroner. */
export const plannedOf = (need: DemoBehovsmelding): number | null =>
  sumOf(need.egenandel.map(({ amount }) => kronerOf(amount)));

/** Adds a line to the history, as a command would have. */
export function logRow(
  { rows, roundId, countyId = NORDLAND }: Pick<RowsInto, 'rows' | 'roundId' | 'countyId'>,
  action: Action,
  subjectId: string,
  at: Date,
  actor: Person,
  details: Record<string, string | number | boolean | null>,
  about = kindOf(action),
): void {
  rows.auditEntry.push({
    at,
    actorId: actor.id,
    actorName: actor.name,
    action,
    subjectType: about,
    subjectId,
    roundId,
    countyId,
    details,
  });
}

function sender({ by, owner, contact }: DemoBehovsmelding, countyId: string): Person {
  const skoleeier = person(countyId, 'skoleeier');
  return by === 'coordinator'
    ? person(countyId, 'coordinator')
    : contact === skoleeier.name
      ? skoleeier
      : contactAt(owner, contact);
}

/** Adds a need with its lines, and the history of how it came to its state. */
export function addBehovsmelding(into: RowsInto, need: DemoBehovsmelding, began: Date, sent: Date): void {
  const {
    rows,
    calendar: { day },
    roundId,
    year,
    countyId = NORDLAND,
  } = into;
  const id = needId(roundId, need.key);
  const by = sender(need, countyId);
  const years = need.asked.length;
  const isDraft = need.state === 'draft';
  rows.behovsmelding.push({
    id,
    roundId,
    ownerId: org(need.owner),
    regionId: need.region === '' ? null : region(countyId, need.region),
    state: need.state,
    title: need.title,
    years,
    periodStart: day(`${String(year)}-08-01`),
    periodEnd: day(`${String(year + years)}-06-30`),
    publicUnits: need.units,
    privateUnits: need.privateUnits ?? 0,
    unitKinds: need.unitKinds ?? [],
    participants: need.participants ?? (need.units === 1 ? 'Én skole' : `${String(need.units)} skoler`),
    targetGroups: need.targetGroups ?? ['laerere', 'ledere'],
    ...SAID,
    ...THEMES[need.theme],
    themes: countyId === NORDLAND ? CHOSEN[need.theme] : [],
    collective: !isDraft,
    ...changeOf(need, year),
    contactName: need.contact,
    contactRole: 'Rådgiver',
    contactEmail: 'skole@demo.example.no',
    contactPhone: '75 00 00 00',
    returnComment: need.returned ?? '',
    createdById: by.id,
    createdAt: began,
    updatedAt: isDraft ? began : need.returned === undefined ? sent : into.calendar.ago(3, '09:15'),
    ...(!isDraft && { submittedById: by.id, submittedAt: sent }),
  });
  for (const party of need.parties ?? [])
    rows.behovsmeldingParty.push({ behovsmeldingId: id, organisationId: org(party) });
  const uh = person(need.uh === 'Nord universitet' ? NORDLAND : TROMS_OG_FINNMARK, 'uh');
  rows.behovsmeldingUh.push({
    behovsmeldingId: id,
    organisationId: org(need.uh),
    contact: need.uhContact ?? uh.name,
    ...(!isDraft && { sharedAt: sent, sharedById: by.id }),
    ...(need.confirmed && { confirmedAt: sent, confirmedById: uh.id }),
  });
  need.asked.forEach(([network, uhAmount], index) => {
    const line = { behovsmeldingId: id, budgetYear: year + index };
    rows.behovsmeldingLine.push(
      { ...line, side: 'network', receiverId: org(need.owner), amount: network },
      { ...line, side: 'uh', receiverId: org(need.uh), amount: uhAmount },
    );
  });
  need.egenandel.forEach(({ kind, note, year: after, amount }, index) => {
    const basis =
      typeof amount === 'object' && amount !== null
        ? { hours: amount[0], rate: amount[1], amount: amount[0] * amount[1] }
        : { amount };
    rows.egenandelLine.push({
      behovsmeldingId: id,
      position: index + 1,
      budgetYear: year + after,
      kind,
      note,
      ...basis,
    });
  });
  tell(into, need, { id, began, sent, by, uh });
}

/** The need and the tiltak of two years before that a need goes on from. */
function changeOf({ changes }: DemoBehovsmelding, year: number): Partial<DemoRows['behovsmelding'][number]> {
  if (changes === undefined) return {};
  const from = needId(`runde-no-${String(year - 2)}`, changes.key);
  return {
    startedFromId: from,
    changeTiltakId: from.replace('behov', 'tiltak'),
    changeDirection: changes.direction,
    changeReason: changes.reason,
  };
}

function tell(
  into: RowsInto,
  need: DemoBehovsmelding,
  { id, began, sent, by, uh }: { id: string; began: Date; sent: Date; by: Person; uh: Person },
): void {
  const { calendar } = into;
  const caseworker = person(into.countyId ?? NORDLAND, 'caseworker');
  const { title } = need;
  const asked = {
    title,
    network: sumOf(need.asked.map(([network]) => network)),
    uh: sumOf(need.asked.map(([, kroner]) => kroner)),
    egenandel: plannedOf(need),
  };
  logRow(into, 'behovsmelding.create', id, began, by, { owner: need.owner });
  if (need.dispensation !== undefined) {
    const askedAt = calendar.ago(2, '11:40');
    const dispensationId = `${id}-dispensasjon`;
    into.rows.dispensation.push({
      id: dispensationId,
      rule: 'egenandel',
      roundId: into.roundId,
      behovsmeldingId: id,
      reason: need.dispensation,
      askedById: by.id,
      askedAt,
    });
    logRow(into, 'dispensation.ask', id, askedAt, by, { dispensationId, ...asked, reason: need.dispensation });
  }
  if (need.state === 'draft') return;
  logRow(into, 'behovsmelding.submit', id, sent, by, {
    ...asked,
    again: false,
    ...(need.by === 'coordinator' && { onBehalf: need.region }),
  });
  if (need.confirmed)
    logRow(into, 'behovsmelding.confirm', id, sent, uh, { uh: need.uh, contact: need.uhContact ?? uh.name });
  if (need.returned !== undefined)
    logRow(into, 'behovsmelding.return', id, calendar.ago(3, '09:15'), caseworker, { title, comment: need.returned });
  if (need.state === 'withdrawn')
    logRow(
      into,
      'behovsmelding.withdraw',
      id,
      new Date(Math.min(sent.getTime() + 2 * 86_400_000, calendar.now.getTime())),
      by,
      { title },
    );
}
