import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { askForApproval } from '#lib/commands/behovsmelding/send';
import { askForDispensation } from '#lib/commands/behovsmelding/county';
import { writeComment } from '#lib/commands/behovsmelding/comment';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { withdrawBehovsmelding } from '#lib/commands/behovsmelding/write';
import { writeNote } from '#lib/commands/behovsmelding/comment';
import { addSubPartnerOf } from '#lib/commands/behovsmelding/partners';
import { addAttachment } from '#lib/db/attachment';
import { restate } from '#lib/db/behovsmelding/status';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { everyQuery, telling, type Asked } from '#tests/support/asked';
import { REAL } from '#tests/support/files';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

type Who = keyof World['actors'];

let world: World;
let queries: Asked[];
let drafts: { plain: string; asks: string };
let inputs: object[];
const as = (who: Who) => ({ actor: world.actors[who], now: NOW });

// What is written in a draft, each text with a word that stands nowhere else.
const SECRETS = {
  need: 'HEMMELIGbehov',
  goals: 'HEMMELIGmål',
  measureDescription: 'HEMMELIGtiltak',
  contactEmail: 'hemmelig@eier.no',
  participants: 'HEMMELIGskole',
  evidence: 'HEMMELIGgrunnlag',
};
const WORDS = /HEMMELIG|hemmelig@/;

beforeAll(async () => {
  world = await makeWorld();
  queries = await everyQuery();
  drafts = {
    plain: await makeBehovsmelding(world, { title: 'HEMMELIGtittel' }),
    asks: await makeBehovsmelding(world, { title: 'Ber om dispensasjon', egenandel: 1000 }),
  };
  await models().behovsmelding.updateMany({ where: { id: { in: Object.values(drafts) } }, data: SECRETS });
  await askIn(world, drafts.plain, 'comment');
  for (const id of Object.values(drafts)) {
    await writeComment({ id, field: 'goals', text: 'HEMMELIGkommentar' }, as('writer'));
    await askForApproval({ id }, as('writer'));
  }
  expect((await askForDispensation({ id: drafts.asks, reason: 'Liten kommune.' }, as('skoleeier'))).kind).toBe('done');
  const dispensation = await models().dispensation.findFirstOrThrow();
  const ids = [
    ...Object.values(drafts),
    dispensation.id,
    world.roundId,
    world.owner.id,
    world.uh.id,
    world.regionId,
    world.forumId,
    world.countyId,
  ];
  inputs = [
    {},
    ...ids.map((id) => ({ id })),
    { id: world.roundId, q: 'HEMMELIG', state: 'draft' },
    { sak: 'HEMMELIG' },
    { fylke: world.countyId, aar: '2027' },
  ];
});

const tells = (who: Who, words: RegExp): Promise<string[]> => telling(queries, inputs, as(who), words);
const leaks = (who: Who): Promise<string[]> => tells(who, WORDS);

describe('what is written in a draft', () => {
  it('is read by the owner’s side, and by whom it has asked', async () => {
    for (const who of ['skoleeier', 'writer', 'leader', 'coordinator', 'contributor'] as const)
      expect(await leaks(who)).toEqual(
        expect.arrayContaining(['listBehovsmeldinger', 'readBehovsmelding', 'commentsOn']),
      );
  });

  it('stands in no page, list, count, search, log or message for anybody else', async () => {
    const others = (Object.keys(world.actors) as Who[]).filter(
      (who) => !['skoleeier', 'writer', 'leader', 'coordinator', 'contributor', 'uh'].includes(who),
    );
    expect(others).toEqual(
      expect.arrayContaining([
        'otherOwner',
        'otherUh',
        'secretariat',
        'member',
        'caseworker',
        'approver',
        'auditor',
        'stranger',
      ]),
    );
    for (const who of others) expect([who, await leaks(who)]).toEqual([who, []]);
  });

  it('is not read by the UH it names before it is shared, and is when it is', async () => {
    await models().behovsmeldingUh.updateMany({ data: { sharedAt: null, sharedById: null } });
    expect(await leaks('uh')).toEqual([]);
    await models().behovsmeldingUh.updateMany({
      where: { behovsmeldingId: drafts.plain },
      data: { sharedAt: NOW, sharedById: world.actors.skoleeier.userId },
    });
    expect(await leaks('uh')).toEqual(expect.arrayContaining(['readBehovsmelding', 'commentsOn']));
  });

  it('has a title that Statsforvalteren sees only where a dispensation is asked for, and the forum nowhere', async () => {
    for (const who of ['caseworker', 'approver', 'auditor', 'secretariat', 'member'] as const) {
      const titled = await tells(who, /Ber om dispensasjon/);
      if (who === 'secretariat' || who === 'member') expect(titled).toEqual([]);
      expect([who, titled.filter((name) => !/dispensation|readStart|readLog|readInbox/i.test(name))]).toEqual([
        who,
        [],
      ]);
    }
  });
});

