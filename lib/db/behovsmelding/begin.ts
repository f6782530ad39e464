import { type ExpressionBuilder, type NotNull, sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { grantedByYear } from '#lib/db/facts/sides';
import { delegatedRegions } from '#lib/db/people/delegation';
import type { Tables } from '#lib/db/tables';
import { any, newId } from '#lib/db/values';
import { type Begun, type BeginSource, EMPTY_SOURCE } from '#lib/domain/behovsmelding/begin';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import type { PaperBehovsmelding } from '#lib/domain/behovsmelding/paper';
import type { Day } from '#lib/domain/day';
import type { Actor } from '#lib/domain/policy/row';
import { may } from '#lib/domain/policy/may';
import type { BehovsmeldingState, Programme } from '#lib/domain/states';
import { insertEgenandel, saveCells } from './rows';

/** A need or a tiltak of an owner that a new need may begin from. */
export interface EarlierRow {
  needId: string | null;
  tiltakId: string | null;
  reference: string | null;
  title: string;
  ownerId: string;
  ownerName: string;
  programme: Programme;
  year: number;
  state: BehovsmeldingState | null;
  /** The last budget year it is granted money in; null when nothing is granted. */
  grantedUntil: number | null;
}

const grantedUntil = (eb: ExpressionBuilder<Tables & { t: { id: string | null } }, 't'>) =>
  eb
    .selectFrom('GrantedLine as l')
    .whereRef('l.tiltakId', '=', 't.id')
    .select(({ fn }) => fn.max('l.budgetYear').as('until'));

/** What these owners have asked for and been granted before, the newest first: needs that are no drafts, and tiltak without a need here. */
export function findEarlier(tx: Tx, ownerIds: readonly string[]): Promise<EarlierRow[]> {
  const needs = tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .innerJoin('Organisation as o', 'o.id', 'n.ownerId')
    .leftJoin('Tiltak as t', 't.behovsmeldingId', 'n.id')
    .where('n.ownerId', '=', any(ownerIds))
    .where('n.state', '<>', sql.lit('draft'))
    .where('n.title', '<>', '')
    .select((eb) => [
      sql<string | null>`${eb.ref('n.id')}`.as('needId'),
      't.id as tiltakId',
      't.reference',
      'n.title',
      'n.ownerId',
      'o.name as ownerName',
      'r.programme',
      'r.year',
      sql<BehovsmeldingState | null>`${eb.ref('n.state')}`.as('state'),
      grantedUntil(eb).as('grantedUntil'),
    ]);
  const tiltak = tx
    .selectFrom('Tiltak as t')
    .innerJoin('Round as r', 'r.id', 't.roundId')
    .innerJoin('Organisation as o', 'o.id', 't.leadId')
    .where('t.leadId', '=', any(ownerIds))
    .where('t.behovsmeldingId', 'is', null)
    .select((eb) => [
      sql<string | null>`null`.as('needId'),
      sql<string | null>`${eb.ref('t.id')}`.as('tiltakId'),
      sql<string | null>`${eb.ref('t.reference')}`.as('reference'),
      't.title',
      'o.id as ownerId',
      'o.name as ownerName',
      'r.programme',
      'r.year',
      sql<BehovsmeldingState | null>`null`.as('state'),
      grantedUntil(eb).as('grantedUntil'),
    ]);
  return needs.unionAll(tiltak).orderBy('year', 'desc').orderBy('title').limit(60).execute();
}

/**
 * A tiltak that has no need here, as something to begin from: its title, and what its owner last reported of its
 * aims, for those who may read that.
 */
export async function findTiltakSource(
  tx: Tx,
  id: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<BeginSource | null> {
  const row = await tx
    .selectFrom('Tiltak as t')
    .innerJoin('Round as r', 'r.id', 't.roundId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('AnnualReport as a')
          .innerJoin('ReportHalf as h', 'h.reportId', 'a.id')
          .whereRef('a.tiltakId', '=', 't.id')
          .where('h.side', '=', sql.lit('owner'))
          .where('h.state', '<>', 'open')
          .select(['h.organisationId', 'h.state', 'h.goals', 'h.coherence', 'h.samiText'])
          .orderBy('a.year', 'desc')
          .limit(1)
          .as('h'),
      (join) => join.onTrue(),
    )
    .innerJoin('Organisation as o', (join) =>
      join.on((eb) => eb('o.id', '=', eb.fn.coalesce('h.organisationId', 't.leadId'))),
    )
    .where('t.id', '=', id)
    .where('t.behovsmeldingId', 'is', null)
    .where('t.leadId', 'is not', null)
    .select(['t.title', 't.leadId as ownerId', 'r.year', 't.participants', 't.publicUnits', 't.privateUnits'])
    .select(['h.state', 'h.goals', 'h.coherence', 'h.samiText', 't.countyId', 'r.forumId', 'o.id as reporterId'])
    .select((eb) => delegatedRegions(eb.ref('o.id'), now, 'reports').as('delegatedRegionIds'))
    .$narrowType<{ ownerId: NotNull }>()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { state, goals, coherence, samiText, countyId, forumId, reporterId, delegatedRegionIds, ...source } = row;
  const report = { countyId, forumId, ownerIds: [reporterId], delegatedRegionIds, uhIds: [] };
  const readable = state !== null && may(actor, 'report.read', { ...report, state });
  const aims = { goals: goals ?? '', coherence: coherence ?? '', samiPerspective: samiText ?? '' };
  return { ...EMPTY_SOURCE, ...source, ...(readable && aims) };
}

interface Origin {
  roundId: string;
  ownerId: string;
  regionId: string | null;
  createdById: string;
  createdAt: Date;
  startedFromId: string | null;
  startedFromTiltakId: string | null;
  changeTiltakId: string | null;
}

/** Puts a new need in a round with what it begins from; its number comes from the database. */
export async function beginBehovsmelding(
  tx: Tx,
  origin: Origin,
  { text, lines, egenandelLines, uh, parties }: Begun,
): Promise<{ id: string }> {
  const id = newId();
  await tx
    .insertInto('Behovsmelding')
    .values({ ...text, ...origin, id, updatedAt: origin.createdAt })
    .execute();
  const named = (organisationId: string) => ({ behovsmeldingId: id, organisationId });
  if (uh.length > 0) await tx.insertInto('BehovsmeldingUh').values(uh.map(named)).execute();
  if (parties.length > 0) await tx.insertInto('BehovsmeldingParty').values(parties.map(named)).execute();
  await saveCells(tx, id, lines);
  await insertEgenandel(tx, id, egenandelLines);
  return { id };
}

interface Registered {
  roundId: string;
  regionId: string | null;
  title: string;
  receivedOn: Day;
  by: string;
  now: Date;
}

/** Puts a need that came on paper in a round, as sent by whoever registers it. Answers its id. */
export async function insertPaper(
  tx: Tx,
  { owner, years, lines, egenandel }: PaperBehovsmelding,
  uhId: string | null,
  { roundId, regionId, title, receivedOn, by, now }: Registered,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('Behovsmelding')
    .values({
      ...{ id, roundId, ownerId: owner.id, regionId, title, years, paperReceivedOn: receivedOn },
      ...{ state: 'submitted', createdById: by, createdAt: now, updatedAt: now, submittedById: by, submittedAt: now },
    })
    .execute();
  if (uhId !== null)
    await tx
      .insertInto('BehovsmeldingUh')
      .values({ behovsmeldingId: id, organisationId: uhId, sharedAt: now, sharedById: by })
      .execute();
  await saveCells(tx, id, lines);
  await insertEgenandel(
    tx,
    id,
    egenandel.map((line) => ({ ...line, kind: 'penger', note: '', hours: null, rate: null })),
  );
  return id;
}

export interface TiltakBehind {
  reference: string;
  title: string;
  granted: { year: number; amount: number }[];
  reportId: string | null;
}

/**
 * The tiltak a need changes or was begun from, what it is granted in each year, and its last report: the last that
 * its owner has filed, if any.
 */
export async function findTiltakBehind(
  tx: Tx,
  need: Pick<Behovsmelding, 'changeTiltakId' | 'startedFromTiltakId' | 'startedFromId'>,
): Promise<TiltakBehind | null> {
  const found = await tx
    .selectFrom('Tiltak as t')
    .where((eb) => {
      const grantedAs = eb.selectFrom('Tiltak as x').where('x.behovsmeldingId', '=', need.startedFromId).select('x.id');
      const named = need.changeTiltakId ?? need.startedFromTiltakId;
      return eb('t.id', '=', named ?? grantedAs);
    })
    .select(['t.reference', 't.title'])
    .select((eb) => [
      grantedByYear(eb).as('granted'),
      eb
        .selectFrom('AnnualReport as a')
        .leftJoin('ReportHalf as h', (join) =>
          join.onRef('h.reportId', '=', 'a.id').on('h.side', '=', sql.lit('owner')).on('h.state', '<>', 'open'),
        )
        .whereRef('a.tiltakId', '=', 't.id')
        .select('a.id')
        .orderBy((of) => of('h.id', 'is', null))
        .orderBy('a.year', 'desc')
        .limit(1)
        .as('reportId'),
    ])
    .executeTakeFirst();
  if (found === undefined) return null;
  return { ...found, granted: found.granted.map(({ year, amount }) => ({ year, amount: amount ?? 0 })) };
}
