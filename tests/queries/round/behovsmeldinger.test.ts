import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBehovsmelding } from '#lib/db/behovsmelding/behovsmelding';
import { restate, someBehovsmeldinger } from '#lib/db/behovsmelding/status';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { egenandelOf, known, splitOf, behovsmeldingSums } from '#lib/domain/behovsmelding/sums';
import { missingIn } from '#lib/domain/behovsmelding/missing';
import type { RuleSet } from '#lib/domain/setup/rules';
import { LACKS } from '#lib/domain/behovsmelding/list';
import { roundPage } from '#lib/queries/round';
import { roundBehovsmeldingerExport, roundBehovsmeldingerPage } from '#lib/queries/round';
import { madeUpBehovsmeldinger } from '#tests/support/made-up-behovsmeldinger';
import { RULES } from '#tests/support/behovsmelding-core';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

const MANY = 150;
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await madeUpBehovsmeldinger(world, MANY);
});
const page = (input: object = {}, actor: keyof World['actors'] = 'caseworker') =>
  roundBehovsmeldingerPage({ id: world.roundId, ...input }, { actor: world.actors[actor], now: NOW });
const shown = async (input: object = {}) => {
  const found = await page(input);
  if (found === null) throw new Error('The list was not found');
  return found;
};

/** Lets the world's round stand under other rules, and all its needs be judged by them. */
async function under(change: Partial<RuleSet>): Promise<void> {
  const own = await models().ruleSet.findUniqueOrThrow({ where: { id: world.ruleSetId } });
  // No two hold at once: each of these held one day long ago.
  const validFrom = new Date(Date.UTC(1990, 0, (await models().ruleSet.count()) * 2));
  const validTo = new Date(validFrom.getTime() + 86_400_000);
  const { id } = await models().ruleSet.create({
    data: { ...own, id: `rules-${String(validFrom.getTime())}`, ...change, validFrom, validTo },
  });
  // A round keeps its rule set, and the database says so: set aside here, to have the same needs judged by several.
  await models().$executeRaw`ALTER TABLE "Round" DISABLE TRIGGER USER`;
  await models().round.update({ where: { id: world.roundId }, data: { ruleSetId: id } });
  await models().$executeRaw`ALTER TABLE "Round" ENABLE TRIGGER USER`;
  await restate(db(), await someBehovsmeldinger(db(), '', 1_000));
}

describe('what the list says of a need is what the rules say', () => {
  afterAll(() => under({}));
  const variants: [string, Partial<RuleSet>][] = [
    ['30 % of the total grant', {}],
    ['30 % of the total budget', { egenandelBase: 'total-budget' }],
    ['30 % of the owner grant, 1 000 kr forgiven', { egenandelBase: 'owner-grant', egenandelTolerance: 1000 }],
    [
      'no egenandel, 50/50 and two years',
      {
        egenandelEnforcement: 'none',
        splitNetwork: 50,
        splitUh: 50,
        maxYears: 2,
        unitKinds: ['skole', 'barnehage'],
        collectiveOnly: false,
      },
    ],
    ['egenandel that only warns, 7 %', { egenandelEnforcement: 'warn', egenandelPercent: 7 }],
  ];
  it.each(variants)('under %s, for 150 made-up needs with holes in them', async (_, change) => {
    const rules = { ...RULES, ...change };
    await under(change);
    const listed = [
      ...(await shown()).needs,
      ...(await shown({ page: '2' })).needs,
      ...(await shown({ page: '3' })).needs,
    ];
    expect(listed).toHaveLength(MANY);
    for (const row of listed) {
      const need = await findBehovsmelding(db(), row.id, NOW);
      if (need === null) throw new Error('A listed need is gone');
      const sums = behovsmeldingSums(need);
      expect({ ...row, of: row.number }).toMatchObject({
        of: need.number,
        network: known(sums.network),
        uh: known(sums.uh),
        egenandelStatus: egenandelOf(need, rules).status,
        splitStatus: splitOf(need, rules).status,
        missing: missingIn(need, rules).length,
      });
    }
    expect(new Set(listed.map(({ egenandelStatus }) => egenandelStatus)).size).toBe(
      change.egenandelEnforcement === 'none' ? 1 : 4,
    );
    expect(new Set(listed.map(({ splitStatus }) => splitStatus))).toEqual(
      new Set(['met', 'uh-raised', 'uh-short', 'unknown']),
    );
  });
});

