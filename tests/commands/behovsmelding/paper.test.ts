import { beforeAll, describe, expect, it } from 'vitest';
import { registerPaper } from '#lib/commands/behovsmelding/county';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { openRoundLate } from '#lib/commands/round';
import { models } from '#prisma/models';
import { downloadFromBehovsmelding } from '#lib/queries/attachment';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { roundBehovsmeldingerPage } from '#lib/queries/round';
import { day } from '#tests/support/day';
import { FALSE_FILES, fileOf, REAL } from '#tests/support/files';
import { freshWorld, recommend, row } from '#tests/support/recommended';
import { makeWorld, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** The week after the deadline, when the post has been opened. */
const THEN = new Date('2027-02-05T10:00:00.000Z');
const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: THEN });
const paper = (change: object = {}) => ({
  id: world.roundId,
  ownerId: world.owner.id,
  title: 'Lesing på papir',
  receivedOn: '2027-01-29',
  uhId: world.uh.id,
  lines: {
    network_2027: '100 000',
    uh_2027: '150 000',
    network_2028: '',
    uh_2028: '50000',
    network_2029: '',
    uh_2029: '',
  },
  egenandel: { year_2027: '75 000', year_2028: '15000', year_2029: '' },
  file: fileOf(REAL.pdf, 'skannet.pdf'),
  ...change,
});
const needs = () => models().behovsmelding.count();

