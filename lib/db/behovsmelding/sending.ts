import {
  type AliasableExpression,
  type Expression,
  type ExpressionBuilder,
  type RawBuilder,
  sql,
  type SqlBool,
} from 'kysely';
import type { Tx } from '#lib/db/client';
import { onDay } from '#lib/db/facts/dates';
import { lastDayOf } from '#lib/db/round/round';
import type { Tables } from '#lib/db/tables';
import { isTrue } from '#lib/db/values';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import { dayAt, type Day } from '#lib/domain/day';
import { WRITTEN, type BehovsmeldingState } from '#lib/domain/states';
import { titleAsSent } from './as-sent';
import { changeBehovsmelding, pruneCells } from './rows';

/** What refers to need `n` of round `r` from inside its statement. */
type InSending = ExpressionBuilder<
  Tables & { n: Pick<Tables['Behovsmelding'], 'state' | 'ownerId' | 'returnedUntil'>; r: Tables['Round'] },
  'n' | 'r'
>;

/** The day until which the round is opened late for the owner of need `n`. */
export const letInUntil = (eb: InSending) =>
  eb
    .selectFrom('LateSending as x')
    .whereRef('x.roundId', '=', 'r.id')
    .whereRef('x.organisationId', '=', 'n.ownerId')
    .select('x.until');

/** Whether need `n` was given back without a day: then it has time until the innstilling, and no last day of its own. */
export const isUndated = (eb: InSending): RawBuilder<boolean> =>
  isTrue(eb.and([eb('n.state', '=', 'returned'), eb('n.returnedUntil', 'is', null)]));

/**
 * The last day need `n` of round `r` may be sent, as lib/domain/behovsmelding/sending judges it: the round's, or a later one
 * opened for its owner or given when it was returned. Returned without a day: the innstilling's.
 */
export const lastDayToSend = (eb: InSending): AliasableExpression<Day> => {
  const given = eb.case().when('n.state', '=', 'returned').then(eb.ref('n.returnedUntil')).end();
  return eb
    .case()
    .when(isUndated(eb))
    .then(lastDayOf(eb, 'innstilling'))
    .else(sql<Day>`greatest(${lastDayOf(eb, 'need')}, ${letInUntil(eb)}, ${given})`)
    .end();
};

/**
 * Whether need `n` of round `r` waits to be sent: in an open round, and in a closed one what is returned or let in
 * late, while it is in time.
 */
export function waitsToBeSent(eb: InSending, now: Date): Expression<SqlBool> {
  const today = onDay(dayAt(now));
  const inTime = eb.or([
    isUndated(eb),
    eb(letInUntil(eb), '>=', today),
    eb.and([eb('n.state', '=', 'returned'), eb(lastDayToSend(eb), '>=', today)]),
  ]);
  return eb.and([
    eb('n.state', 'in', WRITTEN),
    eb.or([eb('r.state', '=', 'open'), eb.and([eb('r.state', '=', 'closed'), inTime])]),
  ]);
}

/**
 * What a round may still get after it is closed, by owner: needs given back, as they were sent, and owners let in
 * late who have sent nothing since. What is a draft stays its owner's.
 */
export function findNotSent(tx: Tx, roundId: string, now: Date): Promise<NotSent[]> {
  const returned = tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .innerJoin('Organisation as o', 'o.id', 'n.ownerId')
    .where('r.id', '=', roundId)
    .where('n.state', '=', 'returned')
    .select((eb) => [
      sql<string | null>`${eb.ref('n.id')}`.as('needId'),
      titleAsSent(sql<string | null>`${eb.ref('n.title')}`, eb.ref('n.asSentId')).as('title'),
      'o.name as ownerName',
      lastDayToSend(eb).as('lastDay'),
      isUndated(eb).as('undated'),
    ]);
  const letIn = tx
    .selectFrom('LateSending as x')
    .innerJoin('Organisation as o', 'o.id', 'x.organisationId')
    .where('x.roundId', '=', roundId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('Behovsmelding as n')
            .whereRef('n.roundId', '=', 'x.roundId')
            .whereRef('n.ownerId', '=', 'x.organisationId')
            .where('n.state', '=', 'submitted')
            .whereRef('n.submittedAt', '>=', 'x.openedAt')
            .select('n.id'),
        ),
      ),
    )
    .select([
      sql<string | null>`null`.as('needId'),
      sql<string | null>`null`.as('title'),
      'o.name as ownerName',
      'x.until as lastDay',
      sql<boolean>`false`.as('undated'),
    ]);
  return tx
    .selectFrom(returned.unionAll(letIn).as('l'))
    .where((eb) => eb.or([eb.ref('l.undated'), eb('l.lastDay', '>=', onDay(dayAt(now)))]))
    .select(['l.needId', 'l.title', 'l.ownerName', 'l.lastDay', 'l.undated'])
    .orderBy('l.lastDay')
    .orderBy('l.ownerName')
    .orderBy('l.needId')
    .execute();
}

