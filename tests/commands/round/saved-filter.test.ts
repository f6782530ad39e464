import { beforeAll, describe, expect, it } from 'vitest';
import { forgetListFilter, keepListFilter } from '#lib/commands/round';
import { roundBehovsmeldingerPage } from '#lib/queries/round';
import { makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const keep = (name: string, query: string, who: keyof World['actors'] = 'caseworker') =>
  keepListFilter({ name, query, roundId: world.roundId }, as(who));
const kept = async (who: keyof World['actors'] = 'caseworker') =>
  (await roundBehovsmeldingerPage({ id: world.roundId }, as(who)))?.saved ?? [];

describe('a filter kept by name', () => {
  it('is one’s own, holds only what filters, and the same name again is the new one', async () => {
    expect((await keep('Mangler UH', 'lacks=uh-contact&page=4&evil=1&q=%3Dcmd()')).kind).toBe('done');
    expect(await kept()).toMatchObject([{ name: 'Mangler UH', query: 'lacks=uh-contact&q=%3Dcmd%28%29' }]);
    expect(await kept('caseworker2')).toEqual([]);
    await keep('Mangler UH', 'short=1');
    expect(await kept()).toMatchObject([{ name: 'Mangler UH', query: 'short=1' }]);
  });

  it('takes a name', async () => {
    expect(await keep(' ', 'short=1')).toEqual({ kind: 'invalid', errors: { name: 'required' } });
    expect(await keep('a'.repeat(61), 'short=1')).toEqual({ kind: 'invalid', errors: { name: 'too-long' } });
  });

  it('is forgotten by whoever keeps it, and by no other', async () => {
    const [one] = await kept();
    expect((await forgetListFilter({ id: one?.id, roundId: world.roundId }, as('caseworker2'))).kind).toBe('missing');
    expect((await forgetListFilter({ id: one?.id, roundId: world.roundId }, as('caseworker'))).kind).toBe('done');
    expect(await kept()).toEqual([]);
  });

  it.each(['skoleeier', 'uh', 'secretariat', 'auditor', 'stranger'] as const)('is not for %s', async (who) => {
    expect((await keep('Mitt', 'short=1', who)).kind).toBe('forbidden');
  });
});
