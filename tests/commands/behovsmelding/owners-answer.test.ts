import { beforeAll, describe, expect, it } from 'vitest';
import { confirmForOwner } from '#lib/commands/behovsmelding/send';
import { objectForOwner } from '#lib/commands/behovsmelding/send';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { listBehovsmeldinger } from '#lib/queries/behovsmelding/list';
import { readStart } from '#lib/queries/start';
import { violated } from '#tests/support/refused';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const need = (id: string) => models().behovsmelding.findUniqueOrThrow({ where: { id } });
const tasks = async (who: keyof World['actors'], id: string) =>
  ((await readStart({}, as(who)))?.tasks ?? [])
    .filter((task) => task.id === id)
    .map(({ kind, who: whose, note }) => [kind, whose, note]);
const said = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one));

/** A need that the coordinator has sent for its owner, and for another owner besides. */
async function sent(network = false): Promise<string> {
  const id = await makeBehovsmelding(world);
  if (network)
    await models().behovsmeldingParty.create({ data: { behovsmeldingId: id, organisationId: world.other.id } });
  expect((await submitBehovsmelding({ id }, as('coordinator'))).kind).toBe('done');
  return id;
}

describe('a need that the coordinator sends for an owner', () => {
  it('says under which delegation, and waits for the owner’s leader, who is told; one the owner sends does not', async () => {
    const id = await sent();
    const delegation = await models().delegation.findFirstOrThrow({ where: { organisationId: world.owner.id } });
    expect(await need(id)).toMatchObject({
      delegationId: delegation.id,
      submittedById: world.actors.coordinator.userId,
      ownerConfirmedAt: null,
    });
    expect(await tasks('leader', id)).toEqual([['need-owner-confirm', 'Fauske', '']]);
    expect((await readBehovsmelding({ id }, as('caseworker')))?.need).toMatchObject({
      delegatedTo: 'RKK Salten',
      submittedByName: 'Kaja Koordinator',
      ownerConfirmedAt: null,
    });
    expect(
      await models().message.count({ where: { subjectId: id, kind: 'need-sent', userId: world.actors.leader.userId } }),
    ).toBe(1);
    const own = await makeBehovsmelding(world);
    await submitBehovsmelding({ id: own }, as('skoleeier'));
    expect(await need(own)).toMatchObject({ delegationId: null });
    expect(await tasks('leader', own)).toEqual([]);
    expect(await confirmForOwner({ id: own }, as('leader'))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'nothing-to-confirm' }],
    });
  });

  it('waits for the leader also when the coordinator writes for the owner besides', async () => {
    const { writer, coordinator } = world.actors;
    const both = { ...coordinator, grants: [...writer.grants, ...coordinator.grants] };
    const id = await makeBehovsmelding(world);
    expect((await submitBehovsmelding({ id }, { actor: both, now: NOW })).kind).toBe('done');
    expect((await need(id)).delegationId).not.toBeNull();
    expect(await tasks('leader', id)).toEqual([['need-owner-confirm', 'Fauske', '']]);
  });

  it('is confirmed once, by the owner’s leader alone', async () => {
    const id = await sent();
    for (const who of ['writer', 'coordinator', 'otherOwner', 'uh', 'caseworker', 'stranger'] as const)
      expect((await confirmForOwner({ id }, as(who))).kind).toBe('forbidden');
    const both = await Promise.all([confirmForOwner({ id }, as('leader')), confirmForOwner({ id }, as('skoleeier'))]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect((await need(id)).ownerConfirmedAt).toEqual(NOW);
    expect(await tasks('leader', id)).toEqual([]);
    expect(await models().auditEntry.count({ where: { subjectId: id, action: 'behovsmelding.confirm-owner' } })).toBe(
      1,
    );
  });

  it('is objected to with words that the owners and the office read, and nobody else; it stays sent and not confirmed', async () => {
    const id = await sent();
    expect(await objectForOwner({ id, objection: '' }, as('leader'))).toEqual({
      kind: 'invalid',
      errors: { objection: 'required' },
    });
    for (const who of ['writer', 'coordinator', 'caseworker'] as const)
      expect((await objectForOwner({ id, objection: 'Nei.' }, as(who))).kind).toBe('forbidden');
    expect((await objectForOwner({ id, objection: 'Beløpet er feil.' }, as('leader'))).kind).toBe('done');
    expect(await need(id)).toMatchObject({ state: 'submitted', ownerConfirmedAt: null });
    expect(await tasks('coordinator', id)).toEqual([['need-owner-objected', 'Fauske', 'Beløpet er feil.']]);
    for (const who of ['leader', 'writer', 'coordinator'] as const)
      expect((await readBehovsmelding({ id }, as(who)))?.need.ownerObjection).toBe('Beløpet er feil.');
    for (const who of ['caseworker', 'auditor', 'uh', 'member'] as const)
      expect(said(await readBehovsmelding({ id }, as(who)))).not.toContain('Beløpet er feil.');
    expect((await confirmForOwner({ id }, as('leader'))).kind).toBe('done');
    expect(await need(id)).toMatchObject({ ownerObjection: '', ownerObjectedAt: null });
  });

  it('waits anew when it is returned and sent again: what was confirmed was the earlier one', async () => {
    const id = await sent(true);
    await confirmForOwner({ id }, as('leader'));
    await confirmForOwner({ id }, as('otherOwner'));
    await returnBehovsmelding({ id, comment: 'Skriv mer.' }, as('caseworker'));
    expect((await confirmForOwner({ id }, as('leader'))).kind).toBe('forbidden');
    expect((await submitBehovsmelding({ id }, as('coordinator'))).kind).toBe('done');
    expect((await readBehovsmelding({ id }, as('leader')))?.waiting.names).toEqual(['Fauske']);
    expect((await readBehovsmelding({ id }, as('otherOwner')))?.waiting.names).toEqual(['Bodø']);
  });
});

