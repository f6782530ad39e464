import { beforeEach, describe, expect, it } from 'vitest';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { claimOutbox } from '#lib/commands/message';
import { stopMail } from '#lib/commands/message';
import { models } from '#prisma/models';
import { SYSTEM } from '#lib/domain/policy/may';
import { freshWorld } from '#tests/support/recommended';
import { makeBehovsmelding, NOW, type World } from '#tests/support/world';
import { GET, POST } from '../../../app/api/avmelding/[token]/route';

let world: World;
let need: string;
beforeEach(async () => {
  world = await freshWorld();
  need = await makeBehovsmelding(world);
  await submitBehovsmelding({ id: need }, { actor: world.actors.skoleeier, now: NOW });
});

/** The word in the latest mail to somebody. */
async function wordTo(userId: string): Promise<string> {
  const claimed = await claimOutbox({ limit: 100 }, { actor: SYSTEM, now: NOW });
  const mails = claimed.kind === 'done' ? claimed.value : [];
  const { email } = await models().user.findUniqueOrThrow({ where: { id: userId } });
  return mails.find(({ address }) => address === email)?.word ?? '';
}
const chosen = async () =>
  (await models().mailChoice.findMany()).map(({ userId, topic, choice }) => [userId, topic, choice]);
const stop = (token: string) => stopMail({ token }, { actor: SYSTEM, now: NOW });
const ask = (token: string, body: string) =>
  POST(
    new Request(`https://portal.example.no/api/avmelding/${token}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    { params: Promise.resolve({ token }) },
  );

describe('an e-mail that nobody wants more of', () => {
  it('is stopped with its kinds for the one it went to, logged with their name, and again changes nothing', async () => {
    const { userId } = world.actors.uh;
    const word = await wordTo(userId);
    expect([await stop(word), await stop(word)]).toMatchObject([
      { kind: 'done', value: { stopped: { needs: 'none' } } },
      { kind: 'done', value: { stopped: {} } },
    ]);
    expect(await chosen()).toEqual([[userId, 'needs', 'none']]);
    expect(await models().auditEntry.findMany({ where: { action: 'user.stop-mail' } })).toMatchObject([
      { subjectId: userId, details: { name: world.actors.uh.name, needs: 'none' } },
    ]);
  });

  it('leaves decisions as they are', async () => {
    await returnBehovsmelding({ id: need, comment: 'Mål mangler.' }, { actor: world.actors.caseworker, now: NOW });
    await models().mail.deleteMany({ where: { messages: { none: { kind: 'need-returned' } } } });
    expect(await stop(await wordTo(world.actors.skoleeier.userId))).toMatchObject({
      kind: 'done',
      value: { stopped: {} },
    });
    expect(await chosen()).toEqual([]);
  });

  it('is not stopped by a word that is none of ours, of another purpose, or of a mail that is forgotten', async () => {
    const word = await wordTo(world.actors.uh.userId);
    const [id = '', signature = ''] = word.split('.');
    const other = (await models().mail.findFirstOrThrow({ where: { id: { not: id } } })).id;
    for (const wrong of ['', 'x', id, `${id}.`, `${other}.${signature}`, `${word}.x`, `${id}.${signature.slice(1)}`])
      expect(await stop(wrong)).toEqual({ kind: 'missing' });
    await models().mail.delete({ where: { id } });
    expect(await stop(word)).toEqual({ kind: 'missing' });
    expect(await chosen()).toEqual([]);
  });

  it('is stopped by one click of the mail program, and never by opening the address', async () => {
    const word = await wordTo(world.actors.uh.userId);
    const opened = GET();
    expect([opened.status, new URL(opened.headers.get('location') ?? '').pathname]).toEqual([303, '/varsler']);
    expect([(await ask(word, '')).status, (await ask(word, 'List-Unsubscribe=No')).status, await chosen()]).toEqual([
      400,
      400,
      [],
    ]);
    expect((await ask('none', 'List-Unsubscribe=One-Click')).status).toBe(404);
    expect([(await ask(word, 'List-Unsubscribe=One-Click')).status, (await chosen()).length]).toEqual([200, 1]);
  });
});
