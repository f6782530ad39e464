import { command } from '#lib/commands/command';
import { saveDrafts, saveProposal } from '#lib/db/tildeling/allocation';
import { saveAgreement, saveSplitAsked } from '#lib/db/tildeling/approval';
import { lockAllocation } from '#lib/db/tildeling/cases';
import { conflict, done } from '#lib/domain/outcome';
import { decideAllocation } from '#lib/domain/tildeling/allocation';
import { decideProposal } from '#lib/domain/tildeling/judge';
import { decideSplitAsked, decideAgreement } from '#lib/domain/tildeling/split';
import { total } from '#lib/domain/tildeling/tildeling';
import { AllocateRound, AskSplit, ChosenInRound, RegisterAgreement } from '#lib/schema/tildeling';

/** Saves a working version of the round's amounts. */
export const allocateRound = command({
  action: 'round.allocate',
  schema: AllocateRound,
  load: (tx, { id }) => lockAllocation(tx, id),
  decide: (before, input, { actor }) =>
    (input.version ?? before.version) === before.version ? decideAllocation(before, input, actor.name) : conflict,
  save: async (tx, before, { drafts, cleared, reserve, used }) => {
    const saved = await saveDrafts(tx, before.id, drafts, cleared, reserve);
    const where = { roundId: before.id, countyId: before.countyId };
    const ids = new Map(saved.map((one) => [one.needId, one.tildelingId]));
    const changes = drafts.map((draft) => ({
      ...where,
      subjectType: 'tildeling',
      subjectId: ids.get(draft.needId) ?? '',
      details: { title: draft.title, network: draft.network, uh: draft.uh, method: draft.method },
    }));
    const round = {
      ...where,
      subjectId: before.id,
      details: { count: drafts.length, cleared: cleared.length, used, reserve },
    };
    return { value: { id: before.id, version: before.version + 1 }, log: [round, ...changes] };
  },
});

/** Proposes drafts, all or the chosen ones, to whoever approves. */
export const proposeRound = command({
  action: 'round.propose',
  schema: ChosenInRound,
  load: (tx, { id }) => lockAllocation(tx, id),
  decide: (before, { ids }) => decideProposal(before, ids),
  save: async (tx, before, { these, complete }, { actor, now }) => {
    await saveProposal(
      tx,
      before.id,
      these.map((one) => one.tildeling.id),
      { userId: actor.userId, now },
      complete,
    );
    const where = { roundId: before.id, countyId: before.countyId };
    const proposals = these.map(({ title, tildeling }) => ({
      ...where,
      subjectType: 'tildeling',
      subjectId: tildeling.id,
      details: { title, network: tildeling.network, uh: tildeling.uh },
    }));
    const sum = these.reduce((all, one) => all + total(one.tildeling), 0);
    const log = [{ ...where, subjectId: before.id, details: { count: these.length, sum, complete } }, ...proposals];
    const { id, programme, year } = before;
    return {
      value: { id },
      log,
      tell: [{ kind: 'round-proposed', subjectId: id, details: { programme, year, count: these.length } }],
    };
  },
});

/** Asks the approver for an exception from the key, for a region, a need or the round. */
export const askSplitDispensation = command({
  action: 'dispensation.ask-split',
  schema: AskSplit,
  load: (tx, { id }) => lockAllocation(tx, id),
  decide: (before, input) => {
    const answer = decideSplitAsked(before, input);
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
  load: (tx, { id }) => lockAllocation(tx, id),
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
      agreedOn: agreed.agreedOn,
    };
    return {
      value: { id: before.id },
      log: [{ subjectId: before.id, roundId: before.id, countyId: before.countyId, details }],
    };
  },
});
