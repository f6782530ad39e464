import {
  addMember,
  decideDissolve as decideDissolve,
  decideMembershipEnd as decideEnd,
  nameRegion,
} from '#lib/domain/region';
import { AddMember, CreateRegion, DissolveRegion, EndMembership, RenameRegion } from '#lib/schema/region';
import {
  endRegion,
  findInCounty,
  insertMembership,
  insertRegion,
  lockCounty,
  lockRegion,
  storeRegionName as saveName,
  setMembershipEnd,
  type RegionSubject,
} from '#lib/db/region';
import type { Tx } from '#lib/db/client';
import { command, type Entry } from './command';

const load = (tx: Tx, { id }: { id: string }): Promise<RegionSubject | null> => lockRegion(tx, id);
const told = ({ id, countyId, name }: RegionSubject, details: NonNullable<Entry['details']>) => ({
  value: { id },
  log: [{ subjectId: id, roundId: null, countyId, details: { name, ...details } }],
});

/** Makes a region in the county. */
export const createRegion = command({
  action: 'region.create',
  schema: CreateRegion,
  load: (tx, { countyId }) => lockCounty(tx, countyId),
  decide: (before, input) => nameRegion(before, input),
  save: async (tx, { countyId }, { name }) => {
    const id = await insertRegion(tx, countyId, name);
    return {
      value: { id },
      log: [{ subjectType: 'region', subjectId: id, roundId: null, countyId, details: { name } }],
    };
  },
});

/** Gives a region another name; what was granted in it shows the new one. */
export const renameRegion = command({
  action: 'region.rename',
  schema: RenameRegion,
  load,
  decide: nameRegion,
  save: async (tx, before, { name }) => {
    await saveName(tx, before.id, name);
    return told(before, { was: before.name, name });
  },
});

/** Dissolves a region from a day; its members, delegations and coordinators end with it, its needs and tildelinger stay. */
export const dissolveRegion = command({
  action: 'region.dissolve',
  schema: DissolveRegion,
  load,
  decide: decideDissolve,
  save: async (tx, before, { on, reason }, { actor, now }) => {
    const { members, delegations, coordinators } = await endRegion(tx, before.id, on, { userId: actor.userId, now });
    const { value, log } = told(before, { on, reason, members, delegations: delegations.length });
    const ended = coordinators.map(({ name, to }) => ({
      action: 'role.end',
      subjectId: before.id,
      roundId: null,
      countyId: before.countyId,
      details: { name, role: 'coordinator', to },
    }));
    return {
      value,
      log: [...log, ...ended],
      tell: [
        ...delegations.map(({ id, owner }) => ({
          kind: 'delegation-ended' as const,
          subjectId: id,
          details: { owner, region: before.name },
        })),
        ...coordinators.map(({ userId }) => ({ kind: 'role-taken' as const, subjectId: userId, to: [{ userId }] })),
      ],
    };
  },
});

/** Lets an organisation into a region from a day. */
export const addRegionMember = command({
  action: 'region.add-member',
  schema: AddMember,
  load: async (tx, { id, organisationId }) => {
    const region = await lockRegion(tx, id);
    return region === null
      ? null
      : { ...region, organisation: await findInCounty(tx, organisationId, region.countyId) };
  },
  decide: (before, input) => addMember(before, input),
  save: async (tx, before, { from, to }) => {
    const { organisation } = before;
    if (organisation !== null) await insertMembership(tx, before.id, organisation.id, { from, to });
    return told(before, { member: organisation?.name ?? '', from, to });
  },
});

/** Ends an organisation's membership from a day. */
export const endMembership = command({
  action: 'region.end-membership',
  schema: EndMembership,
  load: async (tx, { id, membershipId }) => {
    const region = await lockRegion(tx, id);
    return region === null
      ? null
      : { ...region, membership: region.memberships.find((one) => one.id === membershipId) ?? null };
  },
  decide: (before, input) => decideEnd(before, input),
  save: async (tx, before, { membership, to }) => {
    await setMembershipEnd(tx, membership.id, to);
    return told(before, { member: membership.name, to });
  },
});
