import { restate } from '#lib/db/behovsmelding/status';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import type { World } from '#tests/support/world';

// A small generator with a fixed seed: the same needs each time, with every kind of hole in them.
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * sides);
  };
}

const STATES = ['submitted', 'submitted', 'submitted', 'returned', 'withdrawn', 'recommended'];
const TITLES = ['Ålesund leser', 'Ørsta skriver', 'Æresord', 'Aa', 'Tidlig innsats', '100 % lesing', 'Zoologi'];

/** Needs of one to three years, none to two UH, amounts that are 0, not given, exact or a krone off; and one draft. */
export async function madeUpBehovsmeldinger(world: World, count: number): Promise<void> {
  const roll = dice(2027);
  const amount = (): number | null => [null, 0, 40_000, 60_000, 60_001, 80_000, 39_999, 333_333][roll(8)] ?? null;
  const maybe = <T>(value: T, otherwise: T): T => (roll(6) === 0 ? otherwise : value);
  for (let n = 0; n < count; n++) {
    const years = 1 + roll(3);
    const ownerId = roll(3) === 0 ? world.other.id : world.owner.id;
    const partners = [[], [world.uh.id], [world.uh.id], [world.uh.id, world.otherUh.id]][roll(4)] ?? [];
    const even = roll(3) === 0;
    const lines = Array.from({ length: years }, (_, year) => 2027 + year).flatMap((budgetYear) => [
      { side: 'network', receiverId: ownerId, budgetYear, amount: even ? 40_000 : amount() },
      ...partners.map((receiverId) => ({
        side: 'uh',
        receiverId,
        budgetYear,
        amount: even ? 60_000 + (n % 3) - 1 : amount(),
      })),
    ]);
    const own = Array.from({ length: roll(4) }, (_, index) => ({
      position: index + 1,
      budgetYear: 2027,
      kind: 'lonn',
      amount: maybe<number | null>([0, 30_000, 29_999, 200_000][roll(4)] ?? 0, null),
    }));
    const region = maybe<string | null>(world.regionId, null);
    const state = STATES[roll(STATES.length)] ?? 'submitted';
    const { id } = await models().behovsmelding.create({
      data: {
        roundId: world.roundId,
        ownerId,
        regionId: region,
        state: state === 'returned' ? 'submitted' : state,
        submittedById: 'x',
        submittedAt: new Date('2027-01-10'),
        title: TITLES[roll(TITLES.length)] ?? '',
        years,
        periodStart: maybe<Date | null>(new Date('2027-08-01'), null),
        periodEnd: maybe<Date | null>(new Date('2028-06-30'), null),
        publicUnits: maybe<number | null>(3, null),
        privateUnits: maybe<number | null>(0, null),
        participants: maybe('Alle', ''),
        targetGroups: maybe(['laerere'], []),
        sectorGoals: maybe(['kompetanse'], []),
        need: maybe('Behov', ''),
        evidenceKinds: maybe(maybe(['ungdata'], ['annet']), []),
        evidence: maybe('Slik', ''),
        goals: maybe('Mål', ''),
        measureDescription: maybe('Tiltak', ''),
        staffInvolvement: maybe('Ja', ''),
        uhUnsettledReason: maybe('Ikke avklart', ''),
        samiPerspective: maybe('Ja', ''),
        contactName: maybe('Kari', ''),
        contactRole: maybe('Rektor', ''),
        contactEmail: maybe('kari@example.no', ''),
        collective: n % 6 > 0,
        unitKinds: n % 4 > 0 ? ['skole'] : [],
        contactPhone: maybe('75000000', ''),
        createdById: 'x',
        uh: { create: partners.map((organisationId) => ({ organisationId })) },
        lines: { create: lines.filter(() => roll(12) > 0) },
        egenandelLines: { create: own },
      },
    });
    if (state === 'returned') await models().behovsmelding.update({ where: { id }, data: { state } });
    await restate(db(), [id]);
  }
  await models().behovsmelding.create({
    data: { roundId: world.roundId, ownerId: world.owner.id, createdById: 'x', title: 'En kladd' },
  });
}
