import type { Behovsmelding, BehovsmeldingUh } from './behovsmelding';
import { done, invalid, type Decision } from '#lib/domain/outcome';
import type { Actor } from '#lib/domain/policy/row';
import { may, speaksFor } from '#lib/domain/policy/may';

/** Whether this person speaks for a UH of a need that is shared with it. */
export const speaksForUh = ({ uhIds }: { uhIds: readonly string[] }, actor: Actor, organisationId: string): boolean =>
  uhIds.includes(organisationId) && speaksFor(actor, 'uh', organisationId);

/** The partners of a need that this person speaks for, as far as it is shared with them. */
export const partnersOf = (need: Pick<Behovsmelding, 'uh' | 'uhIds'>, actor: Actor): BehovsmeldingUh[] =>
  need.uh.filter((uh) => speaksForUh(need, actor, uh.organisationId));

/** Whether this person may say who takes part through a UH: the owner's side for each, a UH for itself. */
export const speaksThrough = (need: Behovsmelding, actor: Actor, throughId: string): boolean =>
  need.uh.some(({ organisationId }) => organisationId === throughId) &&
  (may(actor, 'behovsmelding.share', need) ||
    partnersOf(need, actor).some(({ organisationId }) => organisationId === throughId));

const MOST_SUB_PARTNERS = 50;
/** Naming somebody who takes part through a UH: by whoever speaks for it, and no more than can be shown. */
export function decideAddSub<I extends { throughId: string }>(
  need: Behovsmelding,
  input: I,
  actor: Actor,
): Decision<I> {
  if (!speaksThrough(need, actor, input.throughId)) return invalid({ throughId: 'not-in-list' });
  return need.uh.flatMap(({ subPartners }) => subPartners).length >= MOST_SUB_PARTNERS
    ? invalid({ name: 'too-many-rows' })
    : done(input);
}
