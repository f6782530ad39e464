import { type Decision, done, invalid, refused } from '#lib/domain/outcome';
import { type Known, takesBothSides } from '#lib/domain/people/people';
import type { Actor } from '#lib/domain/policy/row';
import { speaksFor } from '#lib/domain/policy/may';
import { type Section, SECTIONS } from './form';

const DEEDS = ['written', 'resolved', 'reopened'] as const;
/** What was done with a comment from within the form, and in which part: it is told there. */
export interface Told {
  section: Section;
  deed: (typeof DEEDS)[number];
}

/** The same as it stands in an address, «behov.written»; null for anything else. */
export function toldIn(said: string): Told | null {
  const [part, what] = said.split('.');
  const section = (Object.keys(SECTIONS) as Section[]).find((one) => one === part);
  const deed = DEEDS.find((one) => one === what);
  return section === undefined || deed === undefined ? null : { section, deed };
}

export interface Comment {
  id: string;
  field: string;
  text: string;
  authorId: string;
  authorName: string;
  at: Date;
  resolvedByName: string | null;
  resolvedAt: Date | null;
}

export const CONTRIBUTOR_MAY = ['comment', 'write'] as const;
export type ContributorMay = (typeof CONTRIBUTOR_MAY)[number];

/** Somebody asked to a need: by whom, for which school, and what they may do. */
export interface Contributor {
  id: string;
  userId: string;
  name: string;
  email: string;
  may: ContributorMay;
  unit: string;
  invitedByName: string;
  invitedAt: Date;
}

/**
 * Whom an address belongs to, as whom they act today, and whether they are asked to this need already; null when the
 * portal knows nobody by it.
 */
export interface Invited extends Known {
  actor: Actor | null;
  now: { id: string; may: ContributorMay } | null;
}
export interface ContributorInvitation {
  userId: string | null;
  endsId: string | null;
}

/**
 * Asking somebody to comment or to write. Asked again to do the other, that is what they may from now on. Refuses
 * whoever may not see a draft, or has no access any more.
 */
export function decideInvite(
  { person, ownerIds }: { person: Invited | null; ownerIds: readonly string[] },
  { may }: { may: ContributorMay },
): Decision<ContributorInvitation> {
  if (person === null) return done({ userId: null, endsId: null });
  // One sentence for all that stands in the way of a stranger: the address tells nothing about its person.
  if (person.ended || takesBothSides('contributor', person.roles)) return refused({ code: 'can-not-invite' });
  const { actor } = person;
  const writes =
    actor !== null && ownerIds.some((id) => speaksFor(actor, 'skoleeier', id) || speaksFor(actor, 'leader', id));
  if (writes || person.now?.may === may) return invalid({ email: 'already-here' });
  return done({ userId: person.id, endsId: person.now?.id ?? null });
}
