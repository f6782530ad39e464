import { sql } from 'kysely';
import { titleAsSent } from '#lib/db/behovsmelding/as-sent';
import { isUndated, lastDayToSend, waitsToBeSent } from '#lib/db/behovsmelding/sending';
import type { Tx } from '#lib/db/client';
import { sumWhenKnown } from '#lib/db/facts/sides';
import { any } from '#lib/db/values';
import type { Day } from '#lib/domain/day';
import { assessEgenandel } from '#lib/domain/money/egenandel';
import { egenandelRule } from '#lib/domain/setup/rules';
import type { Task, TaskKind } from '#lib/domain/start';
import { UNFILED, type DispensationRule } from '#lib/domain/states';

interface Parties {
  owners: string[];
  uh: string[];
}
/** Those one acts for; of them those one writes for, and those one leads. */
interface Owners {
  owners: string[];
  writes: string[];
  leads: string[];
}

/** The needs that wait for these owners to go on with and can still be sent: drafts and returned ones, each with its own last day. */
export async function findBehovsmeldingTasks(tx: Tx, { owners, writes, leads }: Owners, now: Date): Promise<Task[]> {
  if (owners.length === 0) return [];
  const rows = await tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .innerJoin('RuleSet as s', 's.id', 'r.ruleSetId')
    .leftJoin('User as u', 'u.id', 'n.readyById')
    .where('n.ownerId', '=', any(owners))
    .where((eb) => waitsToBeSent(eb, now))
    .select(['n.id', 'n.title', 'n.state', 'n.returnComment as returned', 'n.declineComment as declined', 'n.ownerId'])
    .select(['u.name as asker', 'n.askedNetwork as owner', 'n.askedUh as uh', 'n.plannedEgenandel as egenandel'])
    .select(['s.egenandelPercent', 's.egenandelBase', 's.egenandelEnforcement', 's.egenandelTolerance'])
    .select((eb) => [lastDayToSend(eb).as('due'), isUndated(eb).as('undated')])
    .orderBy('due')
    .orderBy('n.number')
    .limit(50)
    .execute();
  return rows.flatMap(({ id, title, due, undated, ...row }) => {
    const kind = behovsmeldingKind(row, { writes, leads });
    if (kind === null) return [];
    const { missing } = assessEgenandel(row, egenandelRule(row));
    const note = kind === 'need-approve' ? (row.asker ?? '') : kind === 'need-declined' ? row.declined : row.returned;
    return [{ kind, id, title, due, undated, count: 0, kroner: missing, note }];
  });
}

interface Waiting {
  state: string;
  declined: string;
  asker: string | null;
  ownerId: string;
}

/** What a need asks of the reader; null where it waits for another: who only writes for the owner waits for the leader they have asked. */
function behovsmeldingKind(
  { asker, ownerId, declined, state }: Waiting,
  { writes, leads }: Pick<Owners, 'writes' | 'leads'>,
): TaskKind | null {
  if (asker !== null && leads.includes(ownerId)) return 'need-approve';
  if (asker !== null && writes.includes(ownerId)) return null;
  if (declined !== '' && writes.includes(ownerId)) return 'need-declined';
  return state === 'returned' ? 'need-returned' : 'need-draft';
}

/** The halves of annual reports these organisations have not filed, and whether another half of the same report is. */
export async function findHalfTasks(tx: Tx, { owners, uh }: Parties): Promise<Task[]> {
  if (owners.length + uh.length === 0) return [];
  const rows = await tx
    .selectFrom('ReportHalf as h')
    .innerJoin('AnnualReport as a', 'a.id', 'h.reportId')
    .innerJoin('Tiltak as t', 't.id', 'a.tiltakId')
    .where('h.state', 'in', UNFILED)
    .where((eb) =>
      eb.or([
        eb.and([eb('h.side', '=', 'owner'), eb('h.organisationId', '=', any(owners))]),
        eb.and([eb('h.side', '=', 'uh'), eb('h.organisationId', '=', any(uh))]),
      ]),
    )
    .select(['a.id', 't.title', 'h.state', 'h.returnComment as note', 'a.dueOn as due', 'a.year'])
    .orderBy('a.dueOn')
    .orderBy('t.reference')
    .limit(50)
    .execute();
  return rows.map(({ state, year, ...row }) => ({
    ...row,
    kind: state === 'returned' ? ('report-returned' as const) : ('report-open' as const),
    count: year,
    kroner: null,
  }));
}

