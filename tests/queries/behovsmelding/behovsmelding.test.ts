import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '#prisma/models';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { listBehovsmeldinger, newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { listOfDispensations, readDispensation } from '#lib/queries/behovsmelding/comment';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let ids: { draft: string; sent: string; others: string };
beforeAll(async () => {
  world = await makeWorld();
  ids = {
    draft: await makeBehovsmelding(world),
    sent: await makeBehovsmelding(world, { state: 'submitted' }),
    others: await makeBehovsmelding(world, { ownerId: world.other.id }),
  };
  await askIn(world, ids.draft, 'comment');
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const sees = async (who: keyof World['actors']) => {
  const list = await listBehovsmeldinger({}, as(who));
  return list?.rows.map(({ id }) => id).sort() ?? null;
};

describe('who sees which needs', () => {
  const WHO: [who: keyof World['actors'], needs: (keyof typeof ids)[]][] = [
    ['skoleeier', ['draft', 'sent']],
    ['writer', ['draft', 'sent']],
    ['leader', ['draft', 'sent']],
    ['contributor', ['draft']],
    ['otherOwner', ['others']],
    ['coordinator', ['draft', 'sent']],
    ['uh', ['draft', 'sent', 'others']],
    ['otherUh', []],
    ['caseworker', ['sent']],
    ['approver', ['sent']],
    ['auditor', ['sent']],
    ['secretariat', ['sent']],
    ['member', ['sent']],
  ];
  it.each(WHO)('%s sees %j in the list, and the same one by one', async (who, needs) => {
    expect(await sees(who)).toEqual(needs.map((name) => ids[name]).sort());
    for (const id of Object.values(ids)) {
      const found = await readBehovsmelding({ id }, as(who));
      expect(found?.need.id).toBe(needs.some((name) => ids[name] === id) ? id : undefined);
    }
  });

  it('answers alike for what is missing, malformed and not theirs', async () => {
    for (const id of [ids.draft, 'no-such', 'a b', '', 5, ['x']])
      expect(await readBehovsmelding({ id }, as('caseworker'))).toBeNull();
    expect(await sees('stranger')).toBeNull();
  });

  it('takes any page number a reader may type', async () => {
    for (const side of ['0', '-1', 'x', '99999999999', ['1', '2']])
      expect((await listBehovsmeldinger({ side }, as('skoleeier')))?.page).toBe(1);
  });
});

it('offers owners to report for: one own, and those who have delegated', async () => {
  expect((await newBehovsmelding({}, as('skoleeier')))?.owners).toMatchObject([{ name: 'Fauske', delegated: false }]);
  expect((await newBehovsmelding({}, as('coordinator')))?.owners).toMatchObject([{ name: 'Fauske', delegated: true }]);
  expect(await newBehovsmelding({}, as('caseworker'))).toBeNull();
});

describe('a request for a dispensation', () => {
  let id: string;
  beforeAll(async () => {
    id = (
      await models().dispensation.create({
        data: {
          rule: 'egenandel',
          roundId: world.roundId,
          behovsmeldingId: ids.draft,
          reason: 'Liten kommune.',
          askedById: world.actors.skoleeier.userId,
        },
      })
    ).id;
  });

  it('shows the caseworker the title, the owner, the sums and the reason, and nothing else of the draft', async () => {
    const found = await readDispensation({ id }, as('caseworker'));
    expect(found).toMatchObject({
      mayDecide: true,
      mayRead: false,
      about: { title: 'Tidlig innsats', ownerName: 'Fauske' },
      dispensation: { reason: 'Liten kommune.' },
    });
    const told = JSON.stringify(found);
    for (const secret of ['Elevene strever', 'Flere leser', 'kari@example.no', '75000000', world.uh.id])
      expect(told).not.toContain(secret);
  });

  it('is listed for those it concerns, and for nobody else', async () => {
    for (const who of ['caseworker', 'approver', 'auditor', 'skoleeier', 'coordinator'] as const)
      expect(await listOfDispensations({}, as(who))).toHaveLength(1);
    expect(await listOfDispensations({}, as('otherOwner'))).toEqual([]);
    for (const who of ['uh', 'member', 'stranger'] as const) expect(await listOfDispensations({}, as(who))).toBeNull();
    expect(await readDispensation({ id }, as('otherOwner'))).toBeNull();
  });
});

it('a UH and an owner find what they are part of, and what is completed as it was sent, also when taken out of it since', async () => {
  const behovsmeldingId = await makeBehovsmelding(world, { state: 'submitted', title: 'Som sendt' });
  const where = { behovsmeldingId };
  await models().behovsmeldingParty.create({ data: { behovsmeldingId, organisationId: world.other.id } });
  await models().behovsmeldingUh.create({ data: { behovsmeldingId, organisationId: world.otherUh.id } });
  for (const who of ['otherUh', 'otherOwner'] as const) expect(await sees(who)).toContain(behovsmeldingId);
  await models().behovsmelding.update({ where: { id: behovsmeldingId }, data: { state: 'returned' } });
  await models().behovsmeldingUh.deleteMany({ where: { ...where, organisationId: world.otherUh.id } });
  await models().behovsmeldingParty.deleteMany({ where });
  for (const who of ['otherUh', 'otherOwner'] as const) {
    expect(await sees(who)).toContain(behovsmeldingId);
    expect((await readBehovsmelding({ id: behovsmeldingId }, as(who)))?.need.title).toBe('Som sendt');
  }
});
