import { askSplit, registerAgreement as decideAgreement } from '#lib/domain/agreement';
import { done } from '#lib/domain/outcome';
import { AskSplit, RegisterAgreement } from '#lib/schema/agreement';
import { saveAgreement, saveSplitAsked } from '#lib/db/agreement';
import { withCases, type AllocationRow } from '#lib/db/allocation';
import type { Tx } from '#lib/db/client';
import { lockRound } from '#lib/db/round';
import { command } from './command';

async function lockWithCases(tx: Tx, id: string): Promise<AllocationRow | null> {
  const round = await lockRound(tx, id);
  return round === null ? null : withCases(tx, round);
}

/** Asks the approver for an exception from the key, for a region, a need or the round. */
export const askSplitDispensation = command({
  action: 'dispensation.ask-split',
  schema: AskSplit,
  load: (tx, { id }) => lockWithCases(tx, id),
  decide: (before, input) => {
    const answer = askSplit(before, input);
    return answer.kind === 'done' ? done({ ...input, where: answer.value.where }) : answer;
  },
  save: async (tx, before, asked, { actor, now }) => {
    const id = await saveSplitAsked(tx, before.id, asked, { userId: actor.userId, now });
    const entry = {
      roundId: before.id,
      countyId: before.countyId,
      details: { where: asked.where, reason: asked.reason },
    };
    return {
      value: { id: before.id, dispensationId: id },
      log: [
        { ...entry, subjectId: before.id },
        { ...entry, subjectType: 'dispensation', subjectId: id },
      ],
      tell: [
        {
          kind: 'split-asked',
          subjectId: id,
          details: { where: asked.where, programme: before.programme, year: before.year },
        },
      ],
    };
  },
});

/** Records an agreement that the UH gets more than the key: between whom, how much, when. */
export const registerAgreement = command({
  action: 'agreement.register',
  schema: RegisterAgreement,
  load: (tx, { id }) => lockWithCases(tx, id),
  decide: (before, input) => {
    const answer = decideAgreement(before, input);
    return answer.kind === 'done' ? done({ ...input, where: answer.value.where }) : answer;
  },
  save: async (tx, before, agreed, { actor, now }) => {
    await saveAgreement(tx, before.id, agreed, { userId: actor.userId, now });
    const details = {
      where: agreed.where,
      parties: agreed.parties,
      uhPercent: agreed.uhPercent,
      agreedOn: agreed.agreedOn.toISOString().slice(0, 10),
    };
    return {
      value: { id: before.id },
      log: [{ subjectId: before.id, roundId: before.id, countyId: before.countyId, details }],
    };
  },
});
