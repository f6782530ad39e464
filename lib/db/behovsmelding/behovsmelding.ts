import { type AliasableExpression, type Expression, expressionBuilder, type QueryCreator, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { RULES } from '#lib/db/facts/rules';
import { lastDayOf } from '#lib/db/round/round';
import type { Tables } from '#lib/db/tables';
import { arrayOf, asMade, withInstants } from '#lib/db/values';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import { NEED_COLUMNS } from '#lib/domain/behovsmelding/form';
import type { TildelingOutcome } from '#lib/domain/states';
import { asSent, titleAsSent } from './as-sent';
import { behovsmeldingParties, type NeedInRound } from './parties';
import { egenandelLinesOf } from './rows';
import { letInUntil } from './sending';

/** The columns of need `n` that its owner writes. */
export const NEED_TEXTS = NEED_COLUMNS.map((name) => `n.${name}` as const);

/** The UH that need `n` names, by name, each with its answer, its part and who takes part through it. */
const uhOf = (eb: NeedInRound) =>
  jsonArrayFrom(
    eb
      .selectFrom('BehovsmeldingUh as u')
      .innerJoin('Organisation as p', 'p.id', 'u.organisationId')
      .leftJoin('User as f', 'f.id', 'u.filledById')
      .whereRef('u.behovsmeldingId', '=', 'n.id')
      .select(['u.organisationId', 'p.name', 'p.kind', 'u.contact', 'u.contactRole', 'u.contactEmail'])
      .select(['u.contactPhone', 'u.sharedAt', 'u.confirmedAt', 'u.declinedAt', 'u.declineReason', 'u.plan'])
      .select(['u.filledAt', 'f.name as filledByName'])
      .select((of) =>
        jsonArrayFrom(
          of
            .selectFrom('BehovsmeldingSubPartner as s')
            .whereRef('s.behovsmeldingId', '=', 'u.behovsmeldingId')
            .whereRef('s.throughId', '=', 'u.organisationId')
            .select(['s.id', 's.name', 's.country', 's.what'])
            .orderBy('s.addedAt')
            .orderBy('s.id', asMade),
        ).as('subPartners'),
      )
      .orderBy('p.name')
      .orderBy('p.id'),
  );

/** The other owners on whose behalf need `n` is, by name, each with its answer. */
const partiesOf = (eb: NeedInRound) =>
  jsonArrayFrom(
    eb
      .selectFrom('BehovsmeldingParty as b')
      .innerJoin('Organisation as p', 'p.id', 'b.organisationId')
      .leftJoin('User as c', 'c.id', 'b.confirmedById')
      .whereRef('b.behovsmeldingId', '=', 'n.id')
      .select(['p.id as organisationId', 'p.name', 'b.confirmedAt', 'c.name as confirmedByName', 'b.objection'])
      .orderBy('p.name')
      .orderBy('p.id'),
  );

const linesOf = (eb: NeedInRound) =>
  jsonArrayFrom(
    eb
      .selectFrom('BehovsmeldingLine as l')
      .innerJoin('Organisation as p', 'p.id', 'l.receiverId')
      .whereRef('l.behovsmeldingId', '=', 'n.id')
      .select(['l.side', 'l.receiverId', 'p.name as receiverName', 'l.budgetYear', 'l.amount', 'l.coordinator'])
      .orderBy('l.side')
      .orderBy('p.name')
      .orderBy('p.id')
      .orderBy('l.budgetYear'),
  );

const dispensationsOf = (eb: NeedInRound) =>
  jsonArrayFrom(
    eb
      .selectFrom('Dispensation as d')
      .whereRef('d.behovsmeldingId', '=', 'n.id')
      .select(['d.id', 'd.rule', 'd.state', 'd.reason', 'd.decisionReason', 'd.askedById', 'd.askedAt', 'd.decidedAt'])
      .orderBy('d.askedAt')
      .orderBy('d.id', asMade),
  );

const themeNames = (eb: NeedInRound) =>
  arrayOf(
    eb
      .selectFrom('Theme as h')
      .where('h.id', '=', sql<string>`any(${eb.ref('n.themes')})`)
      .select('h.name')
      .orderBy('h.name'),
  );

const changedTiltak = (eb: NeedInRound) =>
  jsonObjectFrom(
    eb.selectFrom('Tiltak as t').whereRef('t.id', '=', 'n.changeTiltakId').select(['t.id', 't.reference', 't.title']),
  );

/** The name of the person that a column names. Looked up where it is shown: each table more to join takes the planner twice as long. */
const personOf = (eb: NeedInRound, id: Expression<string | null>) =>
  eb.selectFrom('User as x').where('x.id', '=', id).select('x.name');
/** The office that need `n` is handed to. */
const officeOf = (eb: NeedInRound) =>
  eb
    .selectFrom('Delegation as d')
    .innerJoin('Region as x', 'x.id', 'd.regionId')
    .whereRef('d.id', '=', 'n.delegationId')
    .select('x.name');

const needs = (db: QueryCreator<Tables>, now: Date) =>
  db
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .innerJoin('County as c', 'c.id', 'r.countyId')
    .innerJoin('Organisation as o', 'o.id', 'n.ownerId')
    .leftJoin('Region as g', 'g.id', 'n.regionId')
    .select(NEED_TEXTS)
    .select(['n.id', 'n.number', 'n.version', 'n.state', 'n.roundId', 'n.ownerId', 'n.regionId', 'n.returnedUntil'])
    .select(['n.paperReceivedOn', 'n.startedFromId', 'n.startedFromTiltakId', 'n.returnComment', 'n.readyAt'])
    .select(['n.readyById', 'n.declineComment', 'n.submittedAt', 'n.updatedAt', 'n.delegationId', 'n.ownerConfirmedAt'])
    .select(['n.ownerObjection', 'o.name as ownerName', 'o.kind as ownerKind', 'o.language as ownerLanguage'])
    .select(['g.name as regionName', 'c.name as countyName', 'r.programme', 'r.year', 'r.state as roundState'])
    .select((eb) => behovsmeldingParties(eb, now))
    .select((eb) => [
      personOf(eb, eb.ref('n.readyById')).as('readyByName'),
      personOf(eb, eb.ref('n.submittedById')).as('submittedByName'),
      personOf(eb, eb.ref('n.ownerConfirmedById')).as('ownerConfirmedByName'),
      officeOf(eb).as('delegatedTo'),
      titleAsSent(eb.ref('n.title'), eb.ref('n.asSentId')).as('titleAsSent'),
      lastDayOf(eb, 'need').as('needLastDay'),
      letInUntil(eb).as('lateUntil'),
      jsonObjectFrom(eb.selectFrom('RuleSet as s').whereRef('s.id', '=', 'r.ruleSetId').select(RULES))
        .$notNull()
        .as('rules'),
      uhOf(eb).as('uh'),
      partiesOf(eb).as('parties'),
      linesOf(eb).as('lines'),
      egenandelLinesOf(eb.ref('n.id')).as('egenandelLines'),
      dispensationsOf(eb).as('dispensations'),
      themeNames(eb).as('themeNames'),
      changedTiltak(eb).as('changeTiltak'),
    ]);

/** A need with its lines, partners, dispensations, rules and round in one statement; null when there is none. */
async function read(
  db: QueryCreator<Tables>,
  id: string,
  now: Date,
  asSentAt: AliasableExpression<Date | null>,
): Promise<Behovsmelding | null> {
  const row = await needs(db, now).where('n.id', '=', id).select(asSentAt.as('asSentAt')).executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...row,
    uh: withInstants(row.uh, 'sharedAt', 'confirmedAt', 'declinedAt', 'filledAt'),
    parties: withInstants(row.parties, 'confirmedAt'),
    dispensations: withInstants(row.dispensations, 'askedAt', 'decidedAt'),
  };
}

