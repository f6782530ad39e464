import { describe, expect, it } from 'vitest';
import { may } from '#lib/domain/policy/may';
import type { Actor, Role } from '#lib/domain/policy/row';

const person = (role: Role): Actor => ({
  userId: 'me',
  name: 'Kari',
  grants: [{ role, organisationId: null, regionId: null, countyId: 'county here', forumId: null }],
});
const record = (state: string, change: object): never =>
  ({
    state,
    countyId: 'county here',
    forumId: 'forum here',
    ownerIds: [],
    delegatedRegionIds: [],
    uhIds: [],
    proposedById: 'another',
    proposerIds: ['another'],
    askedById: 'another',
    ...change,
  }) as never;

describe('four eyes', () => {
  it('lets nobody approve or return what they proposed', () => {
    expect(may(person('approver'), 'tildeling.approve', record('proposed', { proposedById: 'me' }))).toBe(false);
    expect(may(person('approver'), 'tildeling.return', record('proposed', { proposedById: 'me' }))).toBe(false);
    expect(may(person('approver'), 'round.approve', record('proposed', { proposerIds: ['another', 'me'] }))).toBe(
      false,
    );
    expect(may(person('approver'), 'round.return', record('proposed', { proposerIds: ['another', 'me'] }))).toBe(false);
  });

  it('lets nobody grant the dispensation they asked for', () => {
    for (const action of ['dispensation.decide', 'dispensation.decide-split'] as const)
      expect(may(person('approver'), action, record('asked', { askedById: 'me' }))).toBe(false);
    expect(may(person('caseworker'), 'dispensation.decide', record('asked', { askedById: 'me' }))).toBe(false);
  });
});
