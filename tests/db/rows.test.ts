import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '#prisma/models';
import { refusedBy, violated } from '#tests/support/refused';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

const AT = '2027-01-15 10:00+00';
const BEFORE = '2027-01-14 10:00+00';

type Row = Readonly<Record<string, string | number>>;
/** A table, the rule, what it refuses and the nearest it takes. */
const RULES: readonly (readonly [table: string, rule: string, wrong: Row, right: Row])[] = [
  ['Comment', 'comment_kind_listed', { kind: 'public' }, { kind: 'internal' }],
  ['Comment', 'comment_says_something', { text: '' }, { text: 'Skriv mer.' }],
  ['Comment', 'comment_resolved_by_somebody', { resolvedAt: AT }, { resolvedAt: AT, resolvedById: 'kari' }],
  ['Comment', 'comment_resolved_by_somebody', { resolvedById: 'kari' }, { text: 'Ikke svart på.' }],
  ['Contributor', 'contributor_may_listed', { may: 'send' }, { may: 'write' }],
  [
    'Contributor',
    'contributor_ends_after_it_begins',
    { invitedAt: AT, endedAt: BEFORE },
    { invitedAt: AT, endedAt: AT },
  ],
  [
    'Delegation',
    'delegation_ended_by_somebody',
    { endedAt: AT, to: '2027-01-15' },
    { endedAt: AT, endedById: 'kari', to: '2027-01-15' },
  ],
  ['Delegation', 'delegation_ended_by_somebody', { endedAt: AT, endedById: 'kari' }, { to: '2027-01-15' }],
  [
    'Delegation',
    'delegation_ends_after_it_begins',
    { from: '2027-01-15', to: '2027-01-14' },
    { from: '2027-01-15', to: '2027-01-16' },
  ],
  // Only one that was taken back held on no day.
  [
    'Delegation',
    'delegation_ends_after_it_begins',
    { from: '2027-01-15', to: '2027-01-15' },
    { from: '2027-01-15', to: '2027-01-15', endedAt: AT },
  ],
  ['Innstilling', 'innstilling_revision_counts', { revision: 0 }, { revision: 1 }],
  ['LateSending', 'late_sending_has_a_reason', { reason: '' }, { reason: 'Streik.' }],
  ['Mail', 'mail_attempts_not_negative', { attempts: -1 }, { attempts: 0 }],
  ['Mail', 'mail_sent_some_time', { state: 'sent' }, { state: 'sent', sentAt: AT }],
  ['Mail', 'mail_sent_some_time', { state: 'failed', sentAt: AT }, { state: 'failed' }],
  ['MailChoice', 'mail_choice_listed', { choice: 'hourly', topic: 'needs' }, { choice: 'daily', topic: 'needs' }],
  ['MailChoice', 'mail_choice_listed', { choice: 'none', topic: 'weather' }, { choice: 'none', topic: 'access' }],
  ['Message', 'message_delivery_listed', { delivery: 'weekly' }, { delivery: 'daily' }],
  [
    'Message',
    'message_mailed_unless_unwanted',
    { delivery: 'none', mailId: 'mail' },
    { delivery: 'at-once', mailId: 'mail' },
  ],
  ['SavedFilter', 'saved_filter_has_a_name', { name: '' }, { name: 'Mine' }],
  ['RoleGrant', 'role_seat_listed', { seat: 'press' }, { seat: 'private-owners' }],
  ['RoleGrant', 'role_seat_in_a_forum', { role: 'caseworker', seat: 'owners' }, { role: 'deputy', seat: 'owners' }],
  ['RoleGrant', 'role_seat_in_a_forum', { role: 'uh', representsId: 'uit' }, { role: 'member', representsId: 'uit' }],
  [
    'RoleGrant',
    'role_deputy_for_a_member',
    { role: 'member', deputyForId: 'mona' },
    { role: 'deputy', deputyForId: 'mona' },
  ],
  ['Behovsmelding', 'behovsmelding_change_listed', { changeDirection: 'other' }, { changeDirection: 'more' }],
  [
    'Behovsmelding',
    'behovsmelding_change_said',
    { state: 'submitted', changeTiltakId: 't', changeDirection: 'more', changeReason: '' },
    { state: 'draft', changeTiltakId: 't', changeDirection: 'more', changeReason: '' },
  ],
  [
    'Behovsmelding',
    'behovsmelding_change_said',
    { state: 'granted', changeTiltakId: 't', changeDirection: '', changeReason: 'Flere skoler.' },
    { state: 'granted', changeTiltakId: 't', changeDirection: 'more', changeReason: 'Flere skoler.' },
  ],
  ['Behovsmelding', 'behovsmelding_ready_by_somebody', { readyAt: AT }, { readyAt: AT, readyById: 'kari' }],
  [
    'Behovsmelding',
    'behovsmelding_ready_before_sent',
    { state: 'withdrawn', readyAt: AT },
    { state: 'returned', readyAt: AT },
  ],
  [
    'Behovsmelding',
    'behovsmelding_until_when_returned',
    { state: 'submitted', returnedUntil: '2027-02-10' },
    { state: 'returned', returnedUntil: '2027-02-10' },
  ],
  ['Theme', 'theme_has_a_name', { name: '' }, { name: 'Lesing' }],
  [
    'Theme',
    'theme_ends_after_it_begins',
    { from: '2027-01-01', to: '2027-01-01' },
    { from: '2027-01-01', to: '2027-01-02' },
  ],
];

it.each(RULES)('a row of %s is held to %s', async (table, rule, wrong, right) => {
  expect(await refusedBy(table, wrong, `^${rule}$`)).toBe(rule);
  expect(await refusedBy(table, right, `^${rule}$`)).toBe('nothing');
});

describe('what no row can say of itself', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  const theme = (countyId: string, name: string) =>
    models().theme.create({ data: { countyId, name, from: new Date('2027-01-01') } });

  it('a person has one saved choice of each name', async () => {
    const save = (userId: string) =>
      models().savedFilter.create({ data: { userId, name: 'Mine', query: 'tilstand=draft' } });
    await save(world.actors.caseworker.userId);
    expect(await violated(save(world.actors.caseworker.userId))).toBe('saved_filter_name_once');
    expect(await violated(save(world.actors.caseworker2.userId))).toBe('nothing');
  });

  it('a behovsmelding names themes of its own county, which then stay', async () => {
    await models().county.create({
      data: { id: 'nabofylke', name: 'Nabofylke', prefix: 'NF', statsforvalterName: 'Statsforvalteren i Nabofylke' },
    });
    const [own, spare, foreign] = [
      await theme(world.countyId, 'Lesing'),
      await theme(world.countyId, 'Regning'),
      await theme('nabofylke', 'Lesing'),
    ];
    const id = await makeBehovsmelding(world);
    const name = (themes: string[]) =>
      violated(models().behovsmelding.update({ where: { id }, data: { themes, updatedAt: NOW } }));
    expect([await name([foreign.id]), await name([own.id, foreign.id]), await name(['ukjent'])]).toEqual(
      Array(3).fill('behovsmelding_themes_of_its_county'),
    );
    expect(await name([own.id])).toBe('nothing');
    const forget = (themeId: string) => violated(models().theme.delete({ where: { id: themeId } }));
    expect([await forget(own.id), await forget(spare.id)]).toEqual(['theme_named_stays', 'nothing']);
  });
});
