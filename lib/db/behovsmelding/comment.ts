import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { holdsAt } from '#lib/db/facts/dates';
import { lockKnown } from '#lib/db/people/people';
import { findActor, hasEnded } from '#lib/db/people/user';
import { any, asMade, newId } from '#lib/db/values';
import type {
  Comment,
  Contributor,
  ContributorMay,
  ContributorInvitation,
  Invited,
} from '#lib/domain/behovsmelding/comment';
import type { Role } from '#lib/domain/policy/row';
import type { Task } from '#lib/domain/start';
import { isUndated, lastDayToSend, waitsToBeSent } from './sending';

type Kind = 'contributor' | 'return' | 'internal';

const findKind = (tx: Tx, needId: string, kind: Kind): Promise<Comment[]> =>
  tx
    .selectFrom('Comment as c')
    .innerJoin('User as a', 'a.id', 'c.authorId')
    .leftJoin('User as s', 's.id', 'c.resolvedById')
    .where('c.behovsmeldingId', '=', needId)
    .where('c.kind', '=', kind)
    .select(['c.id', 'c.field', 'c.text', 'c.authorId', 'a.name as authorName', 'c.at'])
    .select(['s.name as resolvedByName', 'c.resolvedAt'])
    .orderBy('c.at')
    .orderBy('c.id', asMade)
    .execute();

/** What the owner's side has said about a need, in the order it was said. */
export const findComments = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'contributor');
/** What Statsforvalteren has said field by field when it gave a need back. */
export const findReturnComments = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'return');
/** What Statsforvalteren has noted for itself. */
export const findNotes = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'internal');

type NewComment = { behovsmeldingId: string; field: string; text: string; authorId: string; at: Date };
const insert = (tx: Tx, kind: Kind, comments: readonly NewComment[]) =>
  tx.insertInto('Comment').values(comments.map((comment) => ({ id: newId(), kind, ...comment })));

/** Adds what Statsforvalteren says: field by field to the owner, or to itself. */
export async function saveCountyComments(
  tx: Tx,
  kind: Exclude<Kind, 'contributor'>,
  comments: readonly NewComment[],
): Promise<void> {
  if (comments.length > 0) await insert(tx, kind, comments).execute();
}

/** Stores a comment on a need. */
export async function saveComment(tx: Tx, comment: NewComment): Promise<void> {
  await insert(tx, 'contributor', [comment]).execute();
}

/** A comment of the owner's side on this need, by its id. */
export async function findComment(
  tx: Tx,
  needId: string,
  id: string,
): Promise<{ id: string; field: string; authorId: string; resolvedAt: Date | null } | null> {
  const found = await tx
    .selectFrom('Comment')
    .where('id', '=', id)
    .where('behovsmeldingId', '=', needId)
    .where('kind', '=', 'contributor')
    .select(['id', 'field', 'authorId', 'resolvedAt'])
    .executeTakeFirst();
  return found ?? null;
}

/** Calls a comment resolved, or opens it again. */
export async function markResolved(
  tx: Tx,
  id: string,
  resolved: { resolvedById: string; resolvedAt: Date } | null,
): Promise<void> {
  await tx
    .updateTable('Comment')
    .set(resolved ?? { resolvedById: null, resolvedAt: null })
    .where('id', '=', id)
    .execute();
}

/** Those asked to a need and not taken off again, in the order they were asked. */
export const findContributors = (tx: Tx, needId: string): Promise<Contributor[]> =>
  tx
    .selectFrom('Contributor as c')
    .innerJoin('User as u', 'u.id', 'c.userId')
    .leftJoin('User as i', 'i.id', 'c.invitedById')
    .where('c.behovsmeldingId', '=', needId)
    .where('c.endedAt', 'is', null)
    .select(['c.id', 'c.userId', 'u.email', 'c.may', 'c.unit', 'c.invitedAt'])
    .select(({ fn }) => [
      fn.coalesce('c.invitedAs', 'u.name').as('name'),
      fn.coalesce('i.name', sql.lit('')).as('invitedByName'),
    ])
    .orderBy('c.invitedAt')
    .orderBy('c.id', asMade)
    .execute();

