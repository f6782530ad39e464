import { beforeAll, expect, it } from 'vitest';
import { chooseLanguage } from '#lib/commands/people';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { findLanguage } from '#lib/db/people/user';
import { PUBLIC } from '#lib/domain/policy/may';
import { makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const choose = (actor: World['actors']['auditor'], locale: unknown) => chooseLanguage({ locale }, { actor, now: NOW });

it('the language a person chooses is theirs wherever they sign in, and logged once', async () => {
  const { auditor, member } = world.actors;
  expect(await choose(auditor, 'nn')).toEqual({ kind: 'done', value: { locale: 'nn' } });
  expect(await choose(auditor, 'nn')).toEqual({ kind: 'done', value: { locale: 'nn' } });
  expect([await findLanguage(db(), auditor.userId), await findLanguage(db(), member.userId)]).toEqual(['nn', 'nb']);
  const log = await models().auditEntry.findMany({ where: { action: 'user.choose-language' } });
  expect(log.map(({ subjectId, subjectType, details }) => [subjectId, subjectType, details])).toEqual([
    [auditor.userId, 'user', { locale: 'nn' }],
  ]);
});

it('a language the portal does not write is invalid, and nobody signed in has none to save', async () => {
  expect(await choose(world.actors.member, 'se')).toEqual({ kind: 'invalid', errors: { locale: 'not-in-list' } });
  expect(await choose(PUBLIC, 'nn')).toEqual({ kind: 'missing' });
  expect(await choose(world.actors.stranger, 'nn')).toEqual({ kind: 'missing' });
});