describe('an owner a network’s need is on behalf of', () => {
  it('reads it from when it is sent, in lists and tasks too, and not as a draft', async () => {
    const draft = await makeBehovsmelding(world);
    await models().behovsmeldingParty.create({ data: { behovsmeldingId: draft, organisationId: world.other.id } });
    const listed = async () => (await listBehovsmeldinger({}, as('otherOwner')))?.rows.map((row) => row.id) ?? [];
    expect([
      await readBehovsmelding({ id: draft }, as('otherOwner')),
      (await listed()).includes(draft),
      await tasks('otherOwner', draft),
    ]).toEqual([null, false, []]);
    await submitBehovsmelding({ id: draft }, as('skoleeier'));
    expect((await readBehovsmelding({ id: draft }, as('otherOwner')))?.allowed).toEqual([
      'behovsmelding.confirm-owner',
    ]);
    expect([(await listed()).includes(draft), await tasks('otherOwner', draft)]).toEqual([
      true,
      [['need-owner-confirm', 'Bodø', '']],
    ]);
  });

  it('answers for itself, beside the owner who reports', async () => {
    const id = await sent(true);
    expect((await confirmForOwner({ id }, as('otherOwner'))).kind).toBe('done');
    expect(await models().behovsmeldingParty.findFirstOrThrow({ where: { behovsmeldingId: id } })).toMatchObject({
      confirmedAt: NOW,
      confirmedById: world.actors.otherOwner.userId,
    });
    expect((await need(id)).ownerConfirmedAt).toBeNull();
    expect((await objectForOwner({ id, objection: 'Feil.' }, as('otherOwner'))).kind).toBe('refused');
    const other = await sent(true);
    expect((await objectForOwner({ id: other, objection: 'Vi er fire skoler.' }, as('otherOwner'))).kind).toBe('done');
    expect(await tasks('skoleeier', other)).toEqual([
      ['need-owner-confirm', 'Fauske', ''],
      ['need-owner-objected', 'Bodø', 'Vi er fire skoler.'],
    ]);
    expect(said(await readBehovsmelding({ id: other }, as('caseworker')))).not.toContain('fire skoler');
  });
});

it('the database keeps who confirmed, and words with an objection', async () => {
  const id = await sent(true);
  expect(await violated(models().behovsmelding.update({ where: { id }, data: { ownerConfirmedAt: NOW } }))).toBe(
    'behovsmelding_owner_confirmed_by_somebody',
  );
  expect(
    await violated(
      models().behovsmelding.update({ where: { id }, data: { ownerObjectedAt: NOW, ownerObjectedById: 'x' } }),
    ),
  ).toBe('behovsmelding_owner_objects_with_words');
  expect(
    await violated(
      models().behovsmeldingParty.updateMany({ where: { behovsmeldingId: id }, data: { confirmedById: 'x' } }),
    ),
  ).toBe('behovsmelding_party_confirmed_by_somebody');
  expect(
    await violated(
      models().behovsmeldingParty.updateMany({ where: { behovsmeldingId: id }, data: { objection: 'x' } }),
    ),
  ).toBe('behovsmelding_party_objects_with_words');
});
