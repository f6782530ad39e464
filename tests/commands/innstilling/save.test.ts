import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { innstillingDeliver, attendInnstilling, saveInnstilling } from '#lib/commands/innstilling';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { innstillingPage } from '#lib/queries/innstilling';
import { innstillingTyped, makeClosed } from '#tests/support/innstilling';
import { freshWorld } from '#tests/support/recommended';
import { change } from '#tests/support/saving';
import { NOW, type World } from '#tests/support/world';

let world: World;
let needs: string[];
beforeEach(async () => {
  world = await freshWorld();
  needs = await makeClosed(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const typed = (change: object = {}) => innstillingTyped(world, needs, change);

const at = (field: string, index: number) => `${field}-${needs[index] ?? ''}`;
const save = (
  fields: Parameters<typeof change>[1],
  began: Parameters<typeof change>[2] = {},
  actor: keyof World['actors'] = 'secretariat',
  now = NOW,
) => saveInnstilling(change(world.roundId, fields, began), { actor: world.actors[actor], now });

describe('saving a draft', () => {
  it('keeps each field, is read by the members, and counts up from nothing', async () => {
    expect(await save({ [at('reason', 1)]: 'Godt begrunnet.', [at('network', 1)]: '200 000' })).toEqual({
      kind: 'done',
      value: {
        id: world.roundId,
        was: 0,
        version: 1,
        stored: { [at('reason', 1)]: ['Godt begrunnet.'], [at('network', 1)]: ['200000'] },
        wrong: {},
        clashes: {},
      },
    });
    expect(
      await save(
        { [at('uh', 1)]: '300 000', meetingOn: '2027-03-10', decisionForm: 'vote' },
        { decisionForm: 'agreement' },
      ),
    ).toMatchObject({ kind: 'done', value: { was: 1, version: 2 } });
    expect(await models().innstillingLine.findMany()).toMatchObject([
      { behovsmeldingId: needs[1], priority: null, network: 200_000, uh: 300_000, reason: 'Godt begrunnet.' },
    ]);
    expect(await innstillingPage({ id: world.roundId }, by('member'))).toMatchObject({
      innstilling: { state: 'draft', decisionForm: 'vote', revision: 2 },
      allowed: [],
      sums: { total: 500_000 },
    });
    expect(await models().round.findFirst()).toMatchObject({ version: 1 });
  });
  it('shows the members every need, by priority, and counts those without amounts', async () => {
    await save({ [at('priority', 1)]: '1', [at('network', 1)]: '200 000', [at('uh', 1)]: '300 000' });
    const page = await innstillingPage({ id: world.roundId }, by('member'));
    expect(page?.lines.map(({ needId, priority, network }) => [needId, priority, network])).toEqual([
      [needs[1], 1, 200_000],
      [needs[0], null, null],
    ]);
    expect(page?.sums).toMatchObject({ total: 500_000, open: 1 });
  });
  it('by two in different fields keeps both, also the first time, and in the same field tells the second', async () => {
    const fields = {
      [at('reason', 0)]: 'Godt begrunnet.',
      [at('dissent', 0)]: 'Bodø er uenig.',
      [at('priority', 0)]: '2',
      [at('network', 0)]: '0',
      [at('reason', 1)]: 'Også.',
      note: 'Merknad',
    };
    // All have asked whether there is a draft before the first of them gets at the round.
    const held = sql`SELECT id, pg_sleep(0.5)::text FROM "Round" FOR UPDATE`.execute(db());
    const first = await Promise.all(Object.entries(fields).map(([field, value]) => save({ [field]: value })));
    await held;
    expect(first.map((outcome) => (outcome.kind === 'done' ? outcome.value.version : outcome.kind)).sort()).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    expect(await models().innstilling.findMany({ include: { lines: { orderBy: { reason: 'asc' } } } })).toMatchObject([
      {
        revision: 6,
        note: 'Merknad',
        lines: [{ reason: 'Godt begrunnet.', dissent: 'Bodø er uenig.', priority: 2, network: 0 }, { reason: 'Også.' }],
      },
    ]);
    const both = await Promise.all([
      save({ note: 'Den ene' }, { note: 'Merknad' }),
      save({ note: 'Den andre' }, { note: 'Merknad' }),
    ]);
    const { note } = await models().innstilling.findFirstOrThrow();
    expect(both.map((outcome) => outcome.kind === 'done' && outcome.value.clashes)).toEqual(
      note === 'Den ene' ? [{}, { note: [note] }] : [{ note: [note] }, {}],
    );
  });
  it('keeps the rest when a field is wrong, and changes nothing when all are', async () => {
    expect(await save({ [at('network', 0)]: 'mye', [at('reason', 0)]: 'Lagres.' })).toMatchObject({
      kind: 'done',
      value: { version: 1, wrong: { [at('network', 0)]: 'not-a-number' } },
    });
    expect(await save({ [at('network', 0)]: 'mye' })).toMatchObject({ kind: 'done', value: { was: 1, version: 1 } });
    expect(await models().innstillingLine.findMany()).toMatchObject([{ network: null, reason: 'Lagres.' }]);
    expect(await saveInnstilling({ id: 'x y', typed: 'alt' }, by('secretariat'))).toMatchObject({
      kind: 'invalid',
      errors: { id: 'malformed' },
    });
    expect(await saveInnstilling(change('finnes-ikke', {}), by('secretariat'))).toEqual({ kind: 'missing' });
  });
  it('takes nothing for a need that was withdrawn meanwhile', async () => {
    await models().behovsmelding.update({ where: { id: needs[0] ?? '' }, data: { state: 'withdrawn' } });
    expect(await save({ [at('reason', 0)]: 'For sent.', note: 'I tide' })).toMatchObject({
      kind: 'done',
      value: { wrong: { [at('reason', 0)]: 'need-not-sent' } },
    });
    expect([await models().innstillingLine.count(), (await models().innstilling.findFirst())?.note]).toEqual([
      0,
      'I tide',
    ]);
  });
  it('is one line in the log for each person and quarter of an hour, without what is written', async () => {
    for (const note of ['a', 'b', 'c'])
      await save({ note }, { note: (await models().innstilling.findFirst())?.note ?? '' });
    const later = new Date(NOW.getTime() + 16 * 60_000);
    await save({ note: 'd' }, { note: 'c' }, 'secretariat', later);
    const log = await models().auditEntry.findMany({ where: { action: 'innstilling.save' } });
    expect(log.map(({ actorName, details }) => [actorName, details])).toEqual([
      [world.actors.secretariat.name, {}],
      [world.actors.secretariat.name, {}],
    ]);
  });
  it('is seen by the others who are in it, and by nobody else', async () => {
    await save({ note: 'a' });
    expect(await attendInnstilling({ id: world.roundId, field: 'note' }, by('secretariat'))).toMatchObject({
      kind: 'done',
      value: { version: 1, others: [] },
    });
    const other = { actor: { ...world.actors.secretariat, userId: world.actors.member.userId }, now: NOW };
    expect(await attendInnstilling({ id: world.roundId, field: null }, other)).toMatchObject({
      kind: 'done',
      value: { others: [{ name: world.actors.secretariat.name, field: 'note' }] },
    });
    for (const actor of ['member', 'caseworker', 'auditor', 'stranger'] as const)
      expect(await attendInnstilling({ id: world.roundId, field: null }, by(actor))).toEqual({ kind: 'forbidden' });
    expect(await models().auditEntry.count({ where: { action: 'innstilling.attend' } })).toBe(0);
  });
  it('is refused when the innstilling is delivered, and it stays as it was', async () => {
    await save({ note: 'Før' });
    expect(await innstillingDeliver(typed({ version: 1, note: 'Levert' }), by('secretariat'))).toMatchObject({
      kind: 'done',
    });
    expect(await save({ note: 'Etter' }, { note: 'Levert' })).toEqual({ kind: 'forbidden' });
    expect(await attendInnstilling({ id: world.roundId, field: null }, by('secretariat'))).toEqual({
      kind: 'forbidden',
    });
    expect(await models().innstilling.findMany()).toMatchObject([{ note: 'Levert', state: 'delivered' }]);
  });
  it('while another delivers is in what was delivered, or the delivery is a conflict', async () => {
    await save({ note: 'Før' });
    const [saved, delivered] = await Promise.all([
      save({ [at('dissent', 0)]: 'I siste liten.' }),
      innstillingDeliver(typed({ version: 1 }), by('secretariat')),
    ]);
    expect([
      ['done', 'conflict'],
      ['forbidden', 'done'],
    ]).toContainEqual([saved.kind, delivered.kind]);
  });
});
