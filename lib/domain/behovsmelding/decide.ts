import { dayAt, type Day } from '#lib/domain/day';
import { conflict, type Decision, done, invalid, refused } from '#lib/domain/outcome';
import type { RoundState } from '#lib/domain/states';
import { beginFrom, type Begun, type BeginInto, type BeginPart, type BeginSource } from './begin';
import type { Behovsmelding } from './behovsmelding';
import { egenandelRefusals, missingIn } from './missing';
import { sendingOf, whyNotSend } from './sending';

interface When {
  readonly now: Date;
}
interface OpenRound {
  state: RoundState;
  needLastDay: Day;
  lateUntil: Day | null;
}

interface Beginning {
  round: OpenRound;
  source: BeginSource | undefined;
  into: BeginInto & { readonly tiltakIds: readonly string[] };
}
interface BeginInput {
  fromId: string | null;
  fromTiltakId: string | null;
  changeTiltakId: string | null;
  take: readonly BeginPart[];
}
interface Begins {
  begun: Begun;
  startedFromId: string | null;
  startedFromTiltakId: string | null;
  changeTiltakId: string | null;
}

const EMPTY: Begun = { text: {}, lines: [], egenandelLines: [], uh: [], parties: [] };

/**
 * A new need: into a round that still takes it; from what is taken of an earlier one, if any. The tiltak it asks to
 * change must have money then.
 */
export function decideBegin(
  before: Beginning,
  { fromId, fromTiltakId, changeTiltakId, take }: BeginInput,
  { now }: When,
): Decision<Begins> {
  const { state: roundState, needLastDay, lateUntil } = before.round;
  const no = whyNotSend({ roundState, needLastDay, lateUntil, returned: false, returnedUntil: null }, dayAt(now));
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
  const no = whyNotSend(sendingOf(before), dayAt(now));
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
  const no = whyNotSend({ ...before, returned: false, returnedUntil: null }, dayAt(now));
  return no === null ? done(null) : refused(no);
}

/** How many of the other needs of a round wait without a proposal, wait for approval, and are decided. */
export interface Beside {
  readonly open: number;
  readonly proposed: number;
  readonly decided: number;
}

/** Where a round stands when a need is withdrawn from it: it waits only for the needs that are left. */
export function roundAfterWithdrawal(state: RoundState, { open, proposed, decided }: Beside): RoundState {
  if (state !== 'recommended' && state !== 'proposed') return state;
  if (open > 0) return 'recommended';
  if (proposed > 0) return 'proposed';
  return decided > 0 ? 'approved' : 'recommended';
}

type Approval = Pick<Behovsmelding, 'readyAt' | 'updatedAt'>;

/** Whether somebody has written since the leader was asked to approve: what is approved is what stands there now. */
export const changedSince = ({ readyAt, updatedAt }: Approval): boolean => readyAt !== null && updatedAt > readyAt;

/** The leader gives the need back to those who write. Only what waits for the leader can be given back. */
export function decideDecline(before: Approval, { comment }: { comment: string }): Decision<string> {
  return before.readyAt === null ? refused({ code: 'approval-not-asked' }) : done(comment);
}
