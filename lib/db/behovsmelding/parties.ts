import { type Expression, type ExpressionBuilder, type QueryCreator, sql, type SqlBool } from 'kysely';
import { type ReachColumns } from '#lib/db/facts/reach';
import { delegatedRegions, isDelegated } from '#lib/db/people/delegation';
import type { Tables } from '#lib/db/tables';
import { any, arrayOf } from '#lib/db/values';
import { idsIn, type Reach } from '#lib/domain/policy/may';
import type { Scope } from '#lib/domain/policy/row';
import { partiesAsSent } from './as-sent';

/** What refers to need `n` in round `r` from inside its statement. */
export type NeedInRound = ExpressionBuilder<Tables & { n: Tables['Behovsmelding']; r: Tables['Round'] }, 'n' | 'r'>;

/** Whether UH `u` sees need `n`: a draft when it has been shared with it, also one that is completed, and what has been sent. */
export const isShared = (
  eb: ExpressionBuilder<Tables & { n: Tables['Behovsmelding']; u: Tables['BehovsmeldingUh'] }, 'n' | 'u'>,
): Expression<SqlBool> =>
  eb.or([
    eb('u.sharedAt', 'is not', null),
    eb.and([eb('n.state', '<>', sql.lit('draft')), eb('n.asSentId', 'is', null)]),
  ]);

const uhOf = (eb: NeedInRound) =>
  eb.selectFrom('BehovsmeldingUh as u').whereRef('u.behovsmeldingId', '=', 'n.id').where(isShared);
const contributors = (eb: NeedInRound) =>
  eb.selectFrom('Contributor as c').whereRef('c.behovsmeldingId', '=', 'n.id').where('c.endedAt', 'is', null);
const askedTo = (eb: NeedInRound, what: 'comment' | 'write') =>
  arrayOf(contributors(eb).where('c.may', '=', what).select('c.userId'));

/**
 * What the policy needs to know of need `n` in round `r`; those asked to comment on it and to write in it until they
 * are taken off again.
 */
export const behovsmeldingParties = (eb: NeedInRound, now: Date) =>
  [
    'r.countyId',
    'r.forumId',
    sql<string[]>`array[${eb.ref('n.ownerId')}]`.as('ownerIds'),
    delegatedRegions(eb.ref('n.ownerId'), now, 'needs').as('delegatedRegionIds'),
    askedTo(eb, 'comment').as('commenterIds'),
    askedTo(eb, 'write').as('writerIds'),
    arrayOf(uhOf(eb).select('u.organisationId')).as('uhIds'),
    partiesAsSent(eb).as('partyIds'),
  ] as const;

/** How need `n` of round `r` answers to each scope of the policy. */
export const needsReach = (eb: NeedInRound, now: Date): ReachColumns => ({
  own: (id) => eb('n.ownerId', '=', id),
  invited: (id) => eb.exists(contributors(eb).where('c.userId', '=', id).select('c.id')),
  writer: (id) => eb.exists(contributors(eb).where('c.userId', '=', id).where('c.may', '=', 'write').select('c.id')),
  delegated: (id) => isDelegated(eb.ref('n.ownerId'), [id], now, 'needs'),
  partner: (id) => eb.exists(uhOf(eb).where('u.organisationId', '=', id).select('u.organisationId')),
  party: (id) =>
    eb.exists(
      eb
        .selectFrom('BehovsmeldingParty as p')
        .whereRef('p.behovsmeldingId', '=', 'n.id')
        .where('p.organisationId', '=', id)
        .select('p.organisationId'),
    ),
  forum: (id) => eb('r.forumId', '=', id),
  county: (id) => eb('r.countyId', '=', id),
});

type LeadsTo = (db: QueryCreator<Tables>, ids: readonly string[]) => Expression<{ id: string }>;

/** From where whoever asks stands to the needs that each scope can lead to, by an index each. */
const LEADS: Readonly<Partial<Record<Scope, LeadsTo>>> = {
  own: (db, ids) => db.selectFrom('Behovsmelding as m').where('m.ownerId', '=', any(ids)).select('m.id'),
  delegated: (db, ids) =>
    db
      .selectFrom('Delegation as d')
      .innerJoin('Behovsmelding as m', 'm.ownerId', 'd.organisationId')
      .where('d.regionId', '=', any(ids))
      .select('m.id'),
  invited: (db, ids) =>
    db.selectFrom('Contributor as c').where('c.userId', '=', any(ids)).select('c.behovsmeldingId as id'),
  party: (db, ids) =>
    db.selectFrom('BehovsmeldingParty as p').where('p.organisationId', '=', any(ids)).select('p.behovsmeldingId as id'),
  partner: (db, ids) =>
    db.selectFrom('BehovsmeldingUh as u').where('u.organisationId', '=', any(ids)).select('u.behovsmeldingId as id'),
  forum: (db, ids) =>
    db
      .selectFrom('Round as q')
      .innerJoin('Behovsmelding as m', 'm.roundId', 'q.id')
      .where('q.forumId', '=', any(ids))
      .select('m.id'),
  county: (db, ids) =>
    db
      .selectFrom('Round as q')
      .innerJoin('Behovsmelding as m', 'm.roundId', 'q.id')
      .where('q.countyId', '=', any(ids))
      .select('m.id'),
};

// What was sent names its organisations itself, also those that were taken out of the need since.
const copies = (db: QueryCreator<Tables>, name: 'uh' | 'parties', ids: readonly string[]) =>
  db
    .selectFrom('BehovsmeldingAsSent as s')
    .where(({ or }) =>
      or(
        ids.map(
          (organisationId) =>
            sql<SqlBool>`(${sql.ref('s.rows')} -> ${sql.lit(name)}) @> ${JSON.stringify([{ organisationId }])}::jsonb`,
        ),
      ),
    )
    .select('s.behovsmeldingId as id');
const LEADS_TO_COPIES: typeof LEADS = {
  ...LEADS,
  party: (db, ids) => copies(db, 'parties', ids),
  partner: (db, ids) => copies(db, 'uh', ids),
};

/**
 * Whether a need is among those that these ways can lead to, in whatever state, as it stands or as it was sent: found from
 * whoever asks, so that no page is slower for the needs of others. All are where a way leads everywhere. What is within
 * reach of them is for `withinReach` to say.
 */
export function ledToBy(
  db: QueryCreator<Tables>,
  need: Expression<string>,
  ways: readonly Reach[],
  read: 'as it stands' | 'as sent',
): Expression<SqlBool> {
  const scopes = [...new Set(ways.map(({ scope }) => scope))].sort();
  const leads = read === 'as sent' ? LEADS_TO_COPIES : LEADS;
  const found = scopes.map((scope) => leads[scope]?.(db, idsIn(ways, scope)));
  const known = found.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < found.length) return sql<SqlBool>`true`;
  return sql<SqlBool>`${need} in (${sql.join(known, sql` union all `)})`;
}