describe('what needs lack', () => {
  it('is counted over the round, and is what the filter then finds', async () => {
    const { lacks } = await shown();
    for (const what of LACKS)
      expect([what, (await shown({ lacks: what })).sums.found.count]).toEqual([what, lacks[what]]);
    expect((await shown({ lacks: 'fields' })).needs.every(({ missing }) => missing > 0)).toBe(true);
    expect((await shown({ lacks: 'split' })).needs.every(({ splitStatus }) => splitStatus === 'uh-short')).toBe(true);
    expect((await shown({ lacks: 'attachments' })).needs.every(({ files }) => files === 0)).toBe(true);
  });
  it('is no longer the UH’s contact once a UH has confirmed', async () => {
    const [need] = (await shown({ lacks: 'uh-contact' })).needs.filter(({ uhNames }) => uhNames !== '');
    if (need === undefined) throw new Error('No need lacks its UH');
    const before = (await shown()).lacks['uh-contact'];
    await models().behovsmeldingUh.updateMany({
      where: { behovsmeldingId: need.id },
      data: { confirmedAt: NOW, confirmedById: world.actors.uh.userId },
    });
    await restate(db(), [need.id]);
    expect((await shown()).lacks['uh-contact']).toBe(before - 1);
  });
});

describe('the export of a round', () => {
  it('has all that the filters find, past the fifty of a page, in the order of the list', async () => {
    const all = await roundBehovsmeldingerExport({ id: world.roundId }, { actor: world.actors.auditor, now: NOW });
    const {
      sums: { states },
    } = await shown();
    const withdrawn = states.find(({ key }) => key === 'withdrawn')?.count ?? 0;
    expect(all?.needs).toHaveLength(MANY - withdrawn);
    const { sums, needs } = await shown({ short: '1', sort: 'asked', descending: '1' });
    const some = await roundBehovsmeldingerExport(
      { id: world.roundId, short: '1', sort: 'asked', descending: '1', page: '3' },
      { actor: world.actors.caseworker, now: NOW },
    );
    expect(some?.needs).toHaveLength(sums.found.count);
    expect(some?.needs.slice(0, 50).map(({ id }) => id)).toEqual(needs.map(({ id }) => id));
  });
  it('is for Statsforvalteren alone', async () => {
    for (const who of ['skoleeier', 'uh', 'secretariat', 'member', 'stranger'] as const)
      expect(
        await roundBehovsmeldingerExport({ id: world.roundId }, { actor: world.actors[who], now: NOW }),
      ).toBeNull();
  });
});

describe('a withdrawn need', () => {
  it('is listed, but in no sum and no count of what is missing, unless it is asked for', async () => {
    const asked = async () => {
      const { sums, lacks } = await shown();
      return {
        found: sums.found,
        short: sums.short,
        lacks,
        figures: (await roundPage({ id: world.roundId }, { actor: world.actors.caseworker, now: NOW }))?.figures,
      };
    };
    const before = await asked();
    // As the round's own page has it: what is sent and not withdrawn.
    expect([before.found.network, before.found.uh]).toEqual([before.figures?.askedNetwork, before.figures?.askedUh]);
    const id = await makeBehovsmelding(world, { state: 'withdrawn', network: 7_000_000, uh: 1, egenandel: null });
    const after = await asked();
    expect(after).toEqual({ ...before, found: { ...before.found, count: MANY + 1 }, figures: after.figures });
    expect(
      (await shown({ q: 'Tidlig innsats', state: 'withdrawn', sort: 'asked', descending: '1' })).needs.map(
        (need) => need.id,
      ),
    ).toContain(id);
    expect((await shown({ state: 'withdrawn' })).sums.found.network).toBeGreaterThanOrEqual(7_000_000);
    const exported = async (input: object) =>
      (
        await roundBehovsmeldingerExport({ id: world.roundId, ...input }, { actor: world.actors.caseworker, now: NOW })
      )?.needs.some((need) => need.id === id);
    expect([await exported({}), await exported({ state: 'withdrawn' })]).toEqual([false, true]);
    await models().behovsmelding.delete({ where: { id } });
  });
});

