import { createHash } from 'node:crypto';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { models } from '#prisma/models';
import { roundBehovsmeldingerPage } from '#lib/queries/round';
import { textsFor } from '#lib/texts/texts';
import { REAL } from '#tests/support/files';
import { headersOfVisitor, visitAs } from '#tests/support/visitor';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';
import { BehovsmeldingerTable } from '../../app/(portal)/runder/[id]/behovsmeldinger/table';
import { GET as needsOfRound } from '../../app/api/runder/[id]/behovsmeldinger/route';
import { GET as file } from '../../app/api/vedlegg/[id]/route';

vi.mock('next/headers', () => headersOfVisitor);

type Who = keyof World['actors'] | 'nobody';
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => vi.useRealTimers());

async function ask(route: typeof file, id: string, who: Who, query = ''): Promise<Response> {
  await visitAs(who === 'nobody' ? null : world.actors[who].userId, NOW);
  return route(new Request(`http://localhost:3000/api/${query}`), { params: Promise.resolve({ id }) });
}
const said = async (answer: Response) => ({
  status: answer.status,
  headers: Object.fromEntries(answer.headers),
  body: await answer.text(),
});
/** The one answer to what is not there and to what is another's. */
const NOT_THERE = { status: 404, headers: { 'cache-control': 'no-store' }, body: '' };

describe('a file that is downloaded', () => {
  const attach = async (behovsmeldingId: string, name: string): Promise<string> =>
    (
      await models().attachment.create({
        data: {
          behovsmeldingId,
          name,
          kind: 'pdf',
          size: REAL.pdf.length,
          sha256: createHash('sha256').update(REAL.pdf).digest('hex'),
          addedById: 'kari',
          bytes: { create: { bytes: REAL.pdf } },
        },
      })
    ).id;

  it('is saved and never shown, never guessed at, and kept nowhere on the way', async () => {
    const answer = await ask(file, await attach(await makeBehovsmelding(world), 'referat.pdf'), 'skoleeier');
    expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([
      200,
      {
        'content-type': 'application/pdf',
        'content-length': String(REAL.pdf.length),
        'content-disposition': `attachment; filename="referat.pdf"; filename*=UTF-8''referat.pdf`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(REAL.pdf)).toBe(true);
  });

  it('has a name that can neither end its header nor begin another', async () => {
    const answer = await ask(file, await attach(await makeBehovsmelding(world), `"æ\r\nX: y'".pdf`), 'skoleeier');
    // æ is C3 A6 in UTF-8, carriage return 0D, line feed 0A, the quotes 22 and 27.
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="____X: y'_.pdf"; filename*=UTF-8''%22%C3%A6%0D%0AX%3A%20y%27%22.pdf`,
    );
    expect(answer.headers.get('x')).toBeNull();
  });

  it('is answered alike when there is none and when it is another’s', async () => {
    const id = await attach(await makeBehovsmelding(world), 'referat.pdf');
    for (const who of ['otherOwner', 'otherUh', 'caseworker', 'auditor', 'nobody'] as const)
      expect([who, await said(await ask(file, id, who))]).toEqual([who, NOT_THERE]);
    for (const none of ['nothing', "x' OR 1=1", ''])
      expect(await said(await ask(file, none, 'skoleeier'))).toEqual(NOT_THERE);
  });
});

describe('the needs of a round as a table for a spreadsheet', () => {
  const FORMULA = '=SUM(A1)';

  it('is a file of its own name, with what was sent and no draft', async () => {
    await makeBehovsmelding(world, { state: 'submitted', title: 'Tidlig innsats' });
    await makeBehovsmelding(world, { title: 'Ikke sendt' });
    const { status, headers, body } = await said(await ask(needsOfRound, world.roundId, 'caseworker'));
    expect([status, headers]).toEqual([
      200,
      {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="behov-dekomp-provefylke-2027.csv"',
        'cache-control': 'private, no-store',
      },
    ]);
    expect(body).toContain(';Tidlig innsats;');
    expect(body).not.toContain('Ikke sendt');
  });

  it('is for the round’s own Statsforvalter, and to all others there is none', async () => {
    for (const who of ['approver', 'auditor'] as const)
      expect((await ask(needsOfRound, world.roundId, who)).status).toBe(200);
    for (const who of ['skoleeier', 'coordinator', 'uh', 'secretariat', 'member', 'nobody'] as const)
      expect([who, await said(await ask(needsOfRound, world.roundId, who))]).toEqual([who, NOT_THERE]);
    expect(await said(await ask(needsOfRound, 'nowhere', 'caseworker'))).toEqual(NOT_THERE);
    await models().county.create({
      data: { id: 'nabofylke', name: 'Nabofylke', prefix: 'NF', statsforvalterName: 'Statsforvalteren i Nabofylke' },
    });
    await models().roleGrant.updateMany({
      where: { userId: world.actors.caseworker2.userId },
      data: { countyId: 'nabofylke' },
    });
    expect(await said(await ask(needsOfRound, world.roundId, 'caseworker2'))).toEqual(NOT_THERE);
  });

  it('is not another round’s when the address asks for that', async () => {
    expect((await said(await ask(needsOfRound, 'nowhere', 'caseworker', `?id=${world.roundId}`))).status).toBe(404);
  });

  it('holds a title that looks like a formula as text, as the page does', async () => {
    await makeBehovsmelding(world, { state: 'submitted', title: FORMULA });
    const { body } = await said(
      await ask(needsOfRound, world.roundId, 'caseworker', `?q=${encodeURIComponent(FORMULA)}`),
    );
    expect(
      body
        .split('\r\n')
        .map((row) => row.split(';')[5])
        .slice(1),
    ).toEqual([`'${FORMULA}`, undefined]);
    await makeBehovsmelding(world, { state: 'submitted', title: `${FORMULA}<b>&` });
    const page = await roundBehovsmeldingerPage(
      { id: world.roundId, q: FORMULA },
      { actor: world.actors.caseworker, now: NOW },
    );
    if (page === null) throw new Error('The list was not found');
    const html = renderToStaticMarkup(createElement(BehovsmeldingerTable, { t: textsFor('nb'), page }));
    expect(html).toContain(`>${FORMULA}<`);
    expect(html).toContain(`>${FORMULA}&lt;b&gt;&amp;<`);
  });
});