describe('what is written in a need that was given back', () => {
  let needs: { completed: string; withdrawn: string };
  const attach = (behovsmeldingId: string, name: string, bytes: Uint8Array<ArrayBuffer>, sentAt?: Date) =>
    addAttachment(
      db(),
      { behovsmeldingId },
      {
        name,
        kind: 'pdf',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        key: null,
        addedById: world.actors.skoleeier.userId,
        addedAt: NOW,
        bytes,
        ...(sentAt && { sentAt }),
      },
    );

  beforeAll(async () => {
    needs = {
      completed: await makeBehovsmelding(world, { state: 'submitted', title: 'Sendt tittel' }),
      withdrawn: await makeBehovsmelding(world, { state: 'submitted', title: 'Sendt tittel' }),
    };
    const files: string[] = [];
    for (const id of Object.values(needs)) {
      files.push(await attach(id, 'sendt.pdf', REAL.pdf, NOW));
      expect((await returnBehovsmelding({ id, comment: 'Skriv mer.' }, as('caseworker'))).kind).toBe('done');
      await models().behovsmelding.update({ where: { id }, data: { ...SECRETS, title: 'HEMMELIGtittel' } });
      if (id === needs.completed)
        await models().behovsmeldingLine.updateMany({ where: { behovsmeldingId: id }, data: { amount: 77_777 } });
      await models().egenandelLine.updateMany({ where: { behovsmeldingId: id }, data: { note: 'HEMMELIGlinje' } });
      await models().behovsmeldingUh.create({
        data: { behovsmeldingId: id, organisationId: world.otherUh.id, contact: 'HEMMELIGkontakt' },
      });
      await models().behovsmeldingParty.create({ data: { behovsmeldingId: id, organisationId: world.other.id } });
      await models().behovsmeldingUh.updateMany({ where: { behovsmeldingId: id }, data: { plan: 'HEMMELIGplan' } });
      expect(
        (
          await addSubPartnerOf(
            { id, throughId: world.uh.id, name: 'HEMMELIGsenter', country: '', what: '' },
            as('skoleeier'),
          )
        ).kind,
      ).toBe('done');
      files.push(await attach(id, 'HEMMELIG.png', REAL.png));
      await models().attachment.updateMany({
        where: { behovsmeldingId: id, name: 'sendt.pdf' },
        data: { removedAt: NOW, removedById: world.actors.skoleeier.userId },
      });
      // A request is about the sums as they are now: the one that asks leaves them as they were sent.
      if (id === needs.withdrawn)
        expect((await askForDispensation({ id, reason: 'Liten kommune.' }, as('skoleeier'))).kind).toBe('done');
      await writeNote({ id, text: 'Ring dem.' }, as('caseworker'));
    }
    expect((await withdrawBehovsmelding({ id: needs.withdrawn }, as('skoleeier'))).kind).toBe('done');
    const dispensations = await models().dispensation.findMany({
      where: { behovsmeldingId: { in: Object.values(needs) } },
    });
    inputs = [
      {},
      ...[...Object.values(needs), ...files, ...dispensations.map(({ id }) => id), world.roundId, world.countyId].map(
        (id) => ({ id }),
      ),
      { id: world.roundId, q: 'HEMMELIG' },
      { id: world.roundId, uh: world.otherUh.id },
      { sak: 'HEMMELIG' },
    ];
  });

  it('is read by those who complete it, and by the UH that shares it', async () => {
    for (const who of ['skoleeier', 'writer', 'coordinator', 'uh'] as const)
      expect([who, await leaks(who)]).toEqual([
        who,
        expect.arrayContaining([
          'listBehovsmeldinger',
          'readBehovsmelding',
          'filesOfBehovsmelding',
          'downloadFromBehovsmelding',
        ]),
      ]);
  });

  it('stands in no page, list, search, log, file or message for anybody else, also when it is withdrawn instead of sent', async () => {
    for (const who of [
      'otherOwner',
      'otherUh',
      'secretariat',
      'member',
      'caseworker',
      'approver',
      'auditor',
      'stranger',
    ] as const)
      expect([who, await leaks(who)]).toEqual([who, []]);
    for (const who of ['caseworker', 'auditor'] as const)
      expect([who, await tells(who, /77777|155554/)]).toEqual([who, []]);
  });

  it('leaves what was sent to be read, found and summed, with its file, until it is sent again', async () => {
    expect(await tells('caseworker', /Sendt tittel/)).toEqual(
      expect.arrayContaining([
        'listBehovsmeldinger',
        'readBehovsmelding',
        'roundBehovsmeldingerPage',
        'roundBehovsmeldingerExport',
        'readLog',
        'filesOfBehovsmelding',
      ]),
    );
    expect(await tells('caseworker', /sendt\.pdf/)).toEqual(
      expect.arrayContaining(['readBehovsmelding', 'filesOfBehovsmelding', 'downloadFromBehovsmelding']),
    );
    expect(await tells('caseworker', /Elevene strever med lesing/)).toEqual(['readBehovsmelding']);
    await models().behovsmelding.update({ where: { id: needs.completed }, data: { state: 'submitted' } });
    await restate(db(), [needs.completed]);
    expect(await leaks('caseworker')).toEqual(
      expect.arrayContaining([
        'listBehovsmeldinger',
        'readBehovsmelding',
        'roundBehovsmeldingerPage',
        'filesOfBehovsmelding',
        'downloadFromBehovsmelding',
      ]),
    );
  });
});
