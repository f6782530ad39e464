import type { NewRound, Opening } from '#lib/domain/round/round';
import type { RuleSet } from '#lib/domain/setup/rules';
import { DEADLINE_KINDS, type Programme } from '#lib/domain/states';
import type { DeadlineDefault } from '#lib/domain/setup/deadlines';
import type { Tx } from '#lib/db/client';
import { any, newId } from '#lib/db/values';
import { RULES } from '#lib/db/facts/rules';

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
  const counties = await tx
    .selectFrom('County')
    .where('id', '=', any(countyIds))
    .select(['id as countyId', 'name as countyName'])
    .orderBy('name')
    .execute();
  const ruleSets = await tx
    .selectFrom('RuleSet as s')
    .where('s.countyId', '=', any(countyIds))
    .select(RULES)
    .orderBy('s.validFrom', 'desc')
    .orderBy('s.name')
    .orderBy('s.id')
    .execute();
  const fora = await tx
    .selectFrom('Samarbeidsforum')
    .where('countyId', '=', any(countyIds))
    .select(['id', 'name', 'countyId', 'programmes'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  const rounds = await tx
    .selectFrom('Round')
    .where('countyId', '=', any(countyIds))
    .select(['countyId', 'programme', 'year'])
    .execute();
  const defaults = await tx
    .selectFrom('DeadlineDefault')
    .where('countyId', '=', any(countyIds))
    .select(['countyId', 'programme', 'kind', 'month', 'day', 'yearOffset'])
    .execute();
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
  await tx.selectFrom('County').where('id', '=', countyId).select('id').forNoKeyUpdate().execute();
  const [opening] = await findOpenings(tx, [countyId]);
  return opening ?? null;
}

/** A new, open round with its five deadlines; answers its id. */
export async function insertRound(tx: Tx, countyId: string, round: NewRound, now: Date): Promise<string> {
  const { deadlines, ...fields } = round;
  const id = newId();
  await tx
    .insertInto('Round')
    .values({
      id,
      countyId,
      forumId: fields.forumId,
      ruleSetId: fields.ruleSetId,
      programme: fields.programme,
      year: fields.year,
      budget: fields.budget,
      reserve: fields.reserve,
      legacyNotes: [],
      openedAt: now,
    })
    .execute();
  await tx
    .insertInto('Deadline')
    .values(DEADLINE_KINDS.map((kind) => ({ id: newId(), roundId: id, kind, lastDay: deadlines[kind] })))
    .execute();
  return id;
}
