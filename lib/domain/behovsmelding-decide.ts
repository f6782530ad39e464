import { budgetYears, cellName, coordinatorName, type Behovsmelding, type EgenandelLine, type NeedLine, type NeedText } from './behovsmelding';
import { beginFrom, type Begun, type Into, type Part, type Source } from './behovsmelding-begin';
import { egenandelRefusals, missingIn } from './behovsmelding-missing';
import type { FieldError } from './field-errors';
import { MAX_KRONER } from './kroner';
import { conflict, done, invalid, refused, type Decision } from './outcome';
import { sendingOf, whyNotSend } from './sending';
import type { RoundState } from './states';

interface When { readonly now: Date }
interface OpenRound { state: RoundState; needLastDay: Date; lateUntil: Date | null }

interface Beginning { round: OpenRound; source: Source | undefined; into: Into & { readonly tiltakIds: readonly string[] } }
interface BeginInput { fromId: string | null; fromTiltakId: string | null; changeTiltakId: string | null; take: readonly Part[] }
interface Begins { begun: Begun; startedFromId: string | null; startedFromTiltakId: string | null; changeTiltakId: string | null }

const EMPTY: Begun = { text: {}, lines: [], egenandelLines: [], uh: [], parties: [] };

/** A new need: into a round that still takes it; from what is taken of an earlier one, if any. The tiltak it asks to change must have money then. */
export function decideBegin(before: Beginning, { fromId, fromTiltakId, changeTiltakId, take }: BeginInput, { now }: When): Decision<Begins> {
  const { state: roundState, needLastDay, lateUntil } = before.round;
  const no = whyNotSend({ roundState, needLastDay, lateUntil, returned: false, returnedUntil: null }, now);
  if (no !== null) return refused(no);
  if (changeTiltakId !== null && !before.into.tiltakIds.includes(changeTiltakId)) return invalid({ changeTiltakId: 'not-in-list' });
  const begun = before.source === undefined ? EMPTY : beginFrom(before.source, take, before.into);
  return done({ begun, startedFromId: fromId, startedFromTiltakId: fromId === null ? fromTiltakId : null, changeTiltakId });
}

export interface SaveInput {
  version: number; text: NeedText;
  lines: readonly Omit<NeedLine, 'receiverName' | 'coordinator'>[];
  coordinator: readonly { budgetYear: number; amount: number | null }[];
  parties: readonly string[];
  egenandel: readonly (EgenandelLine & { key: string })[];
  uh: readonly { key: string; organisationId: string; contact: string }[];
}
export interface SavedNeed { text: NeedText; lines: Omit<NeedLine, 'receiverName'>[]; egenandelLines: EgenandelLine[]; uh: { organisationId: string; contact: string }[]; parties: string[] }

/** What a need may name: UH partners, other owners of the county, its themes, and the owner's own tiltak. */
export interface Choices { readonly partners: readonly string[]; readonly owners: readonly string[]; readonly themeIds: readonly string[]; readonly tiltakIds: readonly string[] }

/** What is chosen that the need's rules or its county do not offer. */
function wronglyChosen(before: Behovsmelding & Choices, { text, parties }: SaveInput): [string, FieldError][] {
  const { rules } = before;
  const listed: [string, boolean][] = [
    ['targetGroups', text.targetGroups.every((one) => rules.targetGroups.includes(one))],
    ['unitKinds', text.unitKinds.every((one) => rules.unitKinds.includes(one))],
    ['themes', text.themes.every((one) => before.themeIds.includes(one))],
    ['parties', parties.every((one) => before.owners.includes(one) && one !== before.ownerId)],
    ['changeTiltakId', text.changeTiltakId === null || before.tiltakIds.includes(text.changeTiltakId)],
  ];
  return listed.filter(([, right]) => !right).map(([field]) => [field, 'not-in-list']);
}

/** The lines of the budget with what of the network's goes to coordinating. */
function withCoordinator(lines: readonly Omit<NeedLine, 'receiverName' | 'coordinator'>[], ownerId: string, coordinator: SaveInput['coordinator']): Omit<NeedLine, 'receiverName'>[] {
  const given = new Map(coordinator.map(({ budgetYear, amount }) => [budgetYear, amount]));
  const all = lines.map((line) => ({ ...line, coordinator: line.side === 'network' ? (given.get(line.budgetYear) ?? null) : null }));
  const alone = coordinator.filter(({ budgetYear, amount }) => amount !== null && !lines.some((line) => line.side === 'network' && line.budgetYear === budgetYear));
  return [...all, ...alone.map(({ budgetYear, amount }) => ({ side: 'network' as const, receiverId: ownerId, budgetYear, amount: null, coordinator: amount }))];
}

