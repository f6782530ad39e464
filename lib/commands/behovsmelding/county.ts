import { command, type Context } from '#lib/commands/command';
import { addAttachment } from '#lib/db/attachment';
import { lockBehovsmelding, lockBehovsmeldingInRound } from '#lib/db/behovsmelding/behovsmelding';
import { saveCountyComments } from '#lib/db/behovsmelding/comment';
import { askDispensation, decideDispensation, lockDispensation } from '#lib/db/behovsmelding/dispensation';
import { insertPaper } from '#lib/db/behovsmelding/begin';
import { findPartners } from '#lib/db/behovsmelding/draft';
import { moveBehovsmelding } from '#lib/db/behovsmelding/sending';
import type { Tx } from '#lib/db/client';
import { findOwner } from '#lib/db/organisation';
import { lockRound, roundSubject, ruleSetOf } from '#lib/db/round/round';
import { lateSendings, ownersOf } from '#lib/db/round/time';
import { partnerKinds } from '#lib/domain/behovsmelding/behovsmelding';
import { decideAsk, type Dispensation } from '#lib/domain/behovsmelding/dispensation';
import { decidePaper } from '#lib/domain/behovsmelding/paper';
import { known, behovsmeldingSums } from '#lib/domain/behovsmelding/sums';
import type { Notice } from '#lib/domain/message/message';
import { done, invalid } from '#lib/domain/outcome';
import { inTime } from '#lib/domain/round/time';
import type { DispensationState } from '#lib/domain/states';
import { inspect, keepFile, type ReceivedFile } from '#lib/files/receive';
import { GiveBack, RegisterPaper } from '#lib/schema/behovsmelding';
import { AskDispensation, DecideDispensation } from '#lib/schema/comment';

/** Gives a behovsmelding back to its owner, with what must be put right, field by field where one wants, and until when. */
export const returnBehovsmelding = command({
  action: 'behovsmelding.return',
  schema: GiveBack,
  load: async (tx, { id }, { now }) => {
    const need = await lockBehovsmeldingInRound(tx, id, now);
    return need === null
      ? null
      : { ...need, innstillingLastDay: (await roundSubject(tx, need.roundId))?.innstillingLastDay ?? null };
  },
  decide: ({ innstillingLastDay }, input, { now }) => {
    if (input.until !== null && !inTime(input.until, now)) return invalid({ until: 'in-the-past' });
    return input.until !== null && innstillingLastDay !== null && input.until > innstillingLastDay
      ? invalid({ until: 'after-innstilling' })
      : done(input);
  },
  save: async (tx, need, { comment, until, fields }, { actor, now }) => {
    await moveBehovsmelding(tx, need.id, 'returned', now, comment, until);
    await saveCountyComments(
      tx,
      'return',
      fields.map((one) => ({ ...one, behovsmeldingId: need.id, authorId: actor.userId, at: now })),
    );
    const details = { title: need.title, comment, fields: fields.length, until };
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }],
      tell: [{ kind: 'need-returned', subjectId: need.id, details: { title: need.title } }],
    };
  },
});

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
    const kept = seen.kind === 'done' ? await keepFile(seen.value) : seen;
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

/** Asks Statsforvalteren for an exception from the egenandel. */
export const askForDispensation = command({
  action: 'dispensation.ask',
  schema: AskDispensation,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: decideAsk,
  save: async (tx, need, reason, { actor, now }) => {
    const asked = await askDispensation(tx, need, reason, actor.userId, now);
    const { network, uh, egenandel } = behovsmeldingSums(need);
    const details = {
      dispensationId: asked.id,
      title: need.titleAsSent,
      reason,
      network: known(network),
      uh: known(uh),
      egenandel: known(egenandel),
    };
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }];
    return {
      value: { id: need.id },
      log,
      tell: [
        {
          kind: 'dispensation-asked',
          subjectId: asked.id,
          details: { title: need.titleAsSent, owner: need.ownerName },
        },
      ],
    };
  },
});

interface Answer {
  state: DispensationState;
  reason: string;
}

async function save(tx: Tx, before: Dispensation, { state, reason }: Answer, { actor, now }: Context) {
  await decideDispensation(tx, before.id, { state, reason }, actor.userId, now);
  const details = {
    granted: state === 'granted',
    reason,
    ...(before.regionName !== null && { region: before.regionName }),
  };
  const kind = before.rule === 'split' ? 'split-decided' : 'dispensation-decided';
  const tell: Notice[] = [
    {
      kind,
      subjectId: before.id,
      details: { granted: details.granted, programme: before.programme, year: before.year },
    },
  ];
  return {
    value: { id: before.id },
    log: [{ subjectId: before.id, roundId: before.roundId, countyId: before.countyId, details }],
    tell,
  };
}

/** Grants or refuses an exception from the egenandel: never by the one who asked. */
export const decideEgenandelDispensation = command({
  action: 'dispensation.decide',
  schema: DecideDispensation,
  load: (tx, { id }, { now }) => lockDispensation(tx, id, 'egenandel', now),
  decide: (_before, answer) => done(answer),
  save,
});

/** Grants or refuses an exception from the key between network and UH, which the caseworker has asked for. */
export const decideSplitDispensation = command({
  action: 'dispensation.decide-split',
  schema: DecideDispensation,
  load: (tx, { id }, { now }) => lockDispensation(tx, id, 'split', now),
  decide: (_before, answer) => done(answer),
  save,
});
