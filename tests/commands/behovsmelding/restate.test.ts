import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { confirmBehovsmelding, declineBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { restateBehovsmeldinger } from '#lib/commands/behovsmelding/restate';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { reopenBehovsmelding, saveBehovsmelding, withdrawBehovsmelding } from '#lib/commands/behovsmelding/write';
import { findMisjudged } from '#lib/db/behovsmelding/status';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { findTally } from '#lib/db/round/behovsmeldinger';
import { SYSTEM } from '#lib/domain/policy/may';
import { dayAt } from '#lib/domain/day';
import { atHour } from '#lib/domain/round/time';
import { nights } from '#lib/jobs/daily';
import { log } from '#lib/log/log';
import { change } from '#tests/support/saving';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const contact = { contact: 'Unn', contactRole: '', contactEmail: '', contactPhone: '' };

/** What may be done to a need, in any order: much of it is refused, and then nothing is to change. */
const MOVES: Readonly<Record<string, (id: string, n: number) => Promise<unknown>>> = {
  amount: (id, n) =>
    saveBehovsmelding(change(id, { [`lines.network_${world.owner.id}_2027`]: String(n * 1000) }), as('skoleeier')),
  blank: (id) => saveBehovsmelding(change(id, { [`lines.network_${world.owner.id}_2027`]: '' }), as('skoleeier')),
  years: (id, n) => saveBehovsmelding(change(id, { years: String(1 + (n % 3)) }), as('skoleeier')),
  goals: (id, n) => saveBehovsmelding(change(id, { goals: n % 2 === 0 ? '' : 'Mål' }), as('skoleeier')),
  submit: (id) => submitBehovsmelding({ id }, as('skoleeier')),
  confirm: (id) => confirmBehovsmelding({ id, ...contact }, as('uh')),
  decline: (id) => declineBehovsmelding({ id, reason: 'Nei' }, as('uh')),
  return: (id) => returnBehovsmelding({ id, comment: 'Mangler', until: '' }, as('caseworker')),
  withdraw: (id) => withdrawBehovsmelding({ id }, as('skoleeier')),
  reopen: (id) => reopenBehovsmelding({ id }, as('skoleeier')),
};

async function tallied(): Promise<unknown> {
  const groups = await findTally(db(), world.roundId);
  return groups
    .map(({ state, lacks, count, network, uh }) => [state, lacks.join(), count, network, uh].join(' '))
    .sort();
}
async function counted(): Promise<unknown> {
  const listed = await models().behovsmeldingListed.findMany({ where: { roundId: world.roundId } });
  const groups = new Map<string, typeof listed>();
  for (const one of listed) {
    const key = `${one.state} ${one.lacks.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const sum = (amounts: (bigint | null)[]) => amounts.reduce((all: number, one) => all + Number(one ?? 0), 0);
  return [...groups]
    .map(([key, all]) => [key, all.length, sum(all.map((one) => one.network)), sum(all.map((one) => one.uh))].join(' '))
    .sort();
}

describe('what the lists say', () => {
  it('is what the rules say, after any sequence of changes', { timeout: 120_000 }, async () => {
    const move = fc.tuple(fc.constantFrom(...Object.keys(MOVES)), fc.nat(500));
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 12 }), async (moves) => {
        const id = await makeBehovsmelding(world);
        for (const [name, n] of moves) await MOVES[name]?.(id, n);
        expect(await findMisjudged(db(), [id])).toEqual([]);
        expect(await tallied()).toEqual(await counted());
      }),
      { numRuns: 15 },
    );
  });

  it('is told in the log each night where it is not, and mended when asked for', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    await models().behovsmeldingListed.update({ where: { id }, data: { egenandelStatus: 'short' } });
    const failed = vi.spyOn(log, 'failed').mockImplementation(() => undefined);
    await nights()(atHour(dayAt(NOW), 6));
    expect(failed.mock.calls, 'by day it waits').toEqual([]);
    await nights()(atHour(dayAt(NOW), 4));
    expect(failed.mock.calls.map(([, , at]) => at)).toEqual([{ count: '1', first: id }]);
    expect(await findMisjudged(db(), [id])).toEqual([id]);
    await restateBehovsmeldinger({ after: '', mend: true }, { actor: SYSTEM, now: NOW });
    expect(await findMisjudged(db(), [id])).toEqual([]);
    failed.mockRestore();
  });

  it.each(['askedNetwork', 'askedUh', 'plannedEgenandel'] as const)(
    'is found where %s, which the database keeps, is not the sum of the lines',
    async (sum) => {
      const id = await makeBehovsmelding(world);
      expect(await findMisjudged(db(), [id])).toEqual([]);
      await models().behovsmelding.update({ where: { id }, data: { [sum]: 1 } });
      expect(await findMisjudged(db(), [id])).toEqual([id]);
    },
  );
});
