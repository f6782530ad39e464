import { beforeAll, describe, expect, it } from 'vitest';
import { inviteContributor, removeContributor } from '#lib/commands/behovsmelding/comment';
import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { findLog } from '#lib/db/log';
import { findActor, findRoles } from '#lib/db/people/user';
import type { Actor } from '#lib/domain/policy/row';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { listBehovsmeldinger } from '#lib/queries/behovsmelding/list';
import { writersOf } from '#lib/queries/behovsmelding/comment';
import { readStart } from '#lib/queries/start';
import { change } from '#tests/support/saving';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const ROLF = { email: 'Rolf@Example.no', name: 'Rolf Rektor', unit: 'Vestmyra skole', may: 'write' };
const invite = (id: string, change: object = {}, who: keyof World['actors'] = 'writer') =>
  inviteContributor({ id, ...ROLF, ...change }, as(who));
const asked = (behovsmeldingId: string) =>
  models().contributor.findMany({
    where: { behovsmeldingId },
    include: { user: true },
    orderBy: [{ endedAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
/** The person an address belongs to, with the roles of today, as a request would read them. */
async function come(email: string): Promise<Actor> {
  const { id } = await models().user.findUniqueOrThrow({ where: { email } });
  const actor = await findActor(db(), id, NOW);
  if (actor === null) throw new Error('No such person.');
  return actor;
}

describe('somebody asked to a behovsmelding', () => {
  it('is made by their address when the portal does not know them, and reads and writes that one alone, until it is sent', async () => {
    const [id, another] = [
      await makeBehovsmelding(world, { title: 'Felles' }),
      await makeBehovsmelding(world, { title: 'En annen' }),
    ];
    expect((await invite(id)).kind).toBe('done');
    expect(await asked(id)).toMatchObject([
      {
        may: 'write',
        unit: 'Vestmyra skole',
        invitedById: world.actors.writer.userId,
        invitedAt: NOW,
        endedAt: null,
        user: { name: 'Rolf Rektor', email: 'rolf@example.no' },
      },
    ]);
    const rolf = await come('rolf@example.no');
    const viewer = { actor: rolf, now: NOW };
    expect(rolf.grants).toMatchObject([{ role: 'contributor', organisationId: null, countyId: null }]);
    expect((await listBehovsmeldinger({}, viewer))?.rows.map((row) => row.id)).toEqual([id]);
    expect((await readStart({}, viewer))?.tasks.map(({ kind, title, note }) => [kind, title, note])).toEqual([
      ['need-write', 'Felles', 'Fauske'],
    ]);
    expect((await readBehovsmelding({ id }, viewer))?.allowed).toEqual(['behovsmelding.save', 'behovsmelding.attach']);
    expect(await readBehovsmelding({ id: another }, viewer)).toBeNull();
    expect((await submitBehovsmelding({ id }, as('leader'))).kind).toBe('done');
    expect((await readBehovsmelding({ id }, viewer))?.allowed).toEqual([]);
    expect((await readStart({}, viewer))?.tasks).toEqual([]);
  });

  it('sees nothing of it from the moment they are taken off, and that they were asked is kept', async () => {
    const id = await makeBehovsmelding(world);
    await invite(id, { email: 'siv@example.no' });
    const siv = await come('siv@example.no');
    const contributorId = (await asked(id))[0]?.id;
    expect((await removeContributor({ id, contributorId }, as('coordinator'))).kind).toBe('done');
    expect((await asked(id)).map(({ endedAt }) => endedAt)).toEqual([NOW]);
    expect((await come('siv@example.no')).grants).toEqual([]);
    for (const actor of [siv, await come('siv@example.no')]) {
      expect(await readBehovsmelding({ id }, { actor, now: NOW })).toBeNull();
      expect(await saveBehovsmelding({ id, version: '1' }, { actor, now: NOW })).not.toMatchObject({ kind: 'done' });
    }
    expect(await removeContributor({ id, contributorId }, as('writer'))).toEqual({ kind: 'missing' });
  });

  it('is one person, however often and by however many they are asked at once', async () => {
    const id = await makeBehovsmelding(world);
    const both = await Promise.all([
      invite(id, { email: 'to@example.no' }),
      invite(id, { email: 'to@example.no' }, 'coordinator'),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'invalid']);
    expect(await asked(id)).toHaveLength(1);
    expect((await invite(id, { email: 'to@example.no', may: 'comment' })).kind).toBe('done');
    expect((await asked(id)).map(({ may, endedAt }) => [may, endedAt])).toEqual([
      ['write', NOW],
      ['comment', null],
    ]);
  });

  it('is named with the school they come from', async () => {
    const { userId } = await come('to@example.no');
    expect(await findRoles(db(), userId, NOW)).toMatchObject([
      { role: 'contributor', place: 'Vestmyra skole', county: 'Prøvefylke' },
    ]);
  });
});

describe('an invitation', () => {
  it.each([
    [{ email: 'rolf' }, 'email', 'not-an-email'],
    [{ email: '' }, 'email', 'required'],
    [{ email: 'lise.leder@example.no' }, 'email', 'already-here'],
    [{ email: 'ukjent@example.no', name: ' ' }, 'name', 'required'],
    [{ email: 'rolf.rektor@example.no', name: ' ' }, 'name', 'required'],
    [{ may: 'send' }, 'may', 'not-in-list'],
    [{ unit: 'a\0b' }, 'unit', 'bad-character'],
    [{ name: 'x'.repeat(100_000) }, 'name', 'too-long'],
  ])('that makes no sense is told at its field: %j', async (change: object, field, code) => {
    const id = await makeBehovsmelding(world);
    expect(await invite(id, change)).toEqual({ kind: 'invalid', errors: { [field]: code } });
    expect(await asked(id)).toEqual([]);
    expect(await models().user.count({ where: { email: 'ukjent@example.no' } })).toBe(0);
  });

  it('tells nothing about whose the address is: one refusal, and the name as the inviter wrote it', async () => {
    const id = await makeBehovsmelding(world);
    await models().user.create({
      data: { name: 'Sluttet', email: 'sluttet@example.no', endedAt: new Date('2026-01-01') },
    });
    for (const email of ['sara.saksbehandler@example.no', 'rita.revisor@example.no', 'sluttet@example.no'])
      expect(await invite(id, { email })).toEqual({ kind: 'refused', refusals: [{ code: 'can-not-invite' }] });
    expect((await invite(id, { email: 'ola.eier@example.no', name: 'En jeg traff' })).kind).toBe('done');
    expect((await writersOf({ id }, as('writer')))?.contributors.map(({ name }) => name)).toEqual(['En jeg traff']);
    expect((await models().auditEntry.findFirstOrThrow({ where: { subjectId: id } })).details).toMatchObject({
      name: 'En jeg traff',
    });
    expect((await models().user.findUniqueOrThrow({ where: { email: 'ola.eier@example.no' } })).name).toBe('Ola Eier');
  });

  it.each([
    'contributor',
    'otherOwner',
    'uh',
    'caseworker',
    'approver',
    'auditor',
    'secretariat',
    'member',
    'stranger',
  ] as const)('is not the %s’s to send', async (who) => {
    const id = await makeBehovsmelding(world);
    expect(await invite(id, {}, who)).toEqual({ kind: 'forbidden' });
    expect(await asked(id)).toEqual([]);
  });

  it('is not sent for what is sent already', async () => {
    expect(await invite(await makeBehovsmelding(world, { state: 'submitted' }))).toEqual({ kind: 'forbidden' });
  });
});

it('what somebody asked in has written stands in the owner’s name for all but the owner’s side', async () => {
  const id = await makeBehovsmelding(world, { title: 'I eierens navn' });
  await askIn(world, id, 'write');
  expect(
    (await saveBehovsmelding(change(id, { goals: 'Nytt' }, { goals: 'Flere leser godt.' }), as('contributor'))).kind,
  ).toBe('done');
  await submitBehovsmelding({ id }, as('leader'));
  const saver = async (who: keyof World['actors']) =>
    (await readBehovsmelding({ id }, as(who)))?.history.find(({ action }) => action === 'behovsmelding.save')
      ?.actorName;
  for (const who of ['leader', 'coordinator'] as const) expect(await saver(who)).toBe('Rolf Rektor');
  for (const who of ['caseworker', 'auditor', 'uh'] as const) expect(await saver(who)).toBe('Fauske');
  const wishes = { slag: null, sak: 'I eierens navn', fra: null, til: null, eldre: null, nyere: null };
  const log = await findLog(db(), [world.countyId], { ...wishes, person: '' });
  expect(log.map(({ action, actorName }) => [action, actorName])).toEqual([
    ['behovsmelding.submit', 'Lise Leder'],
    ['behovsmelding.save', 'Fauske'],
  ]);
  expect(await findLog(db(), [world.countyId], { ...wishes, person: 'Rolf' })).toEqual([]);
});

it('the list of who writes is read by the owner’s side and those asked, and by nobody else', async () => {
  const id = await makeBehovsmelding(world);
  await invite(id, { email: world.actors.contributor.name.toLowerCase().replace(' ', '.') + '@example.no' });
  const found = await writersOf({ id }, as('contributor'));
  expect(found?.contributors.map(({ name, may }) => [name, may])).toEqual([['Rolf Rektor', 'write']]);
  expect(found?.team.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'Kaja Koordinator: coordinator',
    'Kari Eier: leader',
    'Kari Eier: skoleeier',
    'Lise Leder: leader',
    'Sverre Skriver: skoleeier',
  ]);
  for (const who of ['skoleeier', 'writer', 'leader', 'coordinator'] as const)
    expect(await writersOf({ id }, as(who))).not.toBeNull();
  await submitBehovsmelding({ id }, as('leader'));
  for (const who of [
    'otherOwner',
    'uh',
    'otherUh',
    'caseworker',
    'approver',
    'auditor',
    'secretariat',
    'member',
    'stranger',
  ] as const)
    expect(await writersOf({ id }, as(who))).toBeNull();
});
