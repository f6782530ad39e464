import { beforeAll, describe, expect, it } from 'vitest';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { writeNote } from '#lib/commands/behovsmelding/comment';
import { models } from '#prisma/models';
import { readBehovsmelding, writeBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { notesOn } from '#lib/queries/behovsmelding/comment';
import { roundPage } from '#lib/queries/round';
import { day } from '#tests/support/day';
import { makeBehovsmelding, makeWorld, NOW, TOO_LATE, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const give = (id: string, change: object = {}) =>
  returnBehovsmelding(
    {
      id,
      comment: 'Rett dette.',
      until: '2027-02-08',
      fields: { goals: 'Skriv hva som kan måles.', need: ' ' },
      ...change,
    },
    as('caseworker'),
  );

describe('a need given back', () => {
  it('has a comment at each field that got one, until a day, and is answered when it is sent again', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    expect((await give(id)).kind).toBe('done');
    expect(await models().behovsmelding.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'returned',
      returnedUntil: new Date('2027-02-08'),
    });
    const comments = (await writeBehovsmelding({ id }, as('skoleeier')))?.returned;
    expect(comments).toMatchObject([
      { field: 'goals', text: 'Skriv hva som kan måles.', authorName: 'Sara Saksbehandler', resolvedAt: null },
    ]);
    expect((await submitBehovsmelding({ id }, as('leader', TOO_LATE))).kind).toBe('done');
    expect((await readBehovsmelding({ id }, as('caseworker')))?.returned).toMatchObject([
      { field: 'goals', resolvedAt: TOO_LATE, resolvedByName: world.actors.leader.name },
    ]);
    expect((await models().behovsmelding.findUniqueOrThrow({ where: { id } })).returnedUntil).toBeNull();
  });

  it('has until the innstilling’s last day at most, and stands with its title on the page where the round is closed', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted', title: 'Til rettelse' });
    expect((await give(id, { until: '2027-03-15' })).kind).toBe('done');
    expect((await roundPage({ id: world.roundId }, as('caseworker')))?.notSent).toContainEqual({
      needId: id,
      title: 'Til rettelse',
      ownerName: 'Fauske',
      lastDay: day('2027-03-15'),
      undated: false,
    });
    expect((await roundPage({ id: world.roundId }, as('leader')))?.notSent).toEqual([]);
  });

  it('is sent again on its last day, and not the day after', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    await give(id);
    expect(await submitBehovsmelding({ id }, as('leader', new Date('2027-02-08T23:00:00Z')))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'after-deadline', lastDay: '2027-02-08' }],
    });
    expect((await submitBehovsmelding({ id }, as('leader', new Date('2027-02-08T22:59:59Z')))).kind).toBe('done');
  });

  it.each([
    [{ comment: '' }, { comment: 'required' }],
    [{ until: '2027-01-14' }, { until: 'in-the-past' }],
    [{ until: '2027-03-16' }, { until: 'after-innstilling' }],
    [{ fields: { goals: 'a'.repeat(1001) } }, { 'fields.goals': 'too-long' }],
  ])('with %j is not given back', async (change, errors) => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    expect(await give(id, change)).toEqual({ kind: 'invalid', errors });
    expect(await models().comment.count({ where: { behovsmeldingId: id } })).toBe(0);
  });

  it('takes no comment on what is no field', async () => {
    expect((await give(await makeBehovsmelding(world, { state: 'submitted' }), { fields: { state: 'x' } })).kind).toBe(
      'invalid',
    );
  });

  it('shows what was said of its fields to the owner and the county, and not to the UH or the forum', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    await give(id);
    await models().behovsmelding.update({ where: { id }, data: { state: 'submitted', returnedUntil: null } });
    for (const who of ['skoleeier', 'coordinator', 'caseworker', 'approver', 'auditor'] as const)
      expect([who, (await readBehovsmelding({ id }, as(who)))?.returned.length]).toEqual([who, 1]);
    for (const who of ['uh', 'secretariat', 'member'] as const)
      expect([who, (await readBehovsmelding({ id }, as(who)))?.returned ?? []]).toEqual([who, []]);
  });
});

describe('an internal note', () => {
  it('is read by Statsforvalteren and the auditor alone, and is in no history but theirs', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    expect((await writeNote({ id, text: 'Ring kommunen.' }, as('caseworker'))).kind).toBe('done');
    expect((await writeNote({ id, text: 'Gjort.' }, as('approver'))).kind).toBe('done');
    for (const who of ['caseworker', 'caseworker2', 'approver', 'auditor'] as const)
      expect((await notesOn({ id }, as(who)))?.notes.map(({ text }) => text)).toEqual(['Ring kommunen.', 'Gjort.']);
    for (const who of [
      'skoleeier',
      'leader',
      'coordinator',
      'contributor',
      'uh',
      'secretariat',
      'member',
      'otherOwner',
      'stranger',
    ] as const) {
      expect(await notesOn({ id }, as(who))).toBeNull();
      expect(
        (await readBehovsmelding({ id }, as(who)))?.history.filter(({ action }) => action === 'note.write') ?? [],
      ).toEqual([]);
    }
    expect(
      (await readBehovsmelding({ id }, as('auditor')))?.history.filter(({ action }) => action === 'note.write'),
    ).toHaveLength(2);
    expect(
      JSON.stringify(await models().auditEntry.findMany({ where: { subjectId: id } }), (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    ).not.toContain('Ring kommunen');
  });

  it.each(['skoleeier', 'leader', 'uh', 'secretariat', 'auditor', 'stranger'] as const)(
    'is not for %s to write',
    async (who) => {
      expect(
        (await writeNote({ id: await makeBehovsmelding(world, { state: 'submitted' }), text: 'Nei.' }, as(who))).kind,
      ).toBe('forbidden');
    },
  );

  it('is not written on a draft, which Statsforvalteren does not see', async () => {
    expect((await writeNote({ id: await makeBehovsmelding(world), text: 'Nei.' }, as('caseworker'))).kind).toBe(
      'forbidden',
    );
  });
});
