import { osloDay } from '#lib/domain/round/time';
import type { Invitation, InvitePlace } from '#lib/domain/people/invite';
import type { Tx } from '#lib/db/client';
import { lockKnown } from './people';

export interface InvitationRow extends Invitation {
  user: (NonNullable<Invitation['user']> & { name: string }) | null;
}
interface Names {
  email: string;
  county: string | null;
  organisation: string | null;
  region: string | null;
  forum: string | null;
}

/** What the names in an invitation stand for; the county by its id or name, the organisation by its number. */
export async function findInvitation(tx: Tx, names: Names, now: Date): Promise<InvitationRow> {
  const known = await lockKnown(tx, names.email, now);
  const is = (value: string | null) => ({ equals: value ?? '', mode: 'insensitive' as const });
  const county = await tx.county.findFirst({
    where: { OR: [{ id: is(names.county) }, { name: is(names.county) }] },
    select: { id: true },
  });
  const countyId = county?.id ?? '';
  const organisation =
    names.organisation === null
      ? null
      : await tx.organisation.findUnique({
          where: { orgnr: names.organisation },
          select: { id: true, kind: true, countyId: true },
        });
  const region =
    names.region === null
      ? null
      : await tx.region.findFirst({ where: { countyId, name: is(names.region) }, select: { id: true } });
  const fora = await tx.samarbeidsforum.findMany({
    where: { countyId, ...(names.forum === null ? {} : { name: is(names.forum) }) },
    select: { id: true },
  });
  const user =
    known === null
      ? null
      : {
          ...known,
          ...(await tx.user.findUniqueOrThrow({ where: { id: known.id }, select: { name: true, isDemo: true } })),
        };
  return { county, organisation, region, fora, user };
}

/** Gives somebody a role from today on, and answers whether that changed anything. */
export async function saveInvitation(
  tx: Tx,
  person: { email: string; name: string | null; id: string | null },
  place: InvitePlace,
  now: Date,
): Promise<{ userId: string; changed: boolean }> {
  const today = new Date(osloDay(now));
  const { id: userId } =
    person.id === null
      ? await tx.user.create({ data: { email: person.email, name: person.name ?? person.email, invitedAt: now } })
      : { id: person.id };
  const held = await tx.roleGrant.findFirst({
    where: { ...place, userId, from: { lte: today }, OR: [{ to: null }, { to: { gt: today } }] },
  });
  if (held !== null) return { userId, changed: false };
  await tx.roleGrant.create({ data: { ...place, userId, from: today } });
  return { userId, changed: true };
}
