import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isShared } from '#lib/db/behovsmelding/parties';
import { lastDayToSend } from '#lib/db/behovsmelding/sending';
import type { Tx } from '#lib/db/client';
import { dayBefore, onDay } from '#lib/db/facts/dates';
import { any } from '#lib/db/values';
import { addDays, dayAt } from '#lib/domain/day';
import { hasFilled } from '#lib/domain/behovsmelding/uh';
import type { Task, TaskKind } from '#lib/domain/start';
import { TAKES_NEEDS, UNDECIDED, WRITTEN } from '#lib/domain/states';

const SOON_DAYS = 30;
/** So many of a kind are shown: whoever has more has enough to begin with. */
const MOST = 50;

/** The delegations that are about to end, and are not given anew: for whoever gave them, and for whoever works by them. */
export async function findDelegationTasks(
  tx: Tx,
  { leads, regions }: { leads: readonly string[]; regions: readonly string[] },
  now: Date,
): Promise<Task[]> {
  if (leads.length + regions.length === 0) return [];
  const today = dayAt(now);
  const rows = await tx
    .selectFrom('Delegation as d')
    .innerJoin('Organisation as o', 'o.id', 'd.organisationId')
    .innerJoin('Region as g', 'g.id', 'd.regionId')
    .where((eb) => eb.or([eb('d.organisationId', '=', any(leads)), eb('d.regionId', '=', any(regions))]))
    .where('d.endedAt', 'is', null)
    .whereRef('d.from', '<', 'd.to')
    .where(({ eb, ref }) => eb.between(dayBefore(ref('d.to')), onDay(today), onDay(addDays(today, SOON_DAYS))))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('Delegation as n')
            .whereRef('n.organisationId', '=', 'd.organisationId')
            .whereRef('n.regionId', '=', 'd.regionId')
            .whereRef('n.covers', '@>', 'd.covers')
            .whereRef('n.from', '<=', 'd.to')
            .where((of) => of.or([of('n.to', 'is', null), of('n.to', '>', of.ref('d.to'))]))
            .select('n.id'),
        ),
      ),
    )
    .select(['d.id', 'o.name as owner', 'g.name as region'])
    .select(({ ref }) => [
      sql<boolean>`${ref('d.organisationId')} = ${any(leads)}`.as('mine'),
      dayBefore(ref('d.to')).as('due'),
    ])
    .orderBy('d.to')
    .orderBy('o.name')
    .orderBy('d.id')
    .limit(20)
    .execute();
  return rows.map(({ id, mine, owner, region, due }) => ({
    kind: mine ? 'delegation-ending' : 'delegation-lapsing',
    id,
    title: mine ? region : owner,
    due,
    count: 0,
    kroner: null,
    note: '',
    who: mine ? region : owner,
  }));
}

/** Whose tasks: the owners somebody writes for, those they lead, those that have handed their needs to them, and their UH. */
interface For {
  owners: readonly string[];
  leads: readonly string[];
  handed: readonly string[];
  uh: readonly string[];
}

const UNDER_WAY = ['open', 'closed', 'recommended'] as const;

/** Tasks of this kind about needs `n`, with what each says. */
const tasks = (tx: Tx, kind: TaskKind) =>
  tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .select((eb) => [
      sql<TaskKind>`${kind}::text`.as('kind'),
      'n.id',
      'n.title',
      lastDayToSend(eb).as('due'),
      'n.number',
    ]);
const byUh = (tx: Tx, kind: TaskKind) =>
  tasks(tx, kind)
    .innerJoin('BehovsmeldingUh as u', 'u.behovsmeldingId', 'n.id')
    .innerJoin('Organisation as p', 'p.id', 'u.organisationId');
const byParty = (tx: Tx, kind: TaskKind) =>
  tasks(tx, kind)
    .innerJoin('BehovsmeldingParty as b', 'b.behovsmeldingId', 'n.id')
    .innerJoin('Organisation as p', 'p.id', 'b.organisationId')
    .where('n.state', 'in', UNDECIDED)
    .where('r.state', 'in', UNDER_WAY)
    .select(['b.objection as note', 'p.name as who']);
