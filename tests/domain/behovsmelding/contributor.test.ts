import { describe, expect, it } from 'vitest';
import { changedSince, decideDecline } from '#lib/domain/behovsmelding/decide';
import { decideInvite, type Invited } from '#lib/domain/behovsmelding/comment';
import { COMMENTED, sectionOf } from '#lib/domain/behovsmelding/form';
import type { Actor, Grant, Role } from '#lib/domain/policy/row';

const grant = (role: Role, organisationId: string | null = null): Grant => ({
  role,
  organisationId,
  regionId: null,
  countyId: 'fylke',
  forumId: null,
});
const person = (change: Partial<Invited> = {}): Invited => ({
  id: 'rolf',
  ended: false,
  roles: [],
  actor: null,
  now: null,
  ...change,
});
const as = (...grants: Grant[]): Actor => ({ userId: 'rolf', name: 'Rolf', grants });
const invite = (found: Invited | null, input: { may?: 'comment' | 'write' } = {}) =>
  decideInvite({ person: found, ownerIds: ['fauske'] }, { may: input.may ?? 'comment' });

describe('asking somebody to a behovsmelding', () => {
  it('makes whom the portal does not know, and finds whom it does', () => {
    expect(invite(null)).toEqual({ kind: 'done', value: { userId: null, endsId: null } });
    expect(invite(person())).toEqual({ kind: 'done', value: { userId: 'rolf', endsId: null } });
  });

  it('a second time changes what they may, and the same again is nothing new', () => {
    const asked = person({ now: { id: 'first', may: 'comment' } });
    expect(invite(asked, { may: 'write' })).toEqual({ kind: 'done', value: { userId: 'rolf', endsId: 'first' } });
    expect(invite(asked, { may: 'comment' })).toEqual({ kind: 'invalid', errors: { email: 'already-here' } });
  });

  it('is not for those who write there anyway, and with one answer not for those who may not see a draft or whose access has ended', () => {
    const no = { kind: 'refused', refusals: [{ code: 'can-not-invite' }] };
    for (const role of ['caseworker', 'approver', 'auditor'] as const)
      expect(invite(person({ roles: [role] }))).toEqual(no);
    for (const role of ['skoleeier', 'leader'] as const)
      expect(invite(person({ actor: as(grant(role, 'fauske')) }))).toEqual({
        kind: 'invalid',
        errors: { email: 'already-here' },
      });
    expect(invite(person({ actor: as(grant('skoleeier', 'bodo'), grant('member')) })).kind).toBe('done');
    expect(invite(person({ ended: true }))).toEqual(no);
  });
});

describe('the leader’s approval', () => {
  const at = (time: string) => new Date(`2027-01-15T${time}:00.000Z`);
  it('speaks of what is written after it was asked for, and not of what was saved with the asking', () => {
    expect(changedSince({ readyAt: at('10:00'), updatedAt: at('10:00') })).toBe(false);
    expect(changedSince({ readyAt: at('10:00'), updatedAt: at('10:01') })).toBe(true);
    expect(changedSince({ readyAt: null, updatedAt: at('10:01') })).toBe(false);
  });

  it('is declined only where it was asked for', () => {
    expect(decideDecline({ readyAt: at('10:00'), updatedAt: at('10:00') }, { comment: 'Se på målene.' })).toEqual({
      kind: 'done',
      value: 'Se på målene.',
    });
    expect(decideDecline({ readyAt: null, updatedAt: at('10:00') }, { comment: 'x' })).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'approval-not-asked' }],
    });
  });
});

it('every field that can be commented on stands in one part of the form', () => {
  expect(sectionOf('goals')).toBe('tiltak');
  expect(sectionOf('lines')).toBe('budsjett');
  expect(new Set(COMMENTED).size).toBe(COMMENTED.length);
});
