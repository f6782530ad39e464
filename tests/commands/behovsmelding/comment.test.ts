import { beforeAll, describe, expect, it } from 'vitest';
import { resolveComment } from '#lib/commands/behovsmelding/comment';
import { writeComment } from '#lib/commands/behovsmelding/comment';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { commentsOn } from '#lib/queries/behovsmelding/comment';
import { told } from '#tests/support/told';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const LATER = new Date(NOW.getTime() + 60_000);
const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const say = (id: string, who: keyof World['actors'], text = 'Målet er for vidt.', field = 'goals') =>
  writeComment({ id, field, text }, as(who));
const read = async (id: string, who: keyof World['actors'] = 'writer') =>
  (await commentsOn({ id }, as(who)))?.comments ?? null;

describe('a comment on a field', () => {
  it('is read in the order it was said by all who write together, whoever said it', async () => {
    const id = await makeBehovsmelding(world);
    await askIn(world, id, 'comment');
    for (const who of ['writer', 'leader', 'coordinator', 'contributor', 'uh'] as const)
      expect(await say(id, who, `Fra ${who}`)).toMatchObject({ kind: 'done', value: { field: 'goals' } });
    const texts = ['writer', 'leader', 'coordinator', 'contributor', 'uh'].map((who) => `Fra ${who}`);
    for (const who of ['skoleeier', 'writer', 'leader', 'coordinator', 'contributor', 'uh'] as const)
      expect((await read(id, who))?.map(({ text }) => text)).toEqual(texts);
    expect((await read(id))?.[3]).toMatchObject({
      field: 'goals',
      authorName: 'Rolf Rektor',
      at: NOW,
      resolvedAt: null,
    });
  });

  it('is never Statsforvalteren’s, the forum’s or another owner’s, before the need is sent or after', async () => {
    const id = await makeBehovsmelding(world);
    await say(id, 'writer');
    const others = [
      'otherOwner',
      'otherUh',
      'contributor',
      'secretariat',
      'member',
      'caseworker',
      'approver',
      'auditor',
      'stranger',
    ] as const;
    for (const who of others) expect([await read(id, who), await say(id, who)]).toEqual([null, { kind: 'forbidden' }]);
    await submitBehovsmelding({ id }, as('leader'));
    for (const who of others) expect([await read(id, who), await say(id, who)]).toEqual([null, { kind: 'forbidden' }]);
    expect(await read(id)).toHaveLength(1);
  });

  it('is resolved by any of them, opened again, and kept', async () => {
    const id = await makeBehovsmelding(world);
    await say(id, 'uh');
    const commentId = (await read(id))?.[0]?.id;
    expect((await resolveComment({ id, commentId, resolved: 'yes' }, as('writer', LATER))).kind).toBe('done');
    expect(await read(id)).toMatchObject([
      { text: 'Målet er for vidt.', resolvedByName: 'Sverre Skriver', resolvedAt: LATER },
    ]);
    expect((await resolveComment({ id, commentId, resolved: 'yes' }, as('leader'))).kind).toBe('done');
    expect(await read(id)).toMatchObject([{ resolvedByName: 'Sverre Skriver', resolvedAt: LATER }]);
    expect((await resolveComment({ id, commentId, resolved: 'no' }, as('leader'))).kind).toBe('done');
    expect(await read(id)).toMatchObject([{ resolvedByName: null, resolvedAt: null }]);
  });

  it('is not resolved by strangers, nor through another need', async () => {
    const [id, another] = [await makeBehovsmelding(world), await makeBehovsmelding(world)];
    await say(id, 'writer');
    const commentId = (await read(id))?.[0]?.id;
    for (const who of ['otherOwner', 'otherUh', 'caseworker', 'stranger'] as const)
      expect(await resolveComment({ id, commentId, resolved: 'yes' }, as(who))).toEqual({ kind: 'forbidden' });
    expect(await resolveComment({ id: another, commentId, resolved: 'yes' }, as('writer'))).toEqual({
      kind: 'missing',
    });
    expect(await read(id)).toMatchObject([{ resolvedAt: null }]);
  });

  it('is in the log as that there was one, and not what it said', async () => {
    const id = await makeBehovsmelding(world);
    await say(id, 'writer', 'Hemmelig mening');
    const lines = await models().auditEntry.findMany({ where: { subjectId: id } });
    expect(lines).toMatchObject([
      { action: 'comment.write', subjectType: 'behovsmelding', details: { field: 'goals' } },
    ]);
    expect(told(lines)).not.toContain('Hemmelig');
  });

  it.each([
    [{ text: ' ' }, 'text', 'required'],
    [{ text: 'x'.repeat(100_000) }, 'text', 'too-long'],
    [{ text: 'a\0' }, 'text', 'bad-character'],
    [{ field: 'version' }, 'field', 'not-in-list'],
    [{ field: ['goals'] }, 'field', 'malformed'],
  ])('that makes no sense is told at its field: %j', async (change: object, field, code) => {
    const id = await makeBehovsmelding(world);
    expect(await writeComment({ id, field: 'goals', text: 'Bra', ...change }, as('writer'))).toEqual({
      kind: 'invalid',
      errors: { [field]: code },
    });
    expect(await read(id)).toEqual([]);
  });

  it('is not written on what is sent', async () => {
    expect(await say(await makeBehovsmelding(world, { state: 'submitted' }), 'writer')).toEqual({ kind: 'forbidden' });
  });

  it('of Statsforvalteren’s own is not among the owner’s', async () => {
    const id = await makeBehovsmelding(world, { state: 'returned' });
    for (const kind of ['return', 'internal'])
      await models().comment.create({
        data: { behovsmeldingId: id, field: 'goals', kind, text: kind, authorId: world.actors.caseworker.userId },
      });
    expect(await read(id)).toEqual([]);
  });

  it('is told to whoever may save the need and to those who have spoken, never to oneself or Statsforvalteren', async () => {
    const id = await makeBehovsmelding(world, { state: 'returned' });
    await askIn(world, id, 'write');
    for (const kind of ['return', 'internal'])
      await models().comment.create({
        data: { behovsmeldingId: id, field: 'goals', kind, text: kind, authorId: world.actors.caseworker.userId },
      });
    const nameOf = (userId: string) => Object.entries(world.actors).find(([, actor]) => actor.userId === userId)?.[0];
    const tellsOf = async (who: keyof World['actors'], now: Date) => {
      expect((await writeComment({ id, field: 'goals', text: 'Målet er for vidt.' }, as(who, now))).kind).toBe('done');
      return (await models().message.findMany({ where: { kind: 'comment-written', subjectId: id, at: now } }))
        .map(({ userId }) => nameOf(userId))
        .sort();
    };
    expect(await tellsOf('writer', NOW)).toEqual(['contributor', 'coordinator', 'leader', 'skoleeier']);
    // The UH speaks, and has a part in the talk from then on.
    expect(await tellsOf('uh', LATER)).toEqual(['contributor', 'coordinator', 'leader', 'skoleeier', 'writer']);
    expect(await tellsOf('leader', new Date(LATER.getTime() + 60_000))).toEqual([
      'contributor',
      'coordinator',
      'skoleeier',
      'uh',
      'writer',
    ]);
  });

  it('is told to one who may only comment when they have spoken, and to nobody who no longer may', async () => {
    const id = await makeBehovsmelding(world);
    const asked = await askIn(world, id, 'comment');
    const isTold = async (text: string, minutes: number) => {
      const at = new Date(NOW.getTime() + minutes * 60_000);
      await writeComment({ id, field: 'goals', text }, as('leader', at));
      return (
        (await models().message.count({ where: { subjectId: id, userId: world.actors.contributor.userId, at } })) > 0
      );
    };
    expect(await isTold('Hei', 1)).toBe(false);
    await say(id, 'contributor');
    expect(await isTold('Takk', 2)).toBe(true);
    await models().contributor.update({ where: { id: asked }, data: { endedAt: LATER } });
    expect(await isTold('Farvel', 3)).toBe(false);
  });
});
