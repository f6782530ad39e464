import { command, type Context } from '#lib/commands/command';
import { beginBehovsmelding, findTiltakSource } from '#lib/db/behovsmelding/begin';
import {
  findBehovsmelding,
  lockBehovsmeldingAndRound,
  lockBehovsmeldingInRound,
} from '#lib/db/behovsmelding/behovsmelding';
import { findChoices, findDraftSubject, findPartners, lockDraft, saveFields } from '#lib/db/behovsmelding/draft';
import { markReopened, moveBehovsmelding, releaseTildeling } from '#lib/db/behovsmelding/sending';
import type { Tx } from '#lib/db/client';
import { findOwner } from '#lib/db/organisation';
import { attend } from '#lib/db/presence';
import { findBeside, ruleSetOf, setRoundState, shareRound } from '#lib/db/round/round';
import { lateUntil } from '#lib/db/round/time';
import type { BeginSource } from '#lib/domain/behovsmelding/begin';
import { partnerKinds } from '#lib/domain/behovsmelding/behovsmelding';
import { decideBegin, decideReopen, roundAfterWithdrawal } from '#lib/domain/behovsmelding/decide';
import { decideBehovsmelding } from '#lib/domain/behovsmelding/write';
import { done } from '#lib/domain/outcome';
import { may } from '#lib/domain/policy/may';
import { BeginBehovsmelding, SaveBehovsmelding, ThisBehovsmelding } from '#lib/schema/behovsmelding';
import { Attend } from '#lib/schema/form';

/** The earlier need or tiltak that is named, if it is there and theirs; undefined when none is named. */
async function sourceOf(
  tx: Tx,
  { fromId, fromTiltakId, ownerId }: { fromId: string | null; fromTiltakId: string | null; ownerId: string },
  { actor, now }: Context,
): Promise<BeginSource | null | undefined> {
  if (fromId === null && fromTiltakId === null) return undefined;
  const need = fromId === null ? null : await findBehovsmelding(tx, fromId, now);
  const found =
    need !== null && may(actor, 'behovsmelding.read', need)
      ? need
      : fromTiltakId === null
        ? null
        : await findTiltakSource(tx, fromTiltakId, { actor, now });
  return found?.ownerId === ownerId ? found : null;
}

/** Begins a behovsmelding for an owner in an open round of its county, empty or from an earlier one. */
export const createBehovsmelding = command({
  action: 'behovsmelding.create',
  schema: BeginBehovsmelding,
  load: async (tx, input, context) => {
    const round = await shareRound(tx, input.roundId);
    const owner = await findOwner(tx, input.ownerId, context.now);
    const source = await sourceOf(tx, input, context);
    if (owner === null || round === null || source === null || owner.countyId !== round.countyId) return null;
    const { owners, themes, tiltak } = await findChoices(tx, {
      countyId: owner.countyId,
      ownerId: owner.id,
      year: round.year,
      themes: [],
    });
    const ids = (all: readonly { id: string }[]) => all.map((one) => one.id);
    const into = {
      year: round.year,
      rules: await ruleSetOf(tx, round),
      partners: ids(await findPartners(tx, partnerKinds(round.programme))),
      owners: ids(owners),
      themeIds: ids(themes),
      tiltakIds: ids(tiltak),
    };
    return { ...owner, round: { ...round, lateUntil: await lateUntil(tx, round.id, owner.id) }, source, into };
  },
  decide: (before, input, context) => decideBegin(before, input, context),
  save: async (tx, owner, { begun, ...origin }, { actor, now }) => {
    const { round } = owner;
    const value = await beginBehovsmelding(
      tx,
      {
        ...origin,
        roundId: round.id,
        ownerId: owner.id,
        regionId: owner.regionId,
        createdById: actor.userId,
        createdAt: now,
      },
      begun,
    );
    return {
      value,
      log: [
        {
          subjectType: 'behovsmelding',
          subjectId: value.id,
          roundId: round.id,
          countyId: round.countyId,
          details: { owner: owner.name, from: origin.startedFromId ?? origin.startedFromTiltakId },
        },
      ],
    };
  },
});

/** Saves what is changed in a draft, field by field. Nothing of what is written goes in the log: others read that. */
export const saveBehovsmelding = command({
  action: 'behovsmelding.save',
  schema: SaveBehovsmelding,
  load: (tx, { id, typed }, { actor, now }) => lockDraft(tx, id, Object.keys(typed), actor.userId, now),
  decide: (before, input) => decideBehovsmelding(before, input),
  save: async (tx, before, saved, { now }) => {
    const { fields, stored, wrong, clashes } = saved;
    await saveFields(tx, before, saved, now);
    const log =
      before.logged || fields.length === 0
        ? []
        : [{ subjectId: before.id, roundId: before.roundId, countyId: before.countyId }];
    return {
      value: {
        id: before.id,
        was: before.version,
        version: before.version + (fields.length > 0 ? 1 : 0),
        stored,
        wrong,
        clashes,
      },
      log,
      restate: fields.length > 0 ? [before.id] : [],
    };
  },
});

/** Tells that one is in a draft, and in which field; answers who else is, and how new the draft is. Nothing happened: the log is silent. */
export const attendBehovsmelding = command({
  action: 'behovsmelding.attend',
  schema: Attend,
  load: (tx, { id }, { now }) => findDraftSubject(tx, id, now),
  decide: (_before, { field }) => done(field),
  save: async (tx, { id, version }, field, { actor, now }) => ({
    value: { record: id, version, others: await attend(tx, { type: 'behovsmelding', id }, actor.userId, field, now) },
    log: [],
  }),
});

/** Takes back a behovsmelding that is not yet decided; money set aside for it is free again, and the round no longer waits for it. */
export const withdrawBehovsmelding = command({
  action: 'behovsmelding.withdraw',
  schema: ThisBehovsmelding,
  load: async (tx, { id }, { now }) => {
    const need = await lockBehovsmeldingAndRound(tx, id, now);
    return need === null ? null : { ...need, beside: await findBeside(tx, need) };
  },
  decide: (before) => done(roundAfterWithdrawal(before.roundState, before.beside)),
  save: async (tx, { id, roundId, countyId, titleAsSent: title, ownerName, roundState }, next, { now }) => {
    await moveBehovsmelding(tx, id, 'withdrawn', now);
    await releaseTildeling(tx, id);
    if (next !== roundState) await setRoundState(tx, roundId, next);
    const log = [{ subjectId: id, roundId, countyId, details: { title, ...(next !== roundState && { round: next }) } }];
    return {
      value: { id },
      log,
      tell: [{ kind: 'need-withdrawn', subjectId: id, details: { title, owner: ownerName } }],
    };
  },
});

/** Makes a withdrawn behovsmelding a draft again, while there is time to send it. */
export const reopenBehovsmelding = command({
  action: 'behovsmelding.reopen',
  schema: ThisBehovsmelding,
  load: (tx, { id }, { now }) => lockBehovsmeldingInRound(tx, id, now),
  decide: (before, _input, context) => decideReopen(before, context),
  save: async (tx, need, _value, { now }) => {
    await markReopened(tx, need.id, now);
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.title } }],
    };
  },
});
