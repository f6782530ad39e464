import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { openReports } from '#lib/db/report/save';
import { any, newId, recordset } from '#lib/db/values';
import type { Day } from '#lib/domain/day';
import type { Approvals } from '#lib/domain/tildeling/judge';
import type { SplitPlace } from '#lib/domain/tildeling/split';
import { total } from '#lib/domain/tildeling/tildeling';

export interface ApprovedRound {
  readonly id: string;
  readonly countyId: string;
  readonly year: number;
  readonly reportLastDay: Day;
}
export interface Approved {
  readonly tildelingId: string;
  readonly reference: string | null;
}

/** Gives this county's numbers of the year to one transaction at a time: to be held before they are read. */
const lockNumbers = (tx: Tx, countyId: string, year: number): Promise<unknown> =>
  tx
    .selectNoFrom(
      sql<string>`pg_advisory_xact_lock(hashtextextended(${`tiltak ${countyId} ${year}`}, 0))::text`.as('numbers'),
    )
    .execute();

const DECIDED = {
  id: 'text',
  needId: 'text',
  outcome: 'text',
  required: 'int',
  planned: 'int',
  position: 'int',
  tiltakId: 'text',
};

/**
 * Stores the approvals: the tiltak with their references, the needs granted or declined, the reports opened, and the
 * round when all is decided.
 */
export async function saveApprovals(
  tx: Tx,
  round: ApprovedRound,
  { approvals, complete }: Approvals,
  by: { userId: string; now: Date },
): Promise<Approved[]> {
  await lockNumbers(tx, round.countyId, round.year);
  const rows = approvals.map(({ one, outcome, required, planned }, position) => ({
    id: one.tildeling.id,
    needId: one.needId,
    outcome,
    required,
    planned,
    position,
    tiltakId: total(one.tildeling) > 0 ? newId() : null,
  }));
  const year = sql<number>`${round.year}::int`;
  const made = await tx
    .with('decided', (cte) =>
      cte
        .selectFrom(recordset('d', rows, DECIDED))
        .select(['d.id', 'd.needId', 'd.outcome', 'd.required', 'd.planned', 'd.tiltakId'])
        .select(({ ref }) =>
          sql<number>`row_number() over (partition by ${ref('d.tiltakId')} is null order by ${ref('d.position')})::int`.as(
            'place',
          ),
        ),
    )
    .with('last', (cte) =>
      cte
        .selectFrom('Tiltak')
        .where('countyId', '=', round.countyId)
        .where('year', '=', round.year)
        .select(({ fn }) => fn.coalesce(fn.max('number'), sql.lit(0)).as('number')),
    )
    .with('tiltak', (cte) =>
      cte
        .insertInto('Tiltak')
        .columns([
          ...([
            'id',
            'reference',
            'countyId',
            'year',
            'number',
            'roundId',
            'behovsmeldingId',
            'title',
            'leadId',
          ] as const),
          ...(['leadName', 'regionId', 'publicUnits', 'privateUnits', 'participants'] as const),
        ])
        .expression((eb) =>
          eb
            .selectFrom('decided as d')
            .innerJoin('Behovsmelding as n', 'n.id', 'd.needId')
            .innerJoin('Organisation as o', 'o.id', 'n.ownerId')
            .innerJoin('County as c', (join) => join.on('c.id', '=', round.countyId))
            .crossJoin('last')
            .where('d.tiltakId', 'is not', null)
            .select((of) => {
              const number = of('last.number', '+', of.ref('d.place'));
              const digits = sql`(${number})::text`;
              return [
                'd.tiltakId',
                sql<string>`${of.ref('c.prefix')} || '-' || ${year} || '-' || lpad(${digits}, greatest(4, length(${digits})), '0')`.as(
                  'reference',
                ),
                'c.id as countyId',
                year.as('year'),
                number.as('number'),
              ];
            })
            .select(['n.roundId', 'n.id', 'n.title', 'n.ownerId', 'o.name', 'n.regionId'])
            .select(['n.publicUnits', 'n.privateUnits', 'n.participants']),
        )
        .returning(['id', 'reference']),
    )
    .with('tildelinger', (cte) =>
      cte
        .updateTable('Tildeling as t')
        .from('decided as d')
        .whereRef('t.id', '=', 'd.id')
        .set((eb) => ({
          state: 'approved',
          outcome: eb.ref('d.outcome'),
          tiltakId: eb.ref('d.tiltakId'),
          requiredEgenandel: eb.ref('d.required'),
          plannedEgenandel: eb.ref('d.planned'),
          approvedById: by.userId,
          approvedAt: by.now,
          version: eb('t.version', '+', 1),
        })),
    )
    .with('needs', (cte) =>
      cte
        .updateTable('Behovsmelding as n')
        .from('decided as d')
        .whereRef('n.id', '=', 'd.needId')
        .set((eb) => ({
          state: eb
            .case()
            .when('d.tiltakId', 'is', null)
            .then(sql.lit('declined' as const))
            .else(sql.lit('granted' as const))
            .end(),
          version: eb('n.version', '+', 1),
        }))
        .returning(['n.id', 'n.ownerId']),
    )
    .with('round', (cte) =>
      cte
        .updateTable('Round')
        .where('id', '=', round.id)
        .where((eb) => eb.val(complete))
        .set((eb) => ({ state: 'approved', version: eb('version', '+', 1) })),
    )
    .selectFrom('decided as d')
    .leftJoin('tiltak as t', 't.id', 'd.tiltakId')
    .innerJoin('needs as n', 'n.id', 'd.needId')
    .select(['d.id', 'd.tiltakId', 't.reference', 'n.ownerId'])
    .execute();
  const uhIds = new Map(approvals.map(({ one }) => [one.tildeling.id, one.tildeling.uhIds]));
  await openReports(
    tx,
    made.flatMap(({ id, tiltakId, ownerId }) =>
      tiltakId === null
        ? []
        : [{ tiltakId, year: round.year, dueOn: round.reportLastDay, ownerId, uhIds: uhIds.get(id) ?? [] }],
    ),
  );
  return made.map(({ id, reference }) => ({ tildelingId: id, reference }));
}

