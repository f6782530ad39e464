import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import { type ReachColumns } from '#lib/db/facts/reach';
import { delegatedRegions, isDelegated } from '#lib/db/people/delegation';
import type { Tables } from '#lib/db/tables';
import { arrayOf } from '#lib/db/values';
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
const asked = (eb: NeedInRound) =>
  eb.selectFrom('Contributor as c').whereRef('c.behovsmeldingId', '=', 'n.id').where('c.endedAt', 'is', null);
const askedTo = (eb: NeedInRound, what: 'comment' | 'write') =>
  arrayOf(asked(eb).where('c.may', '=', what).select('c.userId'));

/** What the policy needs to know of need `n` in round `r`; those asked to comment on it and to write in it until they are taken off again. */
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
  invited: (id) => eb.exists(asked(eb).where('c.userId', '=', id).select('c.id')),
  writer: (id) => eb.exists(asked(eb).where('c.userId', '=', id).where('c.may', '=', 'write').select('c.id')),
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