/** A need as it stands; null when there is none. */
export const findBehovsmelding = (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  read(tx, id, now, sql<null>`null::timestamptz`);
/** A need that is completed after it was given back, as it was sent; null when it is read as it stands. */
export const findBehovsmeldingAsSent = (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  read(
    asSent(tx, (eb) => eb('n.id', '=', id)),
    id,
    now,
    expressionBuilder<{ kept: { at: Date } }>().selectFrom('kept').select('kept.at').$asScalar(),
  );

/** The decision on a need, once it is approved; null before. */
export async function decisionOn(
  tx: Tx,
  needId: string,
): Promise<{ tildelingId: string; outcome: TildelingOutcome } | null> {
  const found = await tx
    .selectFrom('Granted')
    .where('behovsmeldingId', '=', needId)
    .select(['id as tildelingId', 'outcome'])
    .executeTakeFirst();
  return found ?? null;
}

// Locked first and read after: what was read while waiting for another's change would be from before it.
const found = (tx: Tx, id: string) =>
  tx
    .selectFrom('Round as r')
    .innerJoin('Behovsmelding as n', 'n.roundId', 'r.id')
    .where('n.id', '=', id)
    .select('n.id')
    .forUpdate('n');

/** Locks a need alone: for a draft, whose round nobody waits for. */
export const lockBehovsmelding = async (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  (await found(tx, id).executeTakeFirst()) === undefined ? null : findBehovsmelding(tx, id, now);
/** Locks a need to be judged by its round, which stays as it is meanwhile. */
export const lockBehovsmeldingInRound = async (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  (await found(tx, id).forShare('r').executeTakeFirst()) === undefined ? null : findBehovsmelding(tx, id, now);
/** Locks a need and its round, whose sums it changes. */
export const lockBehovsmeldingAndRound = async (tx: Tx, id: string, now: Date): Promise<Behovsmelding | null> =>
  (await found(tx, id).forUpdate('r').executeTakeFirst()) === undefined ? null : findBehovsmelding(tx, id, now);
