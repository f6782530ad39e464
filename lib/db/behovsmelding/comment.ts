import { sql, type Tx } from '#lib/db/client';
import { lockKnown } from '#lib/db/people/people';
import { findActor } from '#lib/db/people/user';
import type {
  Comment,
  Contributor,
  ContributorMay,
  ContributorInvitation,
  Invited,
} from '#lib/domain/behovsmelding/comment';
import type { Role } from '#lib/domain/policy/actor';
import { osloDay } from '#lib/domain/round/time';
import type { Task } from '#lib/domain/start';
import { isUndated, lastDayToSend, waitsToBeSent } from './last-day';

type Kind = 'contributor' | 'return' | 'internal';

const findKind = (tx: Tx, needId: string, kind: Kind): Promise<Comment[]> => tx.$queryRaw`
  SELECT c.id, c.field, c.text, c."authorId", a.name AS "authorName", c.at, s.name AS "resolvedByName", c."resolvedAt"
  FROM "Comment" c JOIN "User" a ON a.id = c."authorId" LEFT JOIN "User" s ON s.id = c."resolvedById"
  WHERE c."behovsmeldingId" = ${needId} AND c.kind = ${kind} ORDER BY c.at, c.id`;

/** What the owner's side has said about a need, in the order it was said. */
export const findComments = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'contributor');
/** What Statsforvalteren has said field by field when it gave a need back. */
export const findReturnComments = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'return');
/** What Statsforvalteren has noted for itself. */
export const findNotes = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'internal');

/** Adds what Statsforvalteren says: field by field to the owner, or to itself. */
export async function saveCountyComments(
  tx: Tx,
  kind: Exclude<Kind, 'contributor'>,
  comments: readonly { behovsmeldingId: string; field: string; text: string; authorId: string; at: Date }[],
): Promise<void> {
  await tx.comment.createMany({ data: comments.map((comment) => ({ ...comment, kind })) });
}

/** What was said when a need was given back is answered when it is sent again. */
export async function answerReturnComments(tx: Tx, needId: string, by: string, now: Date): Promise<void> {
  await tx.comment.updateMany({
    where: { behovsmeldingId: needId, kind: 'return', resolvedAt: null },
    data: { resolvedById: by, resolvedAt: now },
  });
}

export async function saveComment(
  tx: Tx,
  comment: { behovsmeldingId: string; field: string; text: string; authorId: string; at: Date },
): Promise<void> {
  await tx.comment.create({ data: { ...comment, kind: 'contributor' } });
}

/** A comment of the owner's side on this need, by its id. */
export const findComment = (
  tx: Tx,
  needId: string,
  id: string,
): Promise<{ id: string; field: string; authorId: string; resolvedAt: Date | null } | null> =>
  tx.comment.findFirst({
    where: { id, behovsmeldingId: needId, kind: 'contributor' },
    select: { id: true, field: true, authorId: true, resolvedAt: true },
  });

/** Calls a comment resolved, or opens it again. */
export async function markResolved(
  tx: Tx,
  id: string,
  resolved: { resolvedById: string; resolvedAt: Date } | null,
): Promise<void> {
  await tx.comment.update({ where: { id }, data: resolved ?? { resolvedById: null, resolvedAt: null } });
}

/** Those asked to a need and not taken off again, in the order they were asked. */
export const findContributors = (tx: Tx, needId: string): Promise<Contributor[]> => tx.$queryRaw`
  SELECT c.id, c."userId", coalesce(c."invitedAs", u.name) AS name, u.email, c.may, c.unit, coalesce(i.name, '') AS "invitedByName", c."invitedAt"
  FROM "Contributor" c JOIN "User" u ON u.id = c."userId" LEFT JOIN "User" i ON i.id = c."invitedById"
  WHERE c."behovsmeldingId" = ${needId} AND c."endedAt" IS NULL ORDER BY c."invitedAt", c.id`;

/** Whom an e-mail address belongs to, with their roles today. Two invitations to one address wait for each other. */
export async function findInvited(tx: Tx, needId: string, email: string, now: Date): Promise<Invited | null> {
  const known = await lockKnown(tx, email, now);
  if (known === null) return null;
  const actor = await findActor(tx, known.id, now);
  const [held] = await tx.$queryRaw<
    { id: string; may: ContributorMay }[]
  >`SELECT id, may FROM "Contributor" WHERE "behovsmeldingId" = ${needId} AND "userId" = ${known.id} AND "endedAt" IS NULL`;
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

/** Asks somebody to a need, and answers their id; a person the portal does not know is made, and signs in with the address when they come. */
export async function saveInvited(
  tx: Tx,
  { userId, endsId }: ContributorInvitation,
  { needId, email, name, may, unit, by, now }: Asked,
): Promise<string> {
  if (endsId !== null) await endContributor(tx, endsId, now);
  const user =
    userId === null
      ? await tx.user.create({ data: { email, name, invitedAt: now }, select: { id: true } })
      : { id: userId };
  await tx.contributor.create({
    data: {
      behovsmeldingId: needId,
      userId: user.id,
      may,
      unit,
      invitedAs: userId === null ? null : name,
      invitedById: by,
      invitedAt: now,
    },
  });
  return user.id;
}

/** Takes somebody off a need; that they were asked is kept. */
export async function endContributor(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.contributor.update({ where: { id }, data: { endedAt: now } });
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
): Promise<TeamMember[]> => tx.$queryRaw`
  SELECT DISTINCT u.name, r.role, coalesce(o.name, g.name) AS place
  FROM "RoleGrant" r JOIN "User" u ON u.id = r."userId" LEFT JOIN "Organisation" o ON o.id = r."organisationId" LEFT JOIN "Region" g ON g.id = r."regionId"
  WHERE r."from" <= ${osloDay(now)}::date AND (r."to" IS NULL OR r."to" > ${osloDay(now)}::date) AND (u."endedAt" IS NULL OR u."endedAt" > ${now})
    AND (r.role IN ('skoleeier', 'leader') AND r."organisationId" = ANY(${[...owner.ownerIds]}::text[]) OR r.role = 'coordinator' AND r."regionId" = ANY(${[...owner.delegatedRegionIds]}::text[]))
  ORDER BY u.name, r.role`;

/** The needs somebody is asked to that are not yet sent and still can be. The note is the owner's name. */
export async function findInvitedTasks(tx: Tx, userId: string, now: Date): Promise<Task[]> {
  const rows = await tx.$queryRaw<
    { id: string; title: string; due: Date; undated: boolean; may: ContributorMay; note: string }[]
  >`
    SELECT n.id, n.title, ${lastDayToSend(sql`n`)} AS due, ${isUndated(sql`n`)} AS undated, c.may, o.name AS note
    FROM "Contributor" c JOIN "Behovsmelding" n ON n.id = c."behovsmeldingId" JOIN "Round" r ON r.id = n."roundId" JOIN "Organisation" o ON o.id = n."ownerId"
    WHERE c."userId" = ${userId} AND c."endedAt" IS NULL AND ${waitsToBeSent(sql`n`, now)} ORDER BY due, n.number LIMIT 50`;
  return rows.map(({ may, ...row }) => ({
    ...row,
    kind: may === 'write' ? ('need-write' as const) : ('need-comment' as const),
    count: 0,
    kroner: null,
  }));
}