describe('the list of a round', () => {
  it('shows fifty on each page and counts all, without the drafts', async () => {
    const first = await shown();
    expect([first.needs.length, first.sums.all, first.sums.found.count]).toEqual([50, MANY, MANY]);
    expect((await shown({ page: '4' })).needs).toEqual([]);
    const ids = [...first.needs, ...(await shown({ page: '2' })).needs, ...(await shown({ page: '3' })).needs].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(MANY);
  });
  it('counts for each filter what the filter then finds', async () => {
    const { sums } = await shown();
    for (const { key, count } of sums.states) expect((await shown({ state: key })).sums.found.count).toBe(count);
    for (const { key, count } of sums.regions) expect((await shown({ region: key })).sums.found.count).toBe(count);
    for (const { key, count } of sums.partners) expect((await shown({ uh: key })).sums.found.count).toBe(count);
    const short = await shown({ short: '1' });
    expect(short.sums.found.count).toBe(sums.short);
    // Without an amount nobody can say that there is enough.
    expect(new Set(short.needs.map(({ egenandelStatus }) => egenandelStatus))).toEqual(new Set(['short', 'unknown']));
    expect(sums.states.reduce((sum, { count }) => sum + count, 0)).toBe(MANY);
  });
  it('sums exactly what is filtered, on all its pages', async () => {
    const found = await shown({ state: 'submitted' });
    const all = [
      ...found.needs,
      ...(await shown({ state: 'submitted', page: '2' })).needs,
      ...(await shown({ state: 'submitted', page: '3' })).needs,
    ];
    expect(all.every(({ state }) => state === 'submitted')).toBe(true);
    expect(found.sums.found).toEqual({
      count: all.length,
      network: all.reduce((sum, { network }) => sum + (network ?? 0), 0),
      uh: all.reduce((sum, { uh }) => sum + (uh ?? 0), 0),
    });
  });
  it('finds by a piece of the title, by the owner, and by the number, and takes % and _ as they are', async () => {
    const [one] = (await shown()).needs;
    expect((await shown({ q: String(one?.number) })).needs.map(({ id }) => id)).toContain(one?.id);
    expect((await shown({ q: 'bodØ' })).needs.every(({ ownerName }) => ownerName === 'Bodø')).toBe(true);
    expect((await shown({ q: 'bodø' })).sums.found.count).toBeGreaterThan(0);
    expect((await shown({ q: '100 %' })).needs.every(({ title }) => title.includes('100 %'))).toBe(true);
    expect((await shown({ q: '%' })).sums.found.count).toBeLessThan(MANY);
  });
  it('sorts by Norwegian letters and by what is asked, unknown last', async () => {
    const titles = (await shown({ sort: 'title' })).needs.map(({ title }) => title);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('nb').compare));
    const asked = (await shown({ sort: 'asked', descending: '1' })).needs.map(({ network, uh }) =>
      network === null || uh === null ? -1 : network + uh,
    );
    expect(asked).toEqual([...asked].sort((a, b) => b - a));
  });
  it('reads an address that is spelt wrong as if it were not there', async () => {
    const odd = await shown({
      state: 'draft',
      region: "x' OR 1=1",
      uh: ['a', 'b'],
      page: '-3',
      sort: 'id; DROP',
      q: 'a\u0000',
      descending: 'ja',
    });
    expect(odd.sums.found.count).toBe(MANY);
  });
  it('is for those who work with the round, and nobody else', async () => {
    for (const actor of ['approver', 'auditor'] as const) expect(await page({}, actor)).not.toBeNull();
    for (const actor of ['secretariat', 'member', 'skoleeier', 'coordinator', 'uh', 'stranger'] as const)
      expect(await page({}, actor)).toBeNull();
    expect(await page({ id: 'nowhere' })).toBeNull();
  });
});
