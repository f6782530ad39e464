import type { Actor } from '#lib/domain/policy/row';
import { holds, speaksFor } from '#lib/domain/policy/may';
import type { Action } from '#lib/domain/policy/policy';
import type { Behovsmelding } from './behovsmelding';

const leads = (actor: Actor, id: string): boolean => speaksFor(actor, 'leader', id);

/**
 * Whether this person sends for the owner itself, and not under a delegation: whoever only writes for it has nobody's
 * word but the delegation's.
 */
export const isLeader = (need: Pick<Behovsmelding, 'ownerId'>, actor: Actor): boolean => leads(actor, need.ownerId);

const isOf = (actor: Actor, id: string): boolean => leads(actor, id) || speaksFor(actor, 'skoleeier', id);

type Sent = Pick<Behovsmelding, 'state' | 'ownerId' | 'ownerName' | 'delegationId' | 'ownerConfirmedAt' | 'parties'>;
const isSent = ({ state }: Pick<Sent, 'state'>): boolean => state === 'submitted' || state === 'recommended';

/** Whether the owner has still to stand behind what its coordinator sent. */
const ownWaits = (need: Sent): boolean => isSent(need) && need.delegationId !== null && need.ownerConfirmedAt === null;

/** The owners who have not said that they stand behind what was sent for them, by name. */
export const unconfirmedOwners = (need: Sent): string[] =>
  isSent(need)
    ? [
        ...(ownWaits(need) ? [need.ownerName] : []),
        ...need.parties.filter(({ confirmedAt }) => confirmedAt === null).map(({ name }) => name),
      ]
    : [];

/** Of those who have not, the ones this person leads: the need's own owner, and parties by id and name. */
export function waitingFor(need: Sent, actor: Actor): { own: boolean; parties: string[]; names: string[] } {
  const own = ownWaits(need) && leads(actor, need.ownerId);
  const parties = isSent(need)
    ? need.parties.filter((party) => party.confirmedAt === null && leads(actor, party.organisationId))
    : [];
  return {
    own,
    parties: parties.map(({ organisationId }) => organisationId),
    names: [...(own ? [need.ownerName] : []), ...parties.map(({ name }) => name)],
  };
}

/** Whether this person is of the owners it is sent for, or of the office that sent it: those who see what owners ask of one another. */
export const isOwnersSide = (
  need: Pick<Behovsmelding, 'ownerId' | 'partyIds' | 'delegatedRegionIds'>,
  actor: Actor,
): boolean =>
  [need.ownerId, ...need.partyIds].some((id) => isOf(actor, id)) ||
  need.delegatedRegionIds.some((regionId) => holds(actor, { role: 'coordinator', regionId }));

/** A need as others read it: without what its owners ask of one another. */
export const withoutObjections = (need: Behovsmelding): Behovsmelding => ({
  ...need,
  ownerObjection: '',
  parties: need.parties.map((party) => ({ ...party, objection: '' })),
});

/** What the owner's side does among itself with a behovsmelding, before and after it is sent: in no log or history but theirs. */
export const OWNERS_OWN = [
  'behovsmelding.ask-approval',
  'behovsmelding.decline-approval',
  'behovsmelding.remove-partner',
  'contributor.invite',
  'contributor.end',
  'comment.write',
  'comment.resolve',
] as const satisfies readonly Action[];

/** What is done to complete a behovsmelding that was given back: in no log or history but theirs who complete it until it is sent again. */
export const COMPLETING = [
  'behovsmelding.save',
  'behovsmelding.share',
  'behovsmelding.remove-partner',
  'behovsmelding.save-uh',
  'behovsmelding.add-sub-partner',
  'behovsmelding.remove-sub-partner',
  'behovsmelding.attach',
  'behovsmelding.detach',
  'behovsmelding.confirm',
  'behovsmelding.decline',
] as const satisfies readonly Action[];

/** What is done in the owner's name: who it was that wrote is told to the owner's side alone, for they may be anybody it has asked in. */
export const IN_OWNERS_NAME = [
  'behovsmelding.save',
  'behovsmelding.attach',
  'behovsmelding.detach',
] as const satisfies readonly Action[];