/** Marks a need as sent, under which delegation, to all whom it names. What owners said of an earlier sending is of that one. */
export async function markSubmitted(
  tx: Tx,
  id: string,
  delegationId: string | null,
  by: string,
  now: Date,
): Promise<void> {
  await pruneCells(tx, id);
  await changeBehovsmelding(tx, id, now)
    .set({ state: 'submitted', submittedById: by, submittedAt: now, delegationId })
    .set({ returnComment: '', returnedUntil: null, readyAt: null, readyById: null, declineComment: '' })
    .set({ ownerConfirmedAt: null, ownerConfirmedById: null })
    .set({ ownerObjection: '', ownerObjectedAt: null, ownerObjectedById: null })
    .execute();
  await tx
    .updateTable('BehovsmeldingParty')
    .set({ confirmedAt: null, confirmedById: null, objection: '', objectedAt: null, objectedById: null })
    .where('behovsmeldingId', '=', id)
    .execute();
  // What was said when it was given back is answered now.
  await tx
    .updateTable('Comment')
    .set({ resolvedById: by, resolvedAt: now })
    .where('behovsmeldingId', '=', id)
    .where('kind', '=', 'return')
    .where('resolvedAt', 'is', null)
    .execute();
  await tx
    .updateTable('BehovsmeldingUh')
    .set({ sharedAt: now, sharedById: by })
    .where('behovsmeldingId', '=', id)
    .where('sharedAt', 'is', null)
    .execute();
}

/** Moves a need to another state, with the comment its owner reads. Nobody is asked to approve it any more. */
export async function moveBehovsmelding(
  tx: Tx,
  id: string,
  state: BehovsmeldingState,
  now: Date,
  returnComment = '',
  returnedUntil: Day | null = null,
): Promise<void> {
  await changeBehovsmelding(tx, id, now)
    .set({ state, returnComment, returnedUntil, readyAt: null, readyById: null })
    .execute();
}

/** Makes a need a draft again, as if it had not been sent. */
export async function markReopened(tx: Tx, id: string, now: Date): Promise<void> {
  await changeBehovsmelding(tx, id, now).set({ state: 'draft', submittedById: null, submittedAt: null }).execute();
}

/** Takes an undecided tildeling of a withdrawn need out of force, so that its money is free again. */
export async function releaseTildeling(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('Tildeling')
    .set((eb) => ({ inForce: false, version: eb('version', '+', 1) }))
    .where('behovsmeldingId', '=', id)
    .where((eb) => eb.ref('inForce'))
    .where('state', 'in', ['draft', 'proposed'])
    .execute();
}

/** Marks a need as ready for the owner's leader; its text and version stay as they are. */
export async function markReady(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx
    .updateTable('Behovsmelding')
    .set({ readyAt: now, readyById: by, declineComment: '' })
    .where('id', '=', id)
    .execute();
}

/** Takes the mark off again, with what the leader wants changed first. */
export async function markDeclined(tx: Tx, id: string, declineComment: string): Promise<void> {
  await tx
    .updateTable('Behovsmelding')
    .set({ readyAt: null, readyById: null, declineComment })
    .where('id', '=', id)
    .execute();
}