/** Sends proposed tildelinger back to be worked on, and its round with it. */
export async function saveReturn(tx: Tx, ids: readonly string[], roundId: string, comment: string): Promise<void> {
  await tx
    .updateTable('Tildeling')
    .set((eb) => ({
      state: 'draft',
      proposedById: null,
      proposedAt: null,
      returnComment: comment,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', any(ids))
    .execute();
  await tx
    .updateTable('Round')
    .set((eb) => ({ state: 'recommended', version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .where('state', '=', 'proposed')
    .execute();
}

/** Stores that the caseworker asks for an exception from the key. */
export async function saveSplitAsked(
  tx: Tx,
  roundId: string,
  asked: SplitPlace & { reason: string },
  by: { userId: string; now: Date },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('Dispensation')
    .values({
      id,
      rule: 'split',
      roundId,
      behovsmeldingId: asked.behovsmeldingId,
      regionId: asked.regionId,
      reason: asked.reason,
      askedById: by.userId,
      askedAt: by.now,
    })
    .execute();
  return id;
}

/** Stores an agreement that the UH gets a larger share. */
export async function saveAgreement(
  tx: Tx,
  roundId: string,
  agreed: SplitPlace & { parties: string; uhPercent: number; agreedOn: Day },
  by: { userId: string; now: Date },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('SplitAgreement')
    .values({
      id,
      roundId,
      regionId: agreed.regionId,
      behovsmeldingId: agreed.behovsmeldingId,
      parties: agreed.parties,
      uhPercent: agreed.uhPercent,
      agreedOn: agreed.agreedOn,
      registeredById: by.userId,
      registeredAt: by.now,
    })
    .execute();
  return id;
}
