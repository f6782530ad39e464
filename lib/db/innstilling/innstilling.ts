import type {
  InnstillingHead,
  InnstillingInput,
  InnstillingLine,
  SentBehovsmelding,
} from '#lib/domain/innstilling/innstilling';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import type { InnstillingState, BehovsmeldingState } from '#lib/domain/states';
import { sql } from 'kysely';
import { asOthersRead, type InNeed, titleAsSent, uhAsSent } from '#lib/db/behovsmelding/as-sent';
import type { Tx } from '#lib/db/client';
import { newId, recordset } from '#lib/db/values';
import { findNotSent } from '#lib/db/behovsmelding/sending';
import { lockRound, type RoundRow } from '#lib/db/round/round';

export interface ForumBehovsmelding extends SentBehovsmelding {
  number: number;
  state: BehovsmeldingState;
  ownerName: string;
  uhNames: string;
  egenandel: number | null;
}
export interface InnstillingRow extends InnstillingHead {
  id: string;
  state: InnstillingState;
  revision: number;
  deliveredAt: Date | null;
  deliveredByName: string | null;
  lines: InnstillingLine[];
}
export type ForumRound = RoundRow & {
  revision: number;
  needs: ForumBehovsmelding[];
  saved: InnstillingLine[];
  notSent: NotSent[];
};

const uhNames = (eb: InNeed) => {
  const names = eb
    .selectFrom('Organisation as p')
    .where('p.id', '=', sql<string>`any(${uhAsSent(eb)})`)
    .select(sql<string>`string_agg(p.name, ', ' order by p.name)`.as('names'));
  return sql<string>`coalesce(${names}, '')`;
};

const needs = (tx: Tx) =>
  tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Organisation as o', 'o.id', 'n.ownerId')
    .leftJoin('Region as r', 'r.id', 'n.regionId')
    .select(['n.id', 'n.number', 'n.state', 'n.regionId', 'r.name as regionName', 'o.name as ownerName'])
    .select((eb) => [
      titleAsSent(eb.ref('n.title'), eb.ref('n.asSentId')).as('title'),
      asOthersRead('askedNetwork', eb.ref('n.askedNetwork'), eb.ref('n.asSentId')).as('network'),
      asOthersRead('askedUh', eb.ref('n.askedUh'), eb.ref('n.asSentId')).as('uh'),
      asOthersRead('plannedEgenandel', eb.ref('n.plannedEgenandel'), eb.ref('n.asSentId')).as('egenandel'),
      uhNames(eb).as('uhNames'),
    ])
    .orderBy('r.name')
    .orderBy('n.number');

const sentIn = (tx: Tx, roundId: string) =>
  needs(tx).where('n.roundId', '=', roundId).where('n.state', '=', 'submitted');

/** The needs that are sent in a round and wait for the forum. */
export const findSentBehovsmeldinger = (tx: Tx, roundId: string): Promise<ForumBehovsmelding[]> =>
  sentIn(tx, roundId).execute();
/** The needs an innstilling speaks of, whatever has become of them since. */
export const findRecommendedBehovsmeldinger = (tx: Tx, innstillingId: string): Promise<ForumBehovsmelding[]> =>
  needs(tx)
    .where('n.id', 'in', (eb) =>
      eb.selectFrom('InnstillingLine as l').where('l.innstillingId', '=', innstillingId).select('l.behovsmeldingId'),
    )
    .execute();

const newestDraft = (tx: Tx, roundId: string) =>
  tx
    .selectFrom('Innstilling')
    .where('roundId', '=', roundId)
    .where('state', '=', 'draft')
    .orderBy('version', 'desc')
    .limit(1);

/** How many times a round's draft has been saved; 0 before the first. */
export const findRevision = async (tx: Tx, roundId: string): Promise<number> =>
  (await newestDraft(tx, roundId).select('revision').executeTakeFirst())?.revision ?? 0;

