import { command } from '#lib/commands/command';
import { lockBehovsmelding, lockBehovsmeldingInRound } from '#lib/db/behovsmelding/behovsmelding';
import { confirmForOwners, objectForOwners } from '#lib/db/behovsmelding/partners';
import { markDeclined, markReady, markSubmitted } from '#lib/db/behovsmelding/sending';
import { delegationTo } from '#lib/db/people/delegation';
import { decideDecline, decideSubmit } from '#lib/domain/behovsmelding/decide';
import { isLeader, waitingFor } from '#lib/domain/behovsmelding/owners';
import { known, behovsmeldingSums } from '#lib/domain/behovsmelding/sums';
import { done, refused } from '#lib/domain/outcome';
import {
  AskApproval,
  ConfirmForOwner,
  ObjectForOwner,
  ReturnBehovsmelding,
  SubmitBehovsmelding,
} from '#lib/schema/behovsmelding';

/** Sends a behovsmelding to Statsforvalteren. */
export const submitBehovsmelding = command({
  action: 'behovsmelding.submit',
  schema: SubmitBehovsmelding,
  load: async (tx, { id }, { actor, now }) => {
    const need = await lockBehovsmeldingInRound(tx, id, now);
    return need === null
      ? null
      : { ...need, under: isLeader(need, actor) ? null : await delegationTo(tx, need.ownerId, actor, now) };
  },
  decide: decideSubmit,
  save: async (tx, before, need, { actor, now }) => {
    await markSubmitted(tx, need.id, before.under?.id ?? null, actor.userId, now);
    const { network, uh, egenandel } = behovsmeldingSums(need);
    const details = {
      title: need.title,
      network: known(network),
      uh: known(uh),
      egenandel: known(egenandel),
      again: before.state === 'returned',
      ...(before.under !== null && { onBehalf: before.under.regionName }),
    };
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }],
      tell: [
        {
          kind: 'need-sent',
          subjectId: need.id,
          details: { title: need.title, owner: need.ownerName, again: details.again },
        },
      ],
    };
  },
});

/** Asks the owner's leader to approve and send what is written. Asked again, it counts from now. */
export const askForApproval = command({
  action: 'behovsmelding.ask-approval',
  schema: AskApproval,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before) => done(before),
  save: async (tx, need, _value, { actor, now }) => {
    await markReady(tx, need.id, actor.userId, now);
    const log = [
      { subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.title } },
    ];
    const to = need.ownerIds.map((organisationId) => ({ role: 'leader' as const, organisationId }));
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'need-for-approval', subjectId: need.id, details: { title: need.title }, to }],
    };
  },
});

/** Gives a need back to those who write it for the owner, with what the leader wants changed before it is sent. */
export const declineApproval = command({
  action: 'behovsmelding.decline-approval',
  schema: ReturnBehovsmelding,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before, input) => decideDecline(before, input),
  save: async (tx, need, comment) => {
    await markDeclined(tx, need.id, comment);
    const log = [
      { subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.title, comment } },
    ];
    const to = need.readyById === null ? [] : [{ userId: need.readyById }];
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'approval-declined', subjectId: need.id, details: { title: need.title }, to }],
    };
  },
});

/** An owner's leader stands behind what was sent for the owner: by its coordinator, or by another owner for a network. */
export const confirmForOwner = command({
  action: 'behovsmelding.confirm-owner',
  schema: ConfirmForOwner,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before, _input, { actor }) => {
    const waiting = waitingFor(before, actor);
    return waiting.names.length === 0 ? refused({ code: 'nothing-to-confirm' }) : done(waiting);
  },
  save: async (tx, need, waiting, { actor, now }) => {
    await confirmForOwners(tx, need.id, waiting, actor.userId, now);
    const log = [
      {
        subjectId: need.id,
        roundId: need.roundId,
        countyId: need.countyId,
        details: { owner: waiting.names.join(', ') },
      },
    ];
    return {
      value: { id: need.id },
      log,
      tell: [
        {
          kind: 'owner-confirmed',
          subjectId: need.id,
          details: { title: need.title, owner: waiting.names.join(', ') },
        },
      ],
    };
  },
});

/** An owner's leader asks for what was sent for the owner to be put right. What is asked stays between the owners and the office. */
export const objectForOwner = command({
  action: 'behovsmelding.object',
  schema: ObjectForOwner,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before, { objection }, { actor }) => {
    const waiting = waitingFor(before, actor);
    return waiting.names.length === 0 ? refused({ code: 'nothing-to-confirm' }) : done({ waiting, objection });
  },
  save: async (tx, need, { waiting, objection }, { actor, now }) => {
    await objectForOwners(tx, need.id, waiting, objection, actor.userId, now);
    const log = [
      {
        subjectId: need.id,
        roundId: need.roundId,
        countyId: need.countyId,
        details: { owner: waiting.names.join(', ') },
      },
    ];
    return {
      value: { id: need.id },
      log,
      tell: [
        { kind: 'owner-objected', subjectId: need.id, details: { title: need.title, owner: waiting.names.join(', ') } },
      ],
    };
  },
});
