import { dayOf } from '#lib/domain/round/time';
import type { NewRound, Opening } from '#lib/domain/round/round';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { Programme } from '#lib/domain/states';
import type { DeadlineDefault } from '#lib/domain/setup/deadlines';
import { join, type Tx } from '#lib/db/client';

export interface OpeningForum {
  id: string;
  name: string;
  countyId: string;
  programmes: Programme[];
}
export interface CountyOpening extends Opening {
  countyName: string;
  defaults: DeadlineDefault[];
  ruleSets: RuleSet[];
  fora: OpeningForum[];
  rounds: { programme: Programme; year: number }[];
}

/** What these counties have to open a round with. */
export async function findOpenings(tx: Tx, countyIds: readonly string[]): Promise<CountyOpening[]> {
  if (countyIds.length === 0) return [];
  const ids = join([...countyIds]);
  const counties = await tx.$queryRaw<
    { countyId: string; countyName: string }[]
  >`SELECT id AS "countyId", name AS "countyName" FROM "County" WHERE id IN (${ids}) ORDER BY name`;
  const ruleSets = await tx.$queryRaw<
    RuleSet[]
  >`SELECT * FROM "RuleSet" WHERE "countyId" IN (${ids}) ORDER BY "validFrom" DESC, name, id`;
  const fora = await tx.$queryRaw<
    OpeningForum[]
  >`SELECT id, name, "countyId", programmes FROM "Samarbeidsforum" WHERE "countyId" IN (${ids}) ORDER BY name, id`;
  const rounds = await tx.$queryRaw<
    { countyId: string; programme: Programme; year: number }[]
  >`SELECT "countyId", programme, year FROM "Round" WHERE "countyId" IN (${ids})`;
  const defaults = await tx.$queryRaw<
    (DeadlineDefault & { countyId: string })[]
  >`SELECT "countyId", programme, kind, month, day, "yearOffset" FROM "DeadlineDefault" WHERE "countyId" IN (${ids})`;
  const here = <T extends { countyId: string }>(rows: T[], id: string): T[] =>
    rows.filter(({ countyId }) => countyId === id);
  return counties.map((county) => ({
    ...county,
    ruleSets: here(ruleSets, county.countyId),
    fora: here(fora, county.countyId),
    rounds: here(rounds, county.countyId),
    defaults: here(defaults, county.countyId),
  }));
}

/** The same of one county, whose rounds nobody else opens meanwhile. */
export async function lockOpening(tx: Tx, countyId: string): Promise<CountyOpening | null> {
  await tx.$queryRaw`SELECT id FROM "County" WHERE id = ${countyId} FOR NO KEY UPDATE`;
  const [opening] = await findOpenings(tx, [countyId]);
  return opening ?? null;
}

/** A new, open round with its five deadlines; answers its id. */
export async function insertRound(tx: Tx, countyId: string, round: NewRound, now: Date): Promise<string> {
  const { deadlines, ...fields } = round;
  const days = Object.entries(deadlines).map(([kind, lastDay]) => ({ kind, lastDay: new Date(dayOf(lastDay)) }));
  const { id } = await tx.round.create({
    data: {
      countyId,
      forumId: fields.forumId,
      ruleSetId: fields.ruleSetId,
      programme: fields.programme,
      year: fields.year,
      budget: fields.budget,
      reserve: fields.reserve,
      openedAt: now,
      deadlines: { create: days },
    },
    select: { id: true },
  });
  return id;
}
