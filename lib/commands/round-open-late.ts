import { findOwner } from '#lib/db/parties';
import { lockRound } from '#lib/db/round';
import { openLate, ownersOf } from '#lib/db/round-time';
import { dayOf } from '#lib/domain/deadline';
import { done, invalid } from '#lib/domain/outcome';
import { decideOpenLate } from '#lib/domain/round-time';
import { OpenLate } from '#lib/schema/round-time';
import { command } from './command';

/** Lets one owner of the county send needs after the deadline, until a day, for a reason that stands beside what they send. */
export const openRoundLate = command({
  action: 'round.open-late',
  schema: OpenLate,
  load: async (tx, { id, organisationId }, { now }) => {
    const round = await lockRound(tx, id);
    if (round === null) return null;
    const regionIds = (await findOwner(tx, organisationId, now))?.delegatedRegionIds ?? [];
    return { ...round, regionIds, owners: await ownersOf(tx, round.countyId) };
  },
  decide: (round, { organisationId, until, reason }, context) => {
    const owner = round.owners.find((one) => one.id === organisationId);
    if (owner === undefined) return invalid({ organisationId: 'not-in-list' });
    const decision = decideOpenLate(round, { until }, context);
    return decision.kind === 'done' ? done({ owner, until: decision.value, reason }) : decision;
  },
  save: async (tx, { id, countyId, programme, year, regionIds }, { owner, until, reason }, { actor, now }) => {
    await openLate(
      tx,
      { roundId: id, organisationId: owner.id },
      { until, reason, openedById: actor.userId, openedAt: now },
    );
    const details = { programme, year, owner: owner.name, lastDay: dayOf(until) };
    const to = [
      ...(['skoleeier', 'leader'] as const).map((role) => ({ role, organisationId: owner.id })),
      ...regionIds.map((regionId) => ({ role: 'coordinator' as const, regionId })),
    ];
    return {
      value: { id },
      log: [{ subjectId: id, roundId: id, countyId, details: { ...details, reason } }],
      tell: [{ kind: 'late-opened', subjectId: id, details, to }],
    };
  },
});