const byOwner = (tx: Tx, kind: TaskKind) =>
  tasks(tx, kind)
    .innerJoin('Organisation as p', 'p.id', 'n.ownerId')
    .where('n.state', 'in', UNDECIDED)
    .where('r.state', 'in', UNDER_WAY)
    .select(['n.ownerObjection as note', 'p.name as who']);

/** What a UH is asked to take part in, and has not answered. */
const toAnswer = (tx: Tx, uh: readonly string[]) =>
  byUh(tx, 'need-confirm')
    .where('u.organisationId', '=', any(uh))
    .where((eb) => isShared(eb))
    .where('u.confirmedAt', 'is', null)
    .where('u.declinedAt', 'is', null)
    .where('n.state', 'in', ['draft', 'returned', 'submitted', 'recommended'])
    .where('r.state', 'in', UNDER_WAY)
    .select([sql<string>`''::text`.as('note'), 'p.name as who']);

/** The parts that these UH have said yes to and not filled in, of needs that are still written. */
export async function findPartsToFill(tx: Tx, uh: readonly string[]): Promise<Task[]> {
  if (uh.length === 0) return [];
  const rows = await byUh(tx, 'need-uh-part')
    .where('u.organisationId', '=', any(uh))
    .where((eb) => isShared(eb))
    .where('u.confirmedAt', 'is not', null)
    .where('n.state', 'in', WRITTEN)
    .where('r.state', 'in', TAKES_NEEDS)
    .select(['p.name as who', 'u.organisationId', 'u.plan', 'n.years', 'r.year'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('BehovsmeldingLine as l')
          .whereRef('l.behovsmeldingId', '=', 'n.id')
          .where('l.side', '=', 'uh')
          .select(['l.side', 'l.receiverId', 'l.budgetYear', 'l.amount']),
      ).as('lines'),
    )
    .orderBy('due')
    .orderBy('n.number')
    .execute();
  return rows
    .filter((row) => !hasFilled(row, row))
    .slice(0, MOST)
    .map(({ kind, id, title, due, who }) => ({ kind, id, title, due, who, note: '', count: 0, kroner: null }));
}

/** What waits between an owner and its partners: answers to give, and answers that came. */
export async function findPartnerTasks(tx: Tx, { owners, leads, handed, uh }: For): Promise<Task[]> {
  if (owners.length + leads.length + uh.length === 0) return [];
  const rows = await toAnswer(tx, uh)
    .unionAll(
      byUh(tx, 'need-uh-declined')
        .where('n.ownerId', '=', any(owners))
        .where('u.declinedAt', 'is not', null)
        .where('n.state', 'in', ['draft', 'returned', 'submitted'])
        .where('r.state', 'in', TAKES_NEEDS)
        .select(['u.declineReason as note', 'p.name as who']),
    )
    .unionAll(
      byOwner(tx, 'need-owner-confirm')
        .where('n.ownerId', '=', any(leads))
        .where('n.delegationId', 'is not', null)
        .where('n.ownerConfirmedAt', 'is', null),
    )
    .unionAll(
      byParty(tx, 'need-owner-confirm').where('b.organisationId', '=', any(leads)).where('b.confirmedAt', 'is', null),
    )
    .unionAll(
      byOwner(tx, 'need-owner-objected').where('n.ownerId', '=', any(handed)).where('n.ownerObjection', '<>', ''),
    )
    .unionAll(byParty(tx, 'need-owner-objected').where('n.ownerId', '=', any(owners)).where('b.objection', '<>', ''))
    .orderBy('due')
    .orderBy('number')
    .orderBy('kind')
    .limit(MOST)
    .execute();
  return rows.map(({ kind, id, title, due, note, who }) => ({
    kind,
    id,
    title,
    due,
    note,
    who,
    count: 0,
    kroner: null,
  }));
}
