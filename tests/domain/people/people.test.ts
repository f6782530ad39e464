import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayAt } from '#lib/domain/day';
import {
  addMember,
  decideDissolve,
  decideMembershipEnd,
  isOver,
  nameRegion,
  type Membership,
} from '#lib/domain/region';
import {
  decideRoleEnd,
  giveOrganisationRole,
  decideRole,
  lasts,
  decideAdministrator,
  rolesHeldAt,
  type HeldRole,
  type Known,
} from '#lib/domain/people/people';
import { plainOrgnr } from '#lib/domain/organisation';
import { day } from '#tests/support/day';

const now = new Date('2027-01-15T10:00:00.000Z');
const held = (change: Partial<HeldRole> = {}): HeldRole => ({
  id: 'one',
  userId: 'kari',
  name: 'Kari',
  email: 'kari@example.no',
  unreached: false,
  ended: false,
  role: 'administrator',
  from: day('2026-01-01'),
  to: null,
  place: null,
  seat: null,
  represents: null,
  deputyForId: null,
  ...change,
});
const asked = (change: Partial<Parameters<typeof decideRole>[1]> = {}) => ({
  role: 'skoleeier' as const,
  email: 'ola@example.no',
  name: 'Ola',
  from: day('2027-01-15'),
  lastDay: null,
  ...change,
});

describe('giving a role', () => {
  it('holds to and with the last day', () => {
    expect(decideRole({ known: null, held: [] }, asked({ lastDay: day('2027-06-30') }), { now })).toMatchObject({
      kind: 'done',
      value: { userId: null, from: day('2027-01-15'), to: day('2027-07-01') },
    });
  });
  it('goes to whoever has the address already, and says nothing of them', () => {
    expect(
      decideRole({ known: { id: 'ola', ended: false, roles: [] }, held: [] }, asked({ name: 'Noen' }), { now }),
    ).toMatchObject({ kind: 'done', value: { userId: 'ola', name: 'Noen' } });
    expect(decideRole({ known: { id: 'ola', ended: true, roles: [] }, held: [] }, asked(), { now })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'can-not-invite' }],
    });
  });
  it('begins today in Oslo or later, and ends after it begins', () => {
    // 23.30 UTC on the 14th is 00.30 on the 15th in Oslo.
    expect(decideRole({ known: null, held: [] }, asked(), { now: new Date('2027-01-14T23:30:00Z') })).toMatchObject({
      kind: 'done',
    });
    expect(
      decideRole({ known: null, held: [] }, asked({ from: day('2027-01-14'), lastDay: day('2027-01-13') }), { now }),
    ).toEqual({ kind: 'invalid', errors: { from: 'in-the-past', lastDay: 'end-before-start' } });
  });
  it.each([
    ['without an end', held({ role: 'skoleeier', email: 'ola@example.no' }), 'refused'],
    ['until the day before', held({ role: 'skoleeier', email: 'ola@example.no', to: day('2027-01-15') }), 'done'],
    [
      'taken back before it began',
      held({ role: 'skoleeier', email: 'ola@example.no', from: day('2027-02-01'), to: day('2027-02-01') }),
      'done',
    ],
    ['of another kind', held({ role: 'leader', email: 'ola@example.no' }), 'done'],
    ['by another', held({ role: 'skoleeier' }), 'done'],
  ])('is not given twice for the same days: one held %s', (_, one, kind) => {
    expect(decideRole({ known: null, held: [one] }, asked(), { now }).kind).toBe(kind);
  });
  it('is one that the kind of organisation has', () => {
    expect(rolesHeldAt('kommune')).toEqual(['skoleeier', 'leader', 'administrator']);
    expect(rolesHeldAt('university')).toEqual(['uh', 'administrator']);
    expect(giveOrganisationRole({ kind: 'university', known: null, held: [] }, asked(), { now })).toEqual({
      kind: 'invalid',
      errors: { role: 'not-in-list' },
    });
  });
});

describe('the first administrator', () => {
  const context = { now, actor: { userId: 'sara' } };
  const name = (list: HeldRole[], known: Known | null = null) =>
    decideAdministrator({ kind: 'kommune', known, held: list }, asked({ role: 'administrator' }), context);
  it('is named where there is none today or to come, and never is who names', () => {
    expect(name([held({ to: day('2027-01-15') })])).toMatchObject({ kind: 'done' });
    expect(name([held({ ended: true })])).toMatchObject({ kind: 'done' });
    expect(name([held({ from: day('2027-03-01') })])).toEqual({
      kind: 'refused',
      refusals: [{ code: 'has-administrator' }],
    });
    expect(name([], { id: 'sara', ended: false, roles: [] })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'can-not-invite' }],
    });
  });
});

