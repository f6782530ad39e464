import type pg from 'pg';
import { makeBehovsmelding, type World } from '#tests/support/world';
import { copyNeeds } from './copies';

const idsOf = async (pool: pg.Pool, where: string, values: unknown[]): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM "Behovsmelding" WHERE ${where} ORDER BY number`,
    values,
  );
  return rows.map(({ id }) => id);
};

/** Complete drafts in the world's open round, each ready to be sent. */
export async function drafts(pool: pg.Pool, world: World, count: number): Promise<string[]> {
  const need = await makeBehovsmelding(world);
  await copyNeeds(pool, `x.id = '${need}'`, count, 'utkast');
  return idsOf(pool, `id LIKE $1 || '-utkast%'`, [need]);
}

export type Stage = 'closed' | 'recommended' | 'proposed';
const YEARS_AFTER: Readonly<Record<Stage, number>> = { proposed: 1, recommended: 2, closed: 3 };

/**
 * A round of a later year with so many needs of 200 000 kr and 300 000 kr: sent; recommended as asked; or with a
 * proposed tildeling each, as asked.
 */
export async function roundOf(pool: pg.Pool, world: World, stage: Stage, count: number): Promise<string> {
  const roundId = `bench-${stage}`;
  const years = String(YEARS_AFTER[stage]);
  await pool.query(
    `INSERT INTO "Round" SELECT (jsonb_populate_record(r, jsonb_build_object('id', $2::text, 'year', r.year + ${years}, 'state', $3::text))).* FROM "Round" r WHERE id = $1`,
    [world.roundId, roundId, stage],
  );
  await pool.query(
    `INSERT INTO "Deadline" SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'roundId', $2::text))).* FROM "Deadline" d WHERE "roundId" = $1`,
    [world.roundId, roundId],
  );
  const need = await makeBehovsmelding(world, { state: 'submitted' });
  await copyNeeds(pool, `x.id = '${need}'`, count, stage, {
    roundId: `'${roundId}'`,
    state: stage === 'closed' ? `'submitted'` : `'recommended'`,
  });
  await pool.query(
    `UPDATE "BehovsmeldingLine" l SET "budgetYear" = l."budgetYear" + ${years} FROM "Behovsmelding" n WHERE n.id = l."behovsmeldingId" AND n."roundId" = $1`,
    [roundId],
  );
  await pool.query(
    `UPDATE "EgenandelLine" l SET "budgetYear" = l."budgetYear" + ${years} FROM "Behovsmelding" n WHERE n.id = l."behovsmeldingId" AND n."roundId" = $1`,
    [roundId],
  );
  if (stage !== 'closed') await recommendAll(pool, world, roundId);
  if (stage === 'proposed') await proposeAll(pool, world, roundId);
  return roundId;
}

async function recommendAll(pool: pg.Pool, world: World, roundId: string): Promise<void> {
  await pool.query(
    `WITH i AS (INSERT INTO "Innstilling" (id, "roundId", state, "deliveredById", "deliveredAt") VALUES (gen_random_uuid(), $1, 'delivered', $2, now()) RETURNING id)
     INSERT INTO "InnstillingLine" (id, "innstillingId", "behovsmeldingId", priority, network, uh)
     SELECT gen_random_uuid(), i.id, n.id, row_number() OVER (ORDER BY n.number), 200000, 300000 FROM i, "Behovsmelding" n WHERE n."roundId" = $1`,
    [roundId, world.actors.secretariat.userId],
  );
}

async function proposeAll(pool: pg.Pool, world: World, roundId: string): Promise<void> {
  await pool.query(
    `INSERT INTO "Tildeling" (id, "roundId", "behovsmeldingId", state, "proposedById", "proposedAt") SELECT gen_random_uuid(), $1, n.id, 'proposed', $2, now() FROM "Behovsmelding" n WHERE n."roundId" = $1`,
    [roundId, world.actors.caseworker.userId],
  );
  await pool.query(
    `INSERT INTO "TildelingLine" (id, "tildelingId", side, "receiverId", "budgetYear", amount) SELECT gen_random_uuid(), t.id, l.side, l."receiverId", l."budgetYear", l.amount
     FROM "Tildeling" t JOIN "BehovsmeldingLine" l ON l."behovsmeldingId" = t."behovsmeldingId" WHERE t."roundId" = $1`,
    [roundId],
  );
}

/** The tildelinger of a round that wait for the approver. */
export async function waiting(pool: pg.Pool, roundId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM "Tildeling" WHERE "roundId" = $1 AND state = 'proposed' ORDER BY id`,
    [roundId],
  );
  return rows.map(({ id }) => id);
}