/** The lines of an innstilling in order of priority. */
const linesOf = (tx: Tx, innstillingId: string): Promise<InnstillingLine[]> =>
  tx
    .selectFrom('InnstillingLine as l')
    .innerJoin('Behovsmelding as b', 'b.id', 'l.behovsmeldingId')
    .where('l.innstillingId', '=', innstillingId)
    .select(['l.behovsmeldingId as needId', 'l.priority', 'l.network', 'l.uh', 'l.reason', 'l.dissent'])
    .orderBy('l.priority', (priority) => priority.asc().nullsLast())
    .orderBy('b.number')
    .execute();

/**
 * Locks the round, so that nothing more is saved in its draft, and then the needs sent in it, so that none is withdrawn
 * while the innstilling is judged.
 */
export async function lockForumRound(tx: Tx, id: string, now: Date): Promise<ForumRound | null> {
  const round = await lockRound(tx, id);
  if (round === null) return null;
  const draft = await newestDraft(tx, id).select(['id', 'revision']).executeTakeFirst();
  return {
    ...round,
    revision: draft?.revision ?? 0,
    saved: draft === undefined ? [] : await linesOf(tx, draft.id),
    needs: await sentIn(tx, id).forUpdate('n').execute(),
    notSent: await findNotSent(tx, id, now),
  };
}

/** The round's newest innstilling with its lines in order of priority; null before the first save. */
export async function findInnstilling(tx: Tx, roundId: string): Promise<InnstillingRow | null> {
  const head = await tx
    .selectFrom('Innstilling as i')
    .leftJoin('User as u', 'u.id', 'i.deliveredById')
    .where('i.roundId', '=', roundId)
    .select(['i.id', 'i.state', 'i.revision', 'i.decisionForm', 'i.meetingOn', 'i.note', 'i.deliveredAt'])
    .select('u.name as deliveredByName')
    .orderBy('i.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head === undefined ? null : { ...head, lines: await linesOf(tx, head.id) };
}

const LINE = { needId: 'text', priority: 'int', network: 'int', uh: 'int', reason: 'text', dissent: 'text' };

/** Writes lines that the innstilling has not. */
export async function insertLines(tx: Tx, innstillingId: string, lines: readonly InnstillingLine[]): Promise<void> {
  const rows = lines.map((line) => ({ id: newId(), ...line }));
  await tx
    .insertInto('InnstillingLine')
    .columns(['id', 'innstillingId', 'behovsmeldingId', 'priority', 'network', 'uh', 'reason', 'dissent'])
    .expression((eb) =>
      eb
        .selectFrom(recordset('l', rows, { id: 'text', ...LINE }))
        .select(['l.id', eb.val(innstillingId).as('innstillingId'), 'l.needId as behovsmeldingId'])
        .select(['l.priority', 'l.network', 'l.uh', 'l.reason', 'l.dissent']),
    )
    .execute();
}

/** Writes the whole of the round's draft, as it is delivered; answers the innstilling's id. */
export async function writeWhole(tx: Tx, input: InnstillingInput): Promise<string> {
  const { id: roundId, meetingOn, decisionForm, note } = input;
  const head = { meetingOn, decisionForm, note };
  const draft = await newestDraft(tx, roundId).select('id').executeTakeFirst();
  const id = draft?.id ?? newId();
  await (draft === undefined
    ? tx
        .insertInto('Innstilling')
        .values({ id, roundId, ...head })
        .execute()
    : tx.updateTable('Innstilling').set(head).where('id', '=', id).execute());
  await tx.deleteFrom('InnstillingLine').where('innstillingId', '=', id).execute();
  await insertLines(tx, id, input.lines);
  return id;
}

/** Makes the draft the forum's word: the innstilling, the round and each sent need go on together. */
export async function deliverDraft(
  tx: Tx,
  roundId: string,
  innstillingId: string,
  by: { userId: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('Innstilling')
    .set({ state: 'delivered', deliveredById: by.userId, deliveredAt: by.at })
    .where('id', '=', innstillingId)
    .execute();
  await tx
    .updateTable('Round')
    .set((eb) => ({ state: 'recommended', version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .execute();
  await tx
    .updateTable('Behovsmelding')
    .set((eb) => ({ state: 'recommended', version: eb('version', '+', 1) }))
    .where('roundId', '=', roundId)
    .where('state', '=', 'submitted')
    .execute();
}
