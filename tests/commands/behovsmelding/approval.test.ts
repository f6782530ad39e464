import { beforeAll, describe, expect, it } from 'vitest';
import { askForApproval } from '#lib/commands/behovsmelding/send';
import { declineApproval } from '#lib/commands/behovsmelding/send';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { readStart } from '#lib/queries/start';
import { told } from '#tests/support/told';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const LATER = new Date(NOW.getTime() + 60_000);
const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const marks = (id: string) =>
  models().behovsmelding.findUniqueOrThrow({
    where: { id },
    select: { state: true, readyAt: true, readyById: true, declineComment: true },
  });
const tasks = async (who: keyof World['actors'], title: string) =>
  ((await readStart({}, as(who)))?.tasks ?? [])
    .filter((task) => task.title === title)
    .map(({ kind, note }) => ({ kind, note }));

describe('who writes for an owner and does not send', () => {
  it('asks the leader, who finds it on the front page; the writer waits, and the coordinator’s work is as before', async () => {
    const title = 'Til godkjenning';
    const id = await makeBehovsmelding(world, { title });
    expect(await tasks('writer', title)).toEqual([{ kind: 'need-draft', note: '' }]);
    expect((await askForApproval({ id }, as('writer'))).kind).toBe('done');
    expect(await marks(id)).toEqual({
      state: 'draft',
      readyAt: NOW,
      readyById: world.actors.writer.userId,
      declineComment: '',
    });
    expect(await tasks('leader', title)).toEqual([{ kind: 'need-approve', note: 'Sverre Skriver' }]);
    expect(await tasks('writer', title)).toEqual([]);
    expect(await tasks('coordinator', title)).toEqual([{ kind: 'need-draft', note: '' }]);
  });

  it('asks again when more is written, and then it counts from that', async () => {
    const id = await makeBehovsmelding(world);
    await askForApproval({ id }, as('writer'));
    expect((await askForApproval({ id }, as('writer', LATER))).kind).toBe('done');
    expect((await marks(id)).readyAt).toEqual(LATER);
  });

  it.each([
    'leader',
    'coordinator',
    'contributor',
    'otherOwner',
    'uh',
    'caseworker',
    'approver',
    'auditor',
    'member',
    'stranger',
  ] as const)('is not the %s', async (who) => {
    const id = await makeBehovsmelding(world);
    await askIn(world, id, 'write');
    expect(await askForApproval({ id }, as(who))).toEqual({ kind: 'forbidden' });
    expect((await marks(id)).readyAt).toBeNull();
  });

  it('asks for nothing that is sent, and nothing that is not there', async () => {
    expect(await askForApproval({ id: await makeBehovsmelding(world, { state: 'submitted' }) }, as('writer'))).toEqual({
      kind: 'forbidden',
    });
    expect(await askForApproval({ id: 'no-such' }, as('writer'))).toEqual({ kind: 'missing' });
  });
});

describe('the leader', () => {
  it('sends what was asked about, and the mark is gone', async () => {
    const id = await makeBehovsmelding(world);
    await askForApproval({ id }, as('writer'));
    expect((await submitBehovsmelding({ id, version: 1 }, as('leader'))).kind).toBe('done');
    expect(await marks(id)).toMatchObject({ state: 'submitted', readyAt: null, readyById: null });
  });

  it('does not send another version than the one that was read', async () => {
    const id = await makeBehovsmelding(world);
    await askForApproval({ id }, as('writer'));
    await models().behovsmelding.update({ where: { id }, data: { version: 2, updatedAt: LATER } });
    expect(await submitBehovsmelding({ id, version: 1 }, as('leader'))).toEqual({ kind: 'conflict' });
  });

  it('gives it back with a comment, which those who write find on the front page; asked again, the comment is gone', async () => {
    const title = 'Sendt tilbake';
    const id = await makeBehovsmelding(world, { title });
    expect(await declineApproval({ id, comment: 'For tidlig.' }, as('leader'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'approval-not-asked' }],
    });
    await askForApproval({ id }, as('writer'));
    expect(await declineApproval({ id, comment: ' ' }, as('leader'))).toEqual({
      kind: 'invalid',
      errors: { comment: 'required' },
    });
    expect((await declineApproval({ id, comment: 'Skriv mer om målet.' }, as('leader'))).kind).toBe('done');
    expect(await marks(id)).toMatchObject({ state: 'draft', readyAt: null, declineComment: 'Skriv mer om målet.' });
    expect(await tasks('writer', title)).toEqual([{ kind: 'need-declined', note: 'Skriv mer om målet.' }]);
    await askForApproval({ id }, as('writer'));
    expect((await marks(id)).declineComment).toBe('');
  });

  it('is alone in giving it back', async () => {
    const id = await makeBehovsmelding(world);
    await askForApproval({ id }, as('writer'));
    for (const who of ['writer', 'coordinator', 'otherOwner', 'uh', 'caseworker', 'stranger'] as const)
      expect(await declineApproval({ id, comment: 'Nei.' }, as(who))).toEqual({ kind: 'forbidden' });
    expect((await marks(id)).readyAt).toEqual(NOW);
  });
});

it('what passes between writer and leader stands in the owner’s history, and in nobody else’s', async () => {
  const id = await makeBehovsmelding(world);
  await askForApproval({ id }, as('writer'));
  await declineApproval({ id, comment: 'Bare mellom oss.' }, as('leader'));
  await submitBehovsmelding({ id }, as('leader'));
  const seen = async (who: keyof World['actors']) => {
    const found = await readBehovsmelding({ id }, as(who));
    return { actions: found?.history.map(({ action }) => action), said: told(found).includes('Bare mellom oss.') };
  };
  expect(await seen('writer')).toEqual({
    actions: ['behovsmelding.submit', 'behovsmelding.decline-approval', 'behovsmelding.ask-approval'],
    said: true,
  });
  for (const who of ['caseworker', 'approver', 'auditor', 'member', 'uh'] as const)
    expect(await seen(who)).toEqual({ actions: ['behovsmelding.submit'], said: false });
});
