import { listDelegations, membersOf, regionsOf } from '#lib/db/people/delegation';
import { dayAt } from '#lib/domain/day';
import { delegationState } from '#lib/domain/people/delegation';
import { allowed, idsIn, reach } from '#lib/domain/policy/may';
import { Nothing } from '#lib/schema/fields';
import { listQuery } from './query';

/** The delegations one has given or been given, what one may give, and which members of one's region have given none. */
export const readDelegations = listQuery({
  action: 'delegation.read',
  schema: Nothing,
  find: async (tx, ways, _input, { actor, now }) => {
    const [own, offices] = [idsIn(ways, 'own'), idsIn(ways, 'delegated')];
    const rows = (await listDelegations(tx, ways)).map((row) => ({
      ...row,
      state: delegationState(row, now),
      mayEnd: allowed(actor, ['delegation.end'], row).length > 0,
    }));
    const counties = idsIn(ways, 'county');
    const received = rows.filter(({ regionId }) => offices.includes(regionId));
    const holding = new Set(received.flatMap(({ state, ownerId }) => (state === 'ended' ? [] : [ownerId])));
    const members = await membersOf(tx, offices, dayAt(now));
    const giver = idsIn(reach(actor, 'delegation.give'), 'own');
    return {
      given: rows.filter(({ ownerId }) => own.includes(ownerId)),
      received,
      isOwner: own.length > 0,
      isOffice: offices.length > 0,
      inCounty: counties.length === 0 ? null : rows.filter(({ countyId }) => counties.includes(countyId)),
      without: members.filter(({ id }) => !holding.has(id)),
      choices: giver.length === 0 ? [] : await regionsOf(tx, giver, dayAt(now)),
    };
  },
});
