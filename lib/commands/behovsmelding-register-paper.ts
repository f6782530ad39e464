import { addAttachment } from '#lib/db/attachment';
import { findPartners } from '#lib/db/behovsmelding-save';
import { insertPaper } from '#lib/db/paper';
import { findOwner } from '#lib/db/parties';
import { lockRound, ruleSetOf } from '#lib/db/round';
import { lateSendings, ownersOf } from '#lib/db/round-time';
import { partnerKinds } from '#lib/domain/behovsmelding';
import { done } from '#lib/domain/outcome';
import { decidePaper } from '#lib/domain/paper';
import { inspect, keep, type ReceivedFile } from '#lib/files/receive';
import { RegisterPaper } from '#lib/schema/paper';
import { command } from './command';

/** Registers a need that came on paper for an owner: sent, marked with the day it came, with the sheets as an attachment. */
export const registerPaper = command({
  action: 'behovsmelding.register-paper',
  schema: RegisterPaper.transform((input): typeof input & { received?: ReceivedFile } => input),
  load: async (tx, { id, ownerId }, { now }) => {
    const round = await lockRound(tx, id);
    if (round === null) return null;
    const { maxYears, egenandelEnforcement } = await ruleSetOf(tx, round);
    const owner = await findOwner(tx, ownerId, now);
    return {
      ...round,
      maxYears,
      egenandelEnforcement,
      owners: await ownersOf(tx, round.countyId),
      partners: await findPartners(tx, partnerKinds(round.programme)),
      late: await lateSendings(tx, id),
      regionId: owner?.regionId ?? null,
    };
  },
  decide: (round, input, context) => {
    const decision = decidePaper(round, input, context);
    return decision.kind === 'done' ? done({ need: decision.value, input }) : decision;
  },
  prepare: async (input) => {
    if (input.file === null) return done(input);
    const seen = await inspect(input.file);
    const kept = seen.kind === 'done' ? await keep(seen.value) : seen;
    return kept.kind === 'done' ? done({ ...input, received: kept.value }) : kept;
  },
  save: async (
    tx,
    { id: roundId, countyId, regionId },
    { need, input: { title, uhId, receivedOn, received } },
    { actor, now },
  ) => {
    const id = await insertPaper(tx, need, uhId, { roundId, regionId, title, receivedOn, by: actor.userId, now });
    if (received !== undefined)
      await addAttachment(
        tx,
        { behovsmeldingId: id },
        { ...received, addedById: actor.userId, addedAt: now, sentAt: now },
      );
    const details = { title, owner: need.owner.name };
    return {
      value: { id },
      log: [
        {
          subjectType: 'behovsmelding',
          subjectId: id,
          roundId,
          countyId,
          details: { ...details, file: received?.name ?? null },
        },
      ],
      tell: [{ kind: 'need-registered', subjectId: id, details }],
    };
  },
});