describe('taking a role back', () => {
  const end = (grant: HeldRole, others: HeldRole[], on = '2027-01-15') =>
    decideRoleEnd({ grant, held: [grant, ...others] }, { on: day(on) }, { now });
  it('works from today, or from a day to come', () => {
    expect(end(held({ role: 'skoleeier' }), [])).toEqual({ kind: 'done', value: { to: day('2027-01-15') } });
    expect(end(held({ role: 'skoleeier' }), [], '2027-01-14')).toEqual({
      kind: 'invalid',
      errors: { on: 'in-the-past' },
    });
    expect(end(held({ role: 'skoleeier', to: day('2027-01-15') }), [])).toEqual({
      kind: 'invalid',
      errors: { on: 'out-of-range' },
    });
    expect(end(held({ role: 'skoleeier', from: day('2027-03-01') }), [])).toEqual({
      kind: 'done',
      value: { to: day('2027-03-01') },
    });
  });
  it('never leaves an organisation without an administrator on the day', () => {
    const last = { kind: 'refused', refusals: [{ code: 'last-administrator' }] };
    expect(end(held(), [])).toEqual(last);
    expect(end(held(), [held({ id: 'two', ended: true })])).toEqual(last);
    expect(end(held(), [held({ id: 'two', from: day('2027-02-01') })])).toEqual(last);
    expect(end(held(), [held({ id: 'two', to: day('2027-01-15') })])).toEqual(last);
    expect(end(held(), [held({ id: 'two' })])).toMatchObject({ kind: 'done' });
    expect(end(held(), [held({ id: 'two', from: day('2027-02-01') })], '2027-02-01')).toMatchObject({ kind: 'done' });
  });
});

describe('a region', () => {
  const member = (from: string, to: string | null, organisationId = 'fauske'): Membership => ({
    id: `${from} ${organisationId}`,
    organisationId,
    name: 'Fauske',
    from: day(from),
    to: to === null ? null : day(to),
  });
  const region = {
    id: 'salten',
    name: 'RKK Salten',
    dissolvedOn: null,
    memberships: [member('2020-01-01', '2022-01-01')],
    others: [{ id: 'two', name: 'Ofoten' }],
  };
  const join = (from: string, lastDay: string | null, change: object = {}) =>
    addMember(
      { ...region, organisation: { id: 'fauske', name: 'Fauske' }, ...change },
      { from: day(from), lastDay: lastDay === null ? null : day(lastDay) },
    );

  it('has a name of its own in the county, whatever the letters’ size', () => {
    expect(nameRegion(region, { name: 'ofoten' })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'region-exists', name: 'ofoten' }],
    });
    expect(nameRegion(region, { name: 'RKK Salten' })).toMatchObject({ kind: 'done' });
  });
  it('has a member once at a time, and again after', () => {
    expect(join('2021-12-31', null)).toEqual({ kind: 'refused', refusals: [{ code: 'member-already' }] });
    expect(join('2022-01-01', null)).toEqual({ kind: 'done', value: { from: day('2022-01-01'), to: null } });
    expect(join('2019-01-01', '2019-12-31')).toMatchObject({ kind: 'done', value: { to: day('2020-01-01') } });
    expect(join('2019-01-01', '2020-01-01')).toMatchObject({ kind: 'refused' });
  });
  it('says the same of two memberships as the days themselves do', () => {
    const days = fc.integer({ min: 0, max: 12 }).map((n) => addDays(day('2027-01-01'), n));
    const end = fc.option(days);
    fc.assert(
      fc.property(days, end, days, end, (from, to, start, lastDay) => {
        fc.pre((to === null || to >= from) && (lastDay === null || lastDay >= start));
        const listed = Array.from({ length: 30 }, (_, n) => addDays(day('2027-01-01'), n));
        const both = listed.some(
          (one) => one >= from && (to === null || one < to) && one >= start && (lastDay === null || one <= lastDay),
        );
        const answer = addMember(
          {
            ...region,
            memberships: [{ ...member('2020-01-01', null), from, to }],
            organisation: { id: 'fauske', name: 'Fauske' },
          },
          { from: start, lastDay },
        );
        expect(answer.kind).toBe(both ? 'refused' : 'done');
      }),
    );
  });
  it('dissolved takes no member past its day, and is dissolved once', () => {
    const over = { dissolvedOn: day('2027-08-01') };
    expect(join('2027-02-01', null, over)).toEqual({
      kind: 'refused',
      refusals: [{ code: 'region-dissolved', on: '2027-08-01' }],
    });
    expect(join('2027-02-01', '2027-07-31', over)).toMatchObject({ kind: 'done' });
    expect(decideDissolve({ ...region, ...over }, { on: day('2028-01-01'), reason: 'x' })).toMatchObject({
      kind: 'refused',
    });
    expect([isOver(over, new Date('2027-07-31T21:59:00Z')), isOver(over, new Date('2027-07-31T22:00:00Z'))]).toEqual([
      false,
      true,
    ]);
  });
  it('lets a membership end sooner, never later', () => {
    const ends = (one: Membership, on: string) => decideMembershipEnd({ membership: one }, { on: day(on) });
    expect(ends(member('2020-01-01', null), '2027-01-01')).toMatchObject({
      kind: 'done',
      value: { to: day('2027-01-01') },
    });
    expect(ends(member('2020-01-01', '2022-01-01'), '2023-01-01')).toEqual({
      kind: 'invalid',
      errors: { on: 'out-of-range' },
    });
    expect(ends(member('2028-01-01', null), '2027-01-01')).toMatchObject({
      kind: 'done',
      value: { to: day('2028-01-01') },
    });
  });
});

it('a role lasts through its last day, and one without days never did', () => {
  expect(lasts(held({ to: day('2027-01-16') }), dayAt(now))).toBe(true);
  expect(lasts(held({ to: day('2027-01-15') }), dayAt(now))).toBe(false);
  expect(lasts(held({ from: day('2027-03-01'), to: day('2027-03-01') }), dayAt(now))).toBe(false);
});

it.each([
  ['972 418 021', '972418021'],
  ['972418021MVA', '972418021'],
  [' 972\u00a0418\u202f021 mva ', '972418021'],
])('an organisation number is kept plain: «%s»', (typed, plain) => {
  expect(plainOrgnr(typed)).toBe(plain);
});
