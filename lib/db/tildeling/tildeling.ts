import { type ExpressionBuilder, type NotNull, type Nullable, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { sumOn } from '#lib/db/facts/sides';
import { delegatedRegions } from '#lib/db/people/delegation';
import type { Tables } from '#lib/db/tables';
import { arrayOf, isTrue } from '#lib/db/values';
import type { Day } from '#lib/domain/day';
import type { EgenandelBase, Enforcement } from '#lib/domain/money/egenandel';
import type { Programme, Side, TildelingOutcome, TildelingState } from '#lib/domain/states';

/** A tildeling as the policy sees it. */
export interface TildelingSubject {
  id: string;
  roundId: string;
  countyId: string;
  forumId: string;
  state: TildelingState;
  proposedById: string | null;
  ownerIds: string[];
  delegatedRegionIds: string[];
  uhIds: string[];
}
export interface TildelingRow extends TildelingSubject {
  title: string;
  reference: string | null;
  behovsmeldingId: string | null;
  needNumber: number | null;
  tiltakId: string | null;
  ownerName: string;
  ownerOrgnr: string | null;
  ownerLanguage: string;
  regionName: string | null;
  outcome: TildelingOutcome;
  version: number;
  inForce: boolean;
  imported: boolean;
  method: string;
  methodReason: string;
  methodFigures: Record<string, string | number | null>;
  reason: string;
  returnComment: string;
  requiredEgenandel: number | null;
  plannedEgenandel: number | null;
  proposedByName: string | null;
  approvedByName: string | null;
  proposedAt: Date | null;
  approvedAt: Date | null;
  countyName: string;
  statsforvalterName: string;
  programme: Programme;
  year: number;
  reportLastDay: Day | null;
  ruleSetName: string;
  validFrom: Day;
  egenandelPercent: number;
  egenandelBase: EgenandelBase;
  egenandelEnforcement: Enforcement;
  egenandelSource: string;
  legalBasis: string;
  lines: TildelingLineRow[];
  asked: { network: number; uh: number } | null;
  recommended: { network: number; uh: number } | null;
  egenandelDispensation: boolean;
}
export interface TildelingLineRow {
  id: string;
  side: Side;
  receiver: string;
  budgetYear: number;
  amount: number | null;
  printed: string | null;
}

/** All tildelinger `t` with their round `r`, county `c`, need `n`, tiltak `k`, owner `o` and region `g`. */
export const joinedTildelinger = (tx: Tx) =>
  tx
    .selectFrom('Tildeling as t')
    .innerJoin('Round as r', 'r.id', 't.roundId')
    .innerJoin('County as c', 'c.id', 'r.countyId')
    .leftJoin('Behovsmelding as n', 'n.id', 't.behovsmeldingId')
    .leftJoin('Tiltak as k', 'k.id', 't.tiltakId')
    .leftJoin('Organisation as o', (join) => join.on((eb) => eb('o.id', '=', eb.fn.coalesce('n.ownerId', 'k.leadId'))))
    .leftJoin('Region as g', (join) => join.on((eb) => eb('g.id', '=', eb.fn.coalesce('n.regionId', 'k.regionId'))));

type InTildeling = ExpressionBuilder<
  Tables & {
    t: Tables['Tildeling'];
    r: Tables['Round'];
    n: Nullable<Tables['Behovsmelding']>;
    k: Nullable<Tables['Tiltak']>;
  },
  't' | 'r' | 'n' | 'k'
>;

/** The owner, or who leads the tiltak where the need is not ours; and the other owners in whose name it was sent. */
function ownersOfOne(eb: InTildeling) {
  const first = eb.fn.coalesce('n.ownerId', 'k.leadId');
  const others = eb
    .selectFrom('BehovsmeldingParty as p')
    .whereRef('p.behovsmeldingId', '=', 'n.id')
    .where(({ eb: of }) => of('p.organisationId', 'is distinct from', first))
    .select('p.organisationId');
  return sql<string[]>`(array_remove(array[${first}], null) || ${arrayOf(others)})`;
}

/** The UH of the need, and those that are given money. */
const uhOfOne = (eb: InTildeling) =>
  arrayOf(
    eb
      .selectFrom('BehovsmeldingUh as u')
      .whereRef('u.behovsmeldingId', '=', 'n.id')
      .select('u.organisationId')
      .union(
        eb
          .selectFrom('TildelingLine as l')
          .whereRef('l.tildelingId', '=', 't.id')
          .where('l.side', '=', 'uh')
          .where('l.receiverId', 'is not', null)
          .select('l.receiverId as organisationId')
          .$narrowType<{ organisationId: NotNull }>(),
      ),
  );

const lines = (eb: InTildeling) =>
  jsonArrayFrom(
    eb
      .selectFrom('TildelingLine as l')
      .leftJoin('Organisation as ro', 'ro.id', 'l.receiverId')
      .whereRef('l.tildelingId', '=', 't.id')
      .select(['l.id', 'l.side', 'l.budgetYear', 'l.amount', 'l.printed'])
      .select(({ fn }) => fn.coalesce('ro.name', 'l.receiverName', sql.lit('')).as('receiver'))
      .orderBy('l.side')
      .orderBy('ro.name')
      .orderBy('l.budgetYear'),
  );

const asked = (eb: InTildeling) =>
  jsonObjectFrom(
    eb
      .selectFrom('BehovsmeldingLine as l')
      .whereRef('l.behovsmeldingId', '=', 'n.id')
      .select(({ ref }) => {
        const line = { side: ref('l.side'), amount: ref('l.amount') };
        return [sumOn(line, 'network').as('network'), sumOn(line, 'uh').as('uh')];
      }),
  );

const recommended = (eb: InTildeling) =>
  jsonObjectFrom(
    eb
      .selectFrom('InnstillingLine as l')
      .innerJoin('Innstilling as i', 'i.id', 'l.innstillingId')
      .whereRef('l.behovsmeldingId', '=', 'n.id')
      .whereRef('i.roundId', '=', 'r.id')
      .where('i.state', '=', 'delivered')
      .where('l.network', 'is not', null)
      .where('l.uh', 'is not', null)
      .select(['l.network', 'l.uh'])
      .$narrowType<{ network: NotNull; uh: NotNull }>()
      .orderBy('i.version', 'desc')
      .limit(1),
  );

/** A tildeling with its lines, its round and the persons who decided. */
export async function findTildeling(tx: Tx, id: string, now: Date): Promise<TildelingRow | null> {
  const row = await joinedTildelinger(tx)
    .innerJoin('RuleSet as s', 's.id', 'r.ruleSetId')
    .leftJoin('User as proposer', 'proposer.id', 't.proposedById')
    .leftJoin('User as approver', 'approver.id', 't.approvedById')
    .where('t.id', '=', id)
    .select(['t.id', 't.roundId', 'r.countyId', 'r.forumId', 't.state', 't.proposedById', 'k.reference'])
    .select(['t.behovsmeldingId', 'n.number as needNumber', 't.tiltakId', 'o.orgnr as ownerOrgnr'])
    .select(['g.name as regionName', 't.outcome', 't.version', 't.inForce', 't.imported', 't.method', 't.methodReason'])
    .select(['t.methodFigures', 't.reason', 't.returnComment', 't.requiredEgenandel', 't.plannedEgenandel'])
    .select(['proposer.name as proposedByName', 'approver.name as approvedByName', 't.proposedAt', 't.approvedAt'])
    .select(['c.name as countyName', 'c.statsforvalterName', 'r.programme', 'r.year', 's.name as ruleSetName'])
    .select(['s.validFrom', 's.egenandelPercent', 's.egenandelBase', 's.egenandelEnforcement', 's.egenandelSource'])
    .select('s.legalBasis')
    .select((eb) => [
      eb.fn.coalesce('n.title', 'k.title', sql.lit('')).as('title'),
      eb.fn.coalesce('o.name', 'k.leadName', sql.lit('')).as('ownerName'),
      eb.fn.coalesce('o.language', sql.lit('nb' as const)).as('ownerLanguage'),
      ownersOfOne(eb).as('ownerIds'),
      delegatedRegions(eb.fn.coalesce('n.ownerId', 'k.leadId'), now, null).as('delegatedRegionIds'),
      uhOfOne(eb).as('uhIds'),
      eb
        .selectFrom('Deadline as d')
        .whereRef('d.roundId', '=', 'r.id')
        .where('d.kind', '=', 'report')
        .select('d.lastDay')
        .as('reportLastDay'),
      lines(eb).as('lines'),
      asked(eb).as('asked'),
      recommended(eb).as('recommended'),
      isTrue(
        eb.exists(
          eb
            .selectFrom('Dispensation as d')
            .whereRef('d.behovsmeldingId', '=', 'n.id')
            .where('d.rule', '=', 'egenandel')
            .where('d.state', '=', 'granted')
            .select('d.id'),
        ),
      ).as('egenandelDispensation'),
    ])
    .executeTakeFirst();
  return row ?? null;
}

/** What happened to a tildeling, newest first. */
export interface HistoryRow {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  details: Record<string, string | number | boolean | null>;
}

/** What has been said of a tildeling in the log, newest first. */
export const tildelingHistory = (tx: Tx, id: string): Promise<HistoryRow[]> =>
  tx
    .selectFrom('AuditEntry as a')
    .where('a.subjectType', '=', 'tildeling')
    .where('a.subjectId', '=', id)
    .select(({ cast }) => [cast<string>('a.id', 'text').as('id'), 'a.at', 'a.actorName', 'a.action', 'a.details'])
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(200)
    .execute();
