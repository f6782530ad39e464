import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { isDelegated } from '#lib/db/people/delegation';
import { type InRound, lastDayOf, roundCounts } from '#lib/db/round/round';
import { any, countOf, isTrue } from '#lib/db/values';
import type { Actor } from '#lib/domain/policy/row';
import { idsIn, reach } from '#lib/domain/policy/may';
import type { DeskRound } from '#lib/domain/start';
import type { DelegationCover } from '#lib/domain/states';

/** The regions somebody coordinates: what is handed to one of them is handed to them. */
export const coordinated = (actor: Actor): string[] => idsIn(reach(actor, 'delegation.read'), 'delegated');

/**
 * The organisations somebody acts for: their own, which they write for or lead, and those that have handed needs or
 * reports to the region, their UH, and whose needs are handed to them.
 */
export async function actsFor(
  tx: Tx,
  actor: Actor,
  now: Date,
): Promise<Record<DelegationCover | 'uh' | 'writes' | 'leads' | 'handed', string[]>> {
  const regions = coordinated(actor);
  const writes = idsIn(reach(actor, 'behovsmelding.ask-approval'), 'own');
  const leads = idsIn(reach(actor, 'behovsmelding.decline-approval'), 'own');
  const own = [...new Set([...writes, ...leads])];
  const by = (covers: DelegationCover | null) => isTrue(isDelegated(sql.ref<string>('o.id'), regions, now, covers));
  const delegated =
    regions.length === 0
      ? []
      : await tx
          .selectFrom('Organisation as o')
          .where('o.id', 'in', (eb) =>
            eb.selectFrom('Delegation as x').where('x.regionId', '=', any(regions)).select('x.organisationId'),
          )
          .where(by(null))
          .select(['o.id', by('needs').as('needs'), by('reports').as('reports')])
          .execute();
  const handed = (what: DelegationCover) => delegated.flatMap((one) => (one[what] ? [one.id] : []));
  return {
    needs: [...own, ...handed('needs')],
    reports: [...own, ...handed('reports')],
    uh: idsIn(reach(actor, 'behovsmelding.save-uh'), 'partner'),
    writes,
    leads,
    handed: handed('needs'),
  };
}

/** Where somebody sees rounds: the counties they work for, and their fora. */
export const desks = (actor: Actor) => ({
  counties: idsIn(reach(actor, 'round.work'), 'county'),
  fora: idsIn(reach(actor, 'round.read'), 'forum'),
});

const needsOf = (eb: InRound) =>
  eb
    .selectFrom('Behovsmelding as b')
    .whereRef('b.roundId', '=', 'r.id')
    .where('b.state', '<>', sql.lit('draft'))
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('b.state', '=', 'submitted').as('submitted'),
      fn.countAll<number>().filterWhere('b.state', '=', 'recommended').as('recommended'),
    ]);

const tildelingerOf = (eb: InRound) =>
  eb
    .selectFrom('Tildeling as g')
    .whereRef('g.roundId', '=', 'r.id')
    .where((of) => of.ref('g.inForce'))
    .select(({ fn, ref }) => {
      const isProposed = sql`${ref('g.state')} = 'proposed'`;
      return [
        fn.countAll<number>().filterWhere('g.state', '=', 'proposed').as('proposed'),
        fn
          .countAll<number>()
          .filterWhere('g.state', '=', 'draft')
          .filterWhere('g.returnComment', '<>', '')
          .as('returned'),
        sql<
          string[]
        >`coalesce(array_agg(distinct ${ref('g.proposedById')}) filter (where ${isProposed} and ${ref('g.proposedById')} is not null), '{}')`.as(
          'proposerIds',
        ),
      ];
    });

const proposedSum = (eb: InRound) =>
  eb
    .selectFrom('Tildeling as p')
    .innerJoin('TildelingLine as l', 'l.tildelingId', 'p.id')
    .whereRef('p.roundId', '=', 'r.id')
    .where('p.state', '=', 'proposed')
    .where((of) => of.ref('p.inForce'))
    .select(({ fn }) => fn.coalesce(fn.sum<number>('l.amount'), sql.lit(0)).as('sum'))
    .$asScalar()
    .$notNull();

const filed = (eb: InRound) =>
  countOf(
    eb
      .selectFrom('ReportHalf as h')
      .innerJoin('AnnualReport as a', 'a.id', 'h.reportId')
      .innerJoin('Tiltak as k', 'k.id', 'a.tiltakId')
      .whereRef('k.roundId', '=', 'r.id')
      .where('h.state', '=', 'filed'),
  );

/** The rounds under way in these counties and fora, with how many of each kind of record. */
export async function findDeskRounds(
  tx: Tx,
  { counties, fora }: { counties: string[]; fora: string[] },
): Promise<DeskRound[]> {
  if (counties.length + fora.length === 0) return [];
  return tx
    .selectFrom('Round as r')
    .innerJoin('County as c', 'c.id', 'r.countyId')
    .innerJoinLateral(
      (eb) => needsOf(eb).as('n'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) => tildelingerOf(eb).as('t'),
      (join) => join.onTrue(),
    )
    .where('r.state', '<>', 'finished')
    .where((eb) => eb.or([eb('r.countyId', '=', any(counties)), eb('r.forumId', '=', any(fora))]))
    .select(['r.id', 'r.countyId', 'c.name as countyName', 'r.forumId', 'r.programme', 'r.year', 'r.state', 'r.budget'])
    .select(['n.submitted', 'n.recommended', 't.proposed', 't.returned', 't.proposerIds'])
    .select((eb) => [
      lastDayOf(eb, 'need').as('needDue'),
      lastDayOf(eb, 'innstilling').as('innstillingDue'),
      lastDayOf(eb, 'decision').as('decisionDue'),
      lastDayOf(eb, 'report').as('reportDue'),
      roundCounts(eb).as('counts'),
      proposedSum(eb).as('proposedSum'),
      filed(eb).as('filed'),
    ])
    .orderBy('r.year', 'desc')
    .orderBy('c.name')
    .orderBy('r.programme')
    .execute();
}