/** A draft as it is: anything may be left out, but what is given must belong to this need. Saved over by another meanwhile: conflict. */
export function decideSave(before: Behovsmelding & Choices, input: SaveInput): Decision<SavedNeed> {
  if (input.version !== before.version) return conflict;
  const { text, lines, egenandel, uh, coordinator } = input;
  const errors: Record<string, FieldError> = Object.fromEntries(wronglyChosen(before, input));
  const years = budgetYears({ year: before.year, years: text.years });
  if (text.years > before.rules.maxYears) errors['years'] = 'out-of-range';
  // A draft may be half done; what has been sent keeps a period that can be.
  if (before.state !== 'draft' && text.periodStart !== null && text.periodEnd !== null && text.periodEnd <= text.periodStart) errors['periodEnd'] = 'end-before-start';
  if (egenandel.reduce((sum, line) => sum + (line.amount ?? 0), 0) > MAX_KRONER) errors['egenandel'] = 'too-large';
  uh.forEach(({ key, organisationId }, index) => {
    const twice = uh.findIndex((one) => one.organisationId === organisationId) < index;
    if (twice || !before.partners.includes(organisationId)) errors[`uh.${key}.organisationId`] = 'not-in-list';
  });
  const known = (line: Pick<NeedLine, 'side' | 'receiverId'>) => (line.side === 'network' ? line.receiverId === before.ownerId : uh.some((one) => one.organisationId === line.receiverId));
  for (const line of lines.filter(({ amount }) => amount !== null)) {
    const name = cellName(line.side, line.receiverId, line.budgetYear);
    if (!known(line)) errors[name] = 'not-in-list';
    else if (!years.includes(line.budgetYear)) errors[name] = 'out-of-range';
  }
  for (const { budgetYear, amount } of coordinator.filter((one) => one.amount !== null)) {
    const asked = lines.find((line) => line.side === 'network' && line.budgetYear === budgetYear)?.amount ?? null;
    if (!years.includes(budgetYear)) errors[coordinatorName(budgetYear)] = 'out-of-range';
    else if (asked !== null && (amount ?? 0) > asked) errors[coordinatorName(budgetYear)] = 'above-network';
  }
  for (const line of egenandel) if (!years.includes(line.budgetYear)) errors[`egenandel.${line.key}.budgetYear`] = 'out-of-range';
  if (Object.keys(errors).length > 0) return invalid(errors);
  return done({
    text,
    parties: [...input.parties],
    lines: withCoordinator(lines.filter((line) => known(line) && years.includes(line.budgetYear)), before.ownerId, coordinator.filter(({ budgetYear }) => years.includes(budgetYear))),
    egenandelLines: egenandel.map(({ budgetYear, kind, note, hours, rate, amount }) => ({ budgetYear, kind, note, hours, rate, amount })),
    uh: uh.map(({ organisationId, contact }) => ({ organisationId, contact })),
  });
}

/** Sending: complete, with its egenandel, in time to the second. */
export function decideSubmit(before: Behovsmelding, input: { version: number | null }, { now }: When): Decision<Behovsmelding> {
  if (input.version !== null && input.version !== before.version) return conflict;
  const no = whyNotSend(sendingOf(before), now);
  if (no !== null) return refused(no);
  const missing = missingIn(before, before.rules);
  if (missing.length > 0) return invalid(Object.fromEntries(missing.map(({ field, code }) => [field, code])));
  const refusals = egenandelRefusals(before, before.rules);
  return refusals.length > 0 ? refused(...refusals) : done(before);
}

/** A withdrawn need as a draft again: while it could still be sent. */
export function decideReopen(before: Pick<Behovsmelding, 'roundState' | 'needLastDay' | 'lateUntil'>, { now }: When): Decision<null> {
  const no = whyNotSend({ ...before, returned: false, returnedUntil: null }, now);
  return no === null ? done(null) : refused(no);
}
