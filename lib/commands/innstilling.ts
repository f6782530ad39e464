import { lockForumDraft, saveDraft } from '#lib/db/innstilling/draft';
import { deliverDraft, findRevision, lockForumRound, writeWhole } from '#lib/db/innstilling/innstilling';
import { attend } from '#lib/db/presence';
import { findRound } from '#lib/db/round/round';
import { deliverInnstilling, sumRecommended } from '#lib/domain/innstilling/innstilling';
import { decideInnstilling } from '#lib/domain/innstilling/write';
import { done } from '#lib/domain/outcome';
import { Attend } from '#lib/schema/form';
import { DeliverInnstilling, SaveInnstilling } from '#lib/schema/innstilling';
import { command } from './command';

/**
 * Saves what is changed in the forum's draft, field by field. Nothing of what is written goes in the log: it is not
 * the forum's word yet.
 */
export const saveInnstilling = command({
  action: 'innstilling.save',
  schema: SaveInnstilling,
  load: (tx, { id }, { actor, now }) => lockForumDraft(tx, id, actor.userId, now),
  decide: (before, input) => decideInnstilling(before, input),
  save: async (tx, before, saved) => {
    const { id, countyId, revision, logged } = before;
    const { fields, stored, wrong, clashes } = saved;
    await saveDraft(tx, before, saved);
    const log = logged || fields.length === 0 ? [] : [{ subjectId: id, roundId: id, countyId }];
    return {
      value: { id, was: revision, version: revision + (fields.length > 0 ? 1 : 0), stored, wrong, clashes },
      log,
    };
  },
});

/**
 * Tells that one is in a round's innstilling, and in which field; answers who else is, and how new the draft is.
 * Nothing happened: the log is silent.
 */
export const attendInnstilling = command({
  action: 'innstilling.attend',
  schema: Attend,
  load: (tx, { id }) => findRound(tx, id),
  decide: (_before, { field }) => done(field),
  save: async (tx, { id }, field, { actor, now }) => ({
    value: {
      record: id,
      version: await findRevision(tx, id),
      others: await attend(tx, { type: 'innstilling', id }, actor.userId, field, now),
    },
    log: [],
  }),
});

/** Delivers the forum's innstilling: it, the round and its needs go on in one change, each need with its own line in the log. */
export const innstillingDeliver = command({
  action: 'innstilling.deliver',
  schema: DeliverInnstilling,
  load: (tx, { id }, { now }) => lockForumRound(tx, id, now),
  decide: deliverInnstilling,
  save: async (tx, { id, countyId, needs, programme, year }, input, { actor, now }) => {
    const innstillingId = await writeWhole(tx, input);
    await deliverDraft(tx, id, innstillingId, { userId: actor.userId, at: now });
    const { network, uh } = sumRecommended(input.lines);
    const place = { roundId: id, countyId };
    const whole = {
      ...place,
      subjectId: id,
      details: { lines: needs.length, network, uh, decisionForm: input.decisionForm },
    };
    const each = input.lines.map((line) => ({
      ...place,
      subjectType: 'behovsmelding',
      subjectId: line.needId,
      details: { priority: line.priority, network: line.network, uh: line.uh, reason: line.reason },
    }));
    return {
      value: { id },
      log: [whole, ...each],
      tell: [{ kind: 'innstilling-delivered', subjectId: id, details: { programme, year } }],
    };
  },
});
