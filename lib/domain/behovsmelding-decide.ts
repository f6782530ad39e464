import type { Behovsmelding } from './behovsmelding';
import { beginFrom, type Begun, type Into, type Part, type Source } from './behovsmelding-begin';
import { egenandelRefusals, missingIn } from './behovsmelding-missing';
import { conflict, done, invalid, refused, type Decision } from './outcome';
import { sendingOf, whyNotSend } from './sending';
import type { RoundState } from './states';

interface When {
  readonly now: Date;
}
interface OpenRound {
  state: RoundState;
  needLastDay: Date;
  lateUntil: Date | null;
}

interface Beginning {
  round: OpenRound;
  source: Source | undefined;
  into: Into & { readonly tiltakIds: readonly string[] };
}
interface BeginInput {
  fromId: string | null;
  fromTiltakId: string | null;
  changeTiltakId: string | null;
  take: readonly Part[];
}
interface Begins {
  begun: Begun;
  startedFromId: string | null;
  startedFromTiltakId: string | null;
  changeTiltakId: string | null;
}

const EMPTY: Begun = { text: {}, lines: [], egenandelLines: [], uh: [], parties: [] };

/** A new need: into a round that still takes it; from what is taken of an earlier one, if any. The tiltak it asks to change must have money then. */
export function decideBegin(
  before: Beginning,
  { fromId, fromTiltakId, changeTiltakId, take }: BeginInput,
  { now }: When,
): Decision<Begins> {
  const { state: roundState, needLastDay, lateUntil } = before.round;
  const no = whyNotSend({ roundState, needLastDay, lateUntil, returned: false, returnedUntil: null }, now);
  if (no !== null) return refused(no);
  if (changeTiltakId !== null && !before.into.tiltakIds.includes(changeTiltakId))
    return invalid({ changeTiltakId: 'not-in-list' });
  const begun = before.source === undefined ? EMPTY : beginFrom(before.source, take, before.into);
  return done({
    begun,
    startedFromId: fromId,
    startedFromTiltakId: fromId === null ? fromTiltakId : null,
    changeTiltakId,
  });
}

/** Sending: complete, with its egenandel, in time to the second. */
export function decideSubmit(
  before: Behovsmelding,
  input: { version: number | null },
  { now }: When,
): Decision<Behovsmelding> {
  if (input.version !== null && input.version !== before.version) return conflict;
  const no = whyNotSend(sendingOf(before), now);
  if (no !== null) return refused(no);
  const missing = missingIn(before, before.rules);
  if (missing.length > 0) return invalid(Object.fromEntries(missing.map(({ field, code }) => [field, code])));
  const refusals = egenandelRefusals(before, before.rules);
  return refusals.length > 0 ? refused(...refusals) : done(before);
}

/** A withdrawn need as a draft again: while it could still be sent. */
export function decideReopen(
  before: Pick<Behovsmelding, 'roundState' | 'needLastDay' | 'lateUntil'>,
  { now }: When,
): Decision<null> {
  const no = whyNotSend({ ...before, returned: false, returnedUntil: null }, now);
  return no === null ? done(null) : refused(no);
}