export interface AskedRow {
  id: string;
  rule: DispensationRule;
  title: string;
  countyId: string;
  askedById: string;
  due: Day;
}

/** The requests for an exception that nobody has answered in these counties. */
export async function findAsked(tx: Tx, counties: string[]): Promise<AskedRow[]> {
  if (counties.length === 0) return [];
  return tx
    .selectFrom('Dispensation as d')
    .innerJoin('Round as r', 'r.id', 'd.roundId')
    .leftJoin('Behovsmelding as b', 'b.id', 'd.behovsmeldingId')
    .leftJoin('Region as g', 'g.id', 'd.regionId')
    .innerJoin('Deadline as l', (join) =>
      join.onRef('l.roundId', '=', 'r.id').on((eb) =>
        eb(
          'l.kind',
          '=',
          eb
            .case()
            .when('d.rule', '=', 'egenandel')
            .then(sql.lit('need' as const))
            .else(sql.lit('decision' as const))
            .end(),
        ),
      ),
    )
    .where('d.state', '=', 'asked')
    .where('r.countyId', '=', any(counties))
    .select(['d.id', 'd.rule', 'r.countyId', 'd.askedById', 'l.lastDay as due'])
    .select(({ fn, ref }) =>
      fn
        .coalesce(
          titleAsSent(ref('b.title'), ref('b.asSentId')),
          'g.name',
          sql<string>`${ref('r.programme')} || ' ' || ${ref('r.year')}`,
        )
        .as('title'),
    )
    .orderBy('d.askedAt')
    .orderBy('d.id')
    .limit(50)
    .execute();
}

export interface MyTiltak {
  id: string;
  reference: string;
  title: string;
  status: string;
  granted: number | null;
  spent: number | null;
  unspent: number | null;
}

/** The tiltak these organisations have money in: what they were granted and have reported spent, in kroner; null is unknown. */
export async function findMyTiltak(tx: Tx, { owners, uh }: Parties): Promise<MyTiltak[]> {
  const mine = [...owners, ...uh];
  if (mine.length === 0) return [];
  const rows = await tx
    .selectFrom((eb) =>
      eb
        .selectFrom('GrantedLine as l')
        .where('l.receiverId', '=', any(mine))
        .groupBy('l.tiltakId')
        .select('l.tiltakId')
        .select(({ ref }) => sumWhenKnown(ref('l.amount')).as('granted'))
        .as('g'),
    )
    .innerJoin('Tiltak as t', 't.id', 'g.tiltakId')
    .select(['t.id', 't.reference', 't.title', 't.status', 'g.granted'])
    .select((eb) =>
      eb
        .selectFrom('AnnualReport as a')
        .innerJoin('ReportHalf as h', 'h.reportId', 'a.id')
        .whereRef('a.tiltakId', '=', 't.id')
        .where('h.organisationId', '=', any(mine))
        .where('h.state', 'in', ['filed', 'accepted'])
        .select(({ ref }) => sumWhenKnown(ref('h.spent')).as('spent'))
        .as('spent'),
    )
    .orderBy('t.year', 'desc')
    .orderBy('t.reference', 'desc')
    .limit(30)
    .execute();
  return rows.map((row) => ({
    ...row,
    unspent: row.granted === null || row.spent === null ? null : row.granted - row.spent,
  }));
}
