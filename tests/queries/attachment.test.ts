import { beforeAll, describe, expect, it } from 'vitest';
import { attachToHalf, attachToBehovsmelding } from '#lib/commands/attachment';
import { detachFromBehovsmelding } from '#lib/commands/attachment';
import { models } from '#prisma/models';
import {
  downloadFromHalf,
  downloadFromBehovsmelding,
  filesOfHalf,
  filesOfBehovsmelding,
} from '#lib/queries/attachment';
import { fileOf, REAL } from '#tests/support/files';
import { makeReport } from '#tests/support/report';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

type Who = keyof World['actors'];
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: Who) => ({ actor: world.actors[who], now: NOW });
const EVERYBODY: readonly Who[] = [
  'skoleeier',
  'otherOwner',
  'coordinator',
  'uh',
  'otherUh',
  'secretariat',
  'member',
  'caseworker',
  'approver',
  'auditor',
  'stranger',
];
/** Those of all who are given the file. */
async function readers(query: typeof downloadFromBehovsmelding, id: string): Promise<Who[]> {
  const found = await Promise.all(EVERYBODY.map(async (who) => ((await query({ id }, as(who))) === null ? [] : [who])));
  return found.flat();
}
async function attached(file = fileOf(REAL.pdf, 'referat.pdf')) {
  const id = await makeBehovsmelding(world);
  const outcome = await attachToBehovsmelding({ id, file }, as('skoleeier'));
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return { id, file: outcome.value.attachmentId };
}
const move = (id: string, state: string) =>
  models().behovsmelding.update({
    where: { id },
    data: { state, submittedById: world.actors.skoleeier.userId, submittedAt: NOW },
  });

describe('a file of a behovsmelding', () => {
  it('is read by those who may read the behovsmelding, and by no other', async () => {
    const { id, file } = await attached();
    const inDraft = await readers(downloadFromBehovsmelding, file);
    expect(
      inDraft.filter((who) =>
        ['otherOwner', 'otherUh', 'secretariat', 'member', 'caseworker', 'approver', 'auditor', 'stranger'].includes(
          who,
        ),
      ),
    ).toEqual([]);
    expect(inDraft).toEqual(expect.arrayContaining(['skoleeier', 'coordinator']));
    await move(id, 'submitted');
    expect(await readers(downloadFromBehovsmelding, file)).toEqual([
      'skoleeier',
      'coordinator',
      'uh',
      'secretariat',
      'member',
      'caseworker',
      'approver',
      'auditor',
    ]);
    await move(id, 'returned');
    expect(await readers(downloadFromBehovsmelding, file)).toEqual([
      'skoleeier',
      'coordinator',
      'uh',
      'caseworker',
      'approver',
      'auditor',
    ]);
  });

  it('is given byte for byte, also when it is read in several pieces', async () => {
    const large = new Uint8Array(2_500_000).fill(0x20);
    large.set(REAL.pdf, 0);
    large.set(Buffer.from('%%EOF'), large.length - 5);
    const { file } = await attached(fileOf(large, 'stor.pdf'));
    const found = await downloadFromBehovsmelding({ id: file }, as('skoleeier'));
    expect(found).toMatchObject({ name: 'stor.pdf', kind: 'pdf', size: 2_500_000 });
    expect(Buffer.from(await new Response(found?.open()).arrayBuffer()).equals(large)).toBe(true);
  });

  it('is shown after it was removed to those who read the log, and to no other', async () => {
    const { id, file } = await attached();
    await move(id, 'submitted');
    await move(id, 'returned');
    await detachFromBehovsmelding({ id: file }, as('skoleeier'));
    await move(id, 'submitted');
    expect(await readers(downloadFromBehovsmelding, file)).toEqual(['caseworker', 'approver', 'auditor']);
    expect((await filesOfBehovsmelding({ id }, as('skoleeier')))?.files).toEqual([]);
    expect((await filesOfBehovsmelding({ id }, as('auditor')))?.files).toMatchObject([
      { name: 'referat.pdf', sentAt: NOW, removedAt: NOW },
    ]);
  });

  it('is not found where there is none, nor as the file of a report', async () => {
    const { file } = await attached();
    for (const id of ['nothing', "x' OR 1=1", 5, null])
      expect(await downloadFromBehovsmelding({ id }, as('skoleeier'))).toBeNull();
    expect(await downloadFromHalf({ id: file }, as('skoleeier'))).toBeNull();
  });
});

describe('a file of a half of a report', () => {
  it('is read as the half is: its party at once, the county and the forum when it is filed', async () => {
    const { uh, owner } = await makeReport(world);
    const outcome = await attachToHalf({ id: uh, file: fileOf(REAL.xlsx, 'regnskap.xlsx') }, as('uh'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const id = outcome.value.attachmentId;
    expect(await readers(downloadFromHalf, id)).toEqual(['skoleeier', 'coordinator', 'uh']);
    await models().reportHalf.update({
      where: { id: uh },
      data: { state: 'filed', filedById: world.actors.uh.userId, filedAt: NOW },
    });
    expect(await readers(downloadFromHalf, id)).toEqual([
      'skoleeier',
      'coordinator',
      'uh',
      'secretariat',
      'member',
      'caseworker',
      'approver',
      'auditor',
    ]);
    expect(await filesOfHalf({ id: owner }, as('skoleeier'))).toMatchObject({ files: [], mayChange: true });
    expect(await filesOfHalf({ id: uh }, as('skoleeier'))).toMatchObject({ mayChange: false });
  });
});