describe('a need that came on paper', () => {
  it('is sent, marked with the day it came, with its sums and its sheets, and read by its owner', async () => {
    const outcome = await registerPaper(paper(), as('caseworker'));
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const { id } = outcome.value;
    const need = await models().behovsmelding.findUniqueOrThrow({
      where: { id },
      include: { lines: { orderBy: [{ budgetYear: 'asc' }, { side: 'asc' }] }, attachments: true },
    });
    expect(need).toMatchObject({
      state: 'submitted',
      years: 2,
      paperReceivedOn: new Date('2027-01-29'),
      regionId: world.regionId,
      submittedById: world.actors.caseworker.userId,
      askedUh: 200_000n,
    });
    expect(need.lines.map(({ side, budgetYear, amount }) => [side, budgetYear, amount])).toEqual([
      ['network', 2027, 100_000],
      ['uh', 2027, 150_000],
      ['network', 2028, null],
      ['uh', 2028, 50_000],
    ]);
    expect(need.attachments).toMatchObject([{ name: 'skannet.pdf', sentAt: THEN }]);
    expect((await readBehovsmelding({ id }, as('skoleeier')))?.need.title).toBe('Lesing på papir');
    expect(await readBehovsmelding({ id }, as('otherOwner'))).toBeNull();
    expect((await downloadFromBehovsmelding({ id: need.attachments[0]?.id }, as('skoleeier')))?.name).toBe(
      'skannet.pdf',
    );
    expect(
      (await models().message.findMany({ where: { kind: 'need-registered' } })).map(({ userId }) => userId),
    ).toEqual(expect.arrayContaining([world.actors.leader.userId, world.actors.uh.userId]));
    expect((await roundBehovsmeldingerPage({ id: world.roundId }, as('auditor')))?.needs).toMatchObject([
      { paperReceivedOn: day('2027-01-29'), lateReason: null, files: 1 },
    ]);
  });

  it('is in time by the day it came: on the last day, and not the day after, unless it is opened for its owner', async () => {
    expect(
      (await registerPaper(paper({ receivedOn: '2027-02-01', file: null, title: 'Siste dag' }), as('caseworker'))).kind,
    ).toBe('done');
    expect(await registerPaper(paper({ receivedOn: '2027-02-02' }), as('caseworker'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'after-deadline', lastDay: '2027-02-01' }],
    });
    await openRoundLate(
      { id: world.roundId, organisationId: world.other.id, until: '2027-02-08', reason: 'Posten var forsinket.' },
      as('caseworker'),
    );
    expect(
      (
        await registerPaper(
          paper({ ownerId: world.other.id, receivedOn: '2027-02-02', title: 'Sen post', file: null }),
          as('caseworker'),
        )
      ).kind,
    ).toBe('done');
    const late = (await roundBehovsmeldingerPage({ id: world.roundId, q: 'Sen post' }, as('caseworker')))?.needs;
    expect(late).toMatchObject([{ lateReason: 'Posten var forsinket.' }]);
  });

  it.each([
    [{ title: ' ' }, { title: 'required' }],
    [{ ownerId: '' }, { ownerId: 'required' }],
    [{ receivedOn: '' }, { receivedOn: 'required' }],
    [{ receivedOn: '2027-02-06' }, { receivedOn: 'in-the-future' }],
    [{ lines: {}, egenandel: {} }, { 'lines.network_2027': 'required' }],
    [{ lines: { network_2031: '5' }, egenandel: {} }, { 'lines.network_2031': 'out-of-range' }],
    [{ uhId: '', lines: { uh_2027: '5' }, egenandel: {} }, { 'lines.uh_2027': 'no-uh-chosen' }],
    [{ egenandel: { year_2029: '1' } }, { 'egenandel.year_2029': 'not-asked-for' }],
    [{ egenandel: { year_2027: '-1' } }, { 'egenandel.year_2027': 'negative' }],
    [{ lines: { network_2027: 'mye' } }, { 'lines.network_2027': 'not-a-number' }],
  ])('with %j is told which field is wrong', async (change, errors) => {
    const before = await needs();
    expect(await registerPaper(paper(change), as('caseworker'))).toEqual({ kind: 'invalid', errors });
    expect(await needs()).toBe(before);
  });

  it('has the egenandel of each year that it asks for; what the paper does not say is unknown, and is never 0', async () => {
    const egenandelOf = async (egenandel: object) => {
      const outcome = await registerPaper(paper({ egenandel, file: null, title: 'Egenandel' }), as('caseworker'));
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      const { plannedEgenandel, egenandelLines } = await models().behovsmelding.findUniqueOrThrow({
        where: { id: outcome.value.id },
        include: { egenandelLines: { orderBy: { position: 'asc' } } },
      });
      return [plannedEgenandel, egenandelLines.map(({ budgetYear, amount }) => [budgetYear, amount])];
    };
    expect(await egenandelOf({ year_2027: '75 000', year_2028: '0' })).toEqual([
      75_000n,
      [
        [2027, 75_000],
        [2028, 0],
      ],
    ]);
    expect(await egenandelOf({})).toEqual([
      null,
      [
        [2027, null],
        [2028, null],
      ],
    ]);
  });

  it('is for an owner of the county and a UH alone', async () => {
    expect(await registerPaper(paper({ ownerId: world.uh.id, uhId: world.owner.id }), as('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { ownerId: 'not-in-list', uhId: 'not-in-list' },
    });
  });

  it('is not registered when its sheets can not be taken', async () => {
    const before = await needs();
    expect(
      await registerPaper(paper({ file: fileOf(FALSE_FILES.plainZip, 'skannet.pdf') }), as('caseworker')),
    ).toMatchObject({ kind: 'refused', refusals: [{ code: 'file-other-inside' }] });
    expect([await needs(), await models().attachment.count()]).toEqual([before, 1]);
  });

  it.each(['skoleeier', 'leader', 'coordinator', 'uh', 'secretariat', 'approver', 'auditor', 'stranger'] as const)(
    'is not for %s to register',
    async (who) => {
      expect((await registerPaper(paper(), as(who))).kind).toBe('forbidden');
    },
  );

  it('is not registered once the innstilling is delivered', async () => {
    await models().round.update({ where: { id: world.roundId }, data: { state: 'recommended' } });
    expect((await registerPaper(paper(), as('caseworker'))).kind).toBe('forbidden');
  });
});

describe('from paper to proposal', () => {
  it('its egenandel carries it: 30 % of 500 000 kr', async () => {
    world = await freshWorld();
    const of = async (ownerId: string, egenandel: object) => {
      const outcome = await registerPaper(
        paper({ ownerId, lines: { network_2027: '200 000', uh_2027: '300 000' }, egenandel, file: null }),
        as('caseworker'),
      );
      return outcome.kind === 'done' ? outcome.value.id : '';
    };
    const silent = await of(world.other.id, {});
    const whole = await of(world.owner.id, { year_2027: '150 000' });
    await recommend(world, [whole, silent]);
    await allocateRound(
      { id: world.roundId, rows: { [whole]: row(200_000, 300_000), [silent]: row(200_000, 300_000) } },
      as('caseworker'),
    );
    expect(await proposeRound({ id: world.roundId }, as('caseworker'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'egenandel-unknown', title: 'Lesing på papir' }],
    });
    await allocateRound(
      {
        id: world.roundId,
        rows: { [whole]: row(200_000, 300_000), [silent]: row(0, 0, 'Sier ikke noe om egenandelen.') },
      },
      as('caseworker'),
    );
    expect(await proposeRound({ id: world.roundId }, as('caseworker'))).toMatchObject({ kind: 'done' });
  });
});