/** Whom an e-mail address belongs to, with their roles today. Two invitations to one address wait for each other. */
export async function findInvited(tx: Tx, needId: string, email: string, now: Date): Promise<Invited | null> {
  const known = await lockKnown(tx, email, now);
  if (known === null) return null;
  const actor = await findActor(tx, known.id, now);
  const held = await tx
    .selectFrom('Contributor')
    .where('behovsmeldingId', '=', needId)
    .where('userId', '=', known.id)
    .where('endedAt', 'is', null)
    .select(['id', 'may'])
    .executeTakeFirst();
  return { ...known, actor, now: held ?? null };
}

interface Asked {
  needId: string;
  email: string;
  name: string;
  may: ContributorMay;
  unit: string;
  by: string;
  now: Date;
}

/**
 * Asks somebody to a need, and answers their id; a person the portal does not know is made, and signs in with the
 * address when they come.
 */
export async function saveInvited(
  tx: Tx,
  { userId, endsId }: ContributorInvitation,
  { needId, email, name, may, unit, by, now }: Asked,
): Promise<string> {
  if (endsId !== null) await endContributor(tx, endsId, now);
  const invitee = userId ?? newId();
  if (userId === null) await tx.insertInto('User').values({ id: invitee, email, name, invitedAt: now }).execute();
  await tx
    .insertInto('Contributor')
    .values({
      id: newId(),
      behovsmeldingId: needId,
      userId: invitee,
      may,
      unit,
      invitedAs: userId === null ? null : name,
      invitedById: by,
      invitedAt: now,
    })
    .execute();
  return invitee;
}

/** Takes somebody off a need; that they were asked is kept. */
export async function endContributor(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('Contributor').set({ endedAt: now }).where('id', '=', id).execute();
}

export interface TeamMember {
  name: string;
  role: Role;
  place: string;
}

/** Those who write for the owner by their role: its own people, and the coordinators of the regions it has handed its work to. */
export const findTeam = (
  tx: Tx,
  owner: { ownerIds: readonly string[]; delegatedRegionIds: readonly string[] },
  now: Date,
): Promise<TeamMember[]> =>
  tx
    .selectFrom('RoleGrant as r')
    .innerJoin('User as u', 'u.id', 'r.userId')
    .leftJoin('Organisation as o', 'o.id', 'r.organisationId')
    .leftJoin('Region as g', 'g.id', 'r.regionId')
    .where((eb) => holdsAt({ from: eb.ref('r.from'), to: eb.ref('r.to') }, now))
    .where((eb) => eb.not(hasEnded(eb.ref('u.endedAt'), now)))
    .where((eb) =>
      eb.or([
        eb.and([eb('r.role', 'in', ['skoleeier', 'leader']), eb('r.organisationId', '=', any(owner.ownerIds))]),
        eb.and([eb('r.role', '=', 'coordinator'), eb('r.regionId', '=', any(owner.delegatedRegionIds))]),
      ]),
    )
    .select(({ fn }) => ['u.name', 'r.role', fn.coalesce('o.name', 'g.name', sql.lit('')).as('place')])
    .distinct()
    .orderBy('u.name')
    .orderBy('r.role')
    .execute();

/** The needs somebody is asked to that are not yet sent and still can be. The note is the owner's name. */
export async function findInvitedTasks(tx: Tx, userId: string, now: Date): Promise<Task[]> {
  const rows = await tx
    .selectFrom('Contributor as c')
    .innerJoin('Behovsmelding as n', 'n.id', 'c.behovsmeldingId')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .innerJoin('Organisation as o', 'o.id', 'n.ownerId')
    .where('c.userId', '=', userId)
    .where('c.endedAt', 'is', null)
    .where((eb) => waitsToBeSent(eb, now))
    .select((eb) => ['n.id', 'n.title', 'c.may', 'o.name as note', lastDayToSend(eb).as('due')])
    .select((eb) => isUndated(eb).as('undated'))
    .orderBy('due')
    .orderBy('n.number')
    .limit(50)
    .execute();
  return rows.map(({ may, ...row }) => ({
    ...row,
    kind: may === 'write' ? ('need-write' as const) : ('need-comment' as const),
    count: 0,
    kroner: null,
  }));
}
