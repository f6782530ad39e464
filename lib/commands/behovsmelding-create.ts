import { findNeed } from '#lib/db/behovsmelding';
import { beginNeed, findTiltakSource } from '#lib/db/behovsmelding-begin';
import { findChoices, findPartners } from '#lib/db/behovsmelding-save';
import type { Tx } from '#lib/db/client';
import { findOwner } from '#lib/db/parties';
import { ruleSetOf, shareRound } from '#lib/db/round';
import { lateUntil } from '#lib/db/round-time';
import { partnerKinds } from '#lib/domain/behovsmelding';
import type { Source } from '#lib/domain/behovsmelding-begin';
import { decideBegin } from '#lib/domain/behovsmelding-decide';
import { may } from '#lib/domain/may';
import { BeginNeed } from '#lib/schema/behovsmelding-begin';
import { command, type Context } from './command';

/** The earlier need or tiltak that is named, if it is there and theirs; undefined when none is named. */
async function sourceOf(
  tx: Tx,
  { fromId, fromTiltakId, ownerId }: { fromId: string | null; fromTiltakId: string | null; ownerId: string },
  { actor, now }: Context,
): Promise<Source | null | undefined> {
  if (fromId === null && fromTiltakId === null) return undefined;
  const need = fromId === null ? null : await findNeed(tx, fromId, now);
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
  schema: BeginNeed,
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
    const value = await beginNeed(
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
