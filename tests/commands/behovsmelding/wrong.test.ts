import { beforeAll, describe, expect, it } from 'vitest';
import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { models } from '#prisma/models';
import { change, done, told } from '#tests/support/saving';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const save = (...sent: Parameters<typeof change>) => saveBehovsmelding(change(...sent), as('skoleeier'));
const read = (id: string) => models().behovsmelding.findUniqueOrThrow({ where: { id } });

describe('what is wrong stands at its field, and the rest is saved', () => {
  const BAD: [field: string, code: string, value: string | string[]][] = [
    ['title', 'too-long', 'a'.repeat(201)],
    ['title', 'bad-character', 'a\u0000b'],
    ['title', 'malformed', ['a', 'b']],
    ['need', 'too-long', 'a'.repeat(100_000)],
    ['years', 'required', ''],
    ['years', 'out-of-range', '11'],
    ['years', 'not-a-number', '99999999999'],
    ['years', 'out-of-range', '4'],
    ['publicUnits', 'not-a-number', '-1'],
    ['publicUnits', 'out-of-range', '2147483648'],
    ['periodStart', 'not-a-date', '2027-02-30'],
    ['targetGroups', 'not-in-list', ['alle']],
    ['contactEmail', 'not-an-email', 'kari'],
    ['themes', 'not-in-list', ['no-such']],
    ['parties', 'not-in-list', ['no-such']],
    ['parties', 'malformed', ['../x']],
    ['unitKinds', 'not-in-list', ['barnehage']],
    ['targetGroups', 'not-in-list', ['ppt']],
    ['changeTiltakId', 'not-in-list', 'no-such'],
    ['changeDirection', 'not-in-list', 'sideways'],
    ['lang.need', 'not-in-list', 'sv'],
    ['lang.title', 'malformed', 'nb'],
    ['coordinator.2031', 'out-of-range', '6'],
    ['coordinator.2027', 'above-network', '200 001'],
    ['coordinator.2027', 'not-a-number', 'mye'],
    ['coordinator.alt', 'malformed', '6'],
    ['lines.alt', 'malformed', '1'],
    ['lines.network_x_2027', 'not-in-list', '1'],
    ['lines.uh_x_2027', 'not-in-list', '1'],
    ['egenandel.a3.amount', 'negative', '-5'],
    ['egenandel.a3.amount', 'ore', '5,50'],
    ['egenandel.a3.kind', 'not-in-list', 'gull'],
    ['uh.no-such.organisationId', 'not-in-list', 'no-such'],
    ['uh.ny.organisationId', 'malformed', 'a b'],
    ['ownerId', 'malformed', 'x'],
    ['__proto__', 'malformed', 'x'],
    ['constructor', 'malformed', 'x'],
  ];
  it.each(BAD)('%s: %s', async (field, code, value) => {
    const id = await makeBehovsmelding(world);
    const outcome = await save(id, { [field]: value, coherence: 'Lagres' }, { years: '1', targetGroups: 'laerere' });
    expect(outcome).toMatchObject(field === '__proto__' ? done : told({ [field]: code }));
    expect(await read(id)).toMatchObject({ coherence: 'Lagres', title: 'Tidlig innsats', years: 1 });
  });

  it('is told of a year outside the need, and of hours × rate above what anybody may type', async () => {
    const id = await makeBehovsmelding(world);
    const line = {
      'egenandel.a4.kind': 'lonn',
      'egenandel.a4.budgetYear': '2031',
      'egenandel.a4.hours': '1000000',
      'egenandel.a4.rate': '2000000000',
    };
    expect(await save(id, line)).toMatchObject(
      told({
        'egenandel.a4.budgetYear': 'out-of-range',
        'egenandel.a4.hours': 'too-large',
        'egenandel.a4.rate': 'too-large',
      }),
    );
  });

  it.each([
    [{ typed: 'alt' }],
    [{ typed: { title: 'a' } }],
    [{ typed: { title: [1] } }],
    [{ began: [] }],
    [{ id: '../x' }],
    ['x'],
    [null],
  ])('and what is no form changes nothing: %j', async (input) => {
    expect((await saveBehovsmelding(input, as('skoleeier'))).kind).toBe('invalid');
  });
});
