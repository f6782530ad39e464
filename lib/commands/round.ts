import { findOwner } from '#lib/db/organisation';
import { forgetFilter, keepFilter, savedFilters } from '#lib/db/round/list';
import { insertRound, lockOpening } from '#lib/db/round/open';
import { lockRound, setRoundState } from '#lib/db/round/round';
import { moveDeadline, storeLateOpening, ownersOf, uhInRound } from '#lib/db/round/time';
import { done, invalid } from '#lib/domain/outcome';
import { closeRound, openRound } from '#lib/domain/round/round';
import { decideMove, decideOpenLate } from '#lib/domain/round/time';
import { CloseRound, ForgetFilter, KeepFilter, MoveDeadline, OpenLate, OpenRound } from '#lib/schema/round';
import { command } from './command';

/** Opens a round under a rule set that it keeps. */
export const roundOpen = command({
  action: 'round.open',
  schema: OpenRound,
  load: (tx, { countyId }) => lockOpening(tx, countyId),
  decide: openRound,
  save: async (tx, { countyId }, value, { now }) => {
    const id = await insertRound(tx, countyId, value, now);
    const { programme, year, budget, reserve, ruleSetId } = value;
    const log = [
      {
        subjectType: 'round',
        subjectId: id,
        roundId: id,
        countyId,
        details: { programme, year, budget, reserve, ruleSetId },
      },
    ];
    return {
      value: { id },
      log,
      tell: [{ kind: 'round-opened', subjectId: id, details: { programme, year, lastDay: value.deadlines.need } }],
    };
  },
});

/** Closes a round for needs; what is still a draft stays one. */
export const roundClose = command({
  action: 'round.close',
  schema: CloseRound,
  load: (tx, { id }) => lockRound(tx, id),
  decide: closeRound,
  save: async (tx, { id, countyId, programme, year }, { reason, early }) => {
    await setRoundState(tx, id, 'closed');
    const log = [{ subjectId: id, roundId: id, countyId, details: { programme, year, reason, early } }];
    return { value: { id }, log, tell: [{ kind: 'round-closed', subjectId: id, details: { programme, year } }] };
  },
});

/** Moves a deadline of a round for all, with a reason; everybody with something in it is told. */
export const moveRoundDeadline = command({
  action: 'round.move-deadline',
  schema: MoveDeadline,
  load: (tx, { id }) => lockRound(tx, id),
  decide: (round, input, context) => {
    const decision = decideMove(round, input, context);
    return decision.kind === 'done' ? done({ ...decision.value, reason: input.reason }) : decision;
  },
  save: async (tx, { id, countyId, programme, year }, { kind, from, to, reason }) => {
    await moveDeadline(tx, id, kind, from, to);
    const days = { deadline: kind, before: from, lastDay: to };
    const log = [{ subjectId: id, roundId: id, countyId, details: { programme, year, ...days, reason } }];
    const details = { programme, year, ...days };
    const uh = kind === 'need' ? await uhInRound(tx, id) : [];
    return {
      value: { id },
      log,
      tell: [
        { kind: 'deadline-moved', subjectId: id, details },
        {
          kind: 'need-deadline-moved',
          subjectId: id,
          to: uh.map((organisationId) => ({ role: 'uh', organisationId })),
          details,
        },
      ],
    };
  },
});

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
    await storeLateOpening(
      tx,
      { roundId: id, organisationId: owner.id },
      { until, reason, openedById: actor.userId, openedAt: now },
    );
    const details = { programme, year, owner: owner.name, lastDay: until };
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

// What somebody keeps for themselves is no part of any case, and so in no log.
/** Keeps the filters of a list by a name. */
export const keepListFilter = command({
  action: 'filter.keep',
  schema: KeepFilter,
  load: () => Promise.resolve({}),
  decide: (_before, input) => done(input),
  save: async (tx, _before, { name, query, roundId }, { actor }) => {
    await keepFilter(tx, actor.userId, name, query);
    return { value: { roundId, query }, log: [] };
  },
});

/** Forgets a filter; only one's own can be. */
export const forgetListFilter = command({
  action: 'filter.forget',
  schema: ForgetFilter,
  load: async (tx, { id }, { actor }) =>
    (await savedFilters(tx, actor.userId)).some((one) => one.id === id) ? {} : null,
  decide: (_before, input) => done(input),
  save: async (tx, _before, { id, roundId }, { actor }) => {
    await forgetFilter(tx, actor.userId, id);
    return { value: { roundId }, log: [] };
  },
});
