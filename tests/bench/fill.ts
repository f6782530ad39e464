import type pg from 'pg';
import { makeBehovsmelding, NOW, type World } from '#tests/support/world';

/** Copies a need, with its partners, lines and egenandel, so many times into a round. The new ids. */
async function copies(pool: pg.Pool, needId: string, roundId: string, count: number, state: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO "Behovsmelding" SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'number', nextval(pg_get_serial_sequence('"Behovsmelding"', 'number')),
       'roundId', $2::text, 'title', n.title || ' ' || i, 'state', $4::text, 'submittedAt', CASE WHEN $4 <> 'draft' THEN $5::text END, 'submittedById', CASE WHEN $4 <> 'draft' THEN n."createdById" END))).*
     FROM "Behovsmelding" n, generate_series(1, $3::int) i WHERE n.id = $1 RETURNING id`,
    [needId, roundId, count, state, NOW.toISOString()],
  );
  const ids = rows.map(({ id }) => id);
  const year = `(SELECT year FROM "Round" WHERE id = $3)`;
  const parts: [string, string, string][] = [
    ['BehovsmeldingUh', `jsonb_build_object('behovsmeldingId', b.id)`, '$3::text IS NOT NULL'],
    [
      'BehovsmeldingLine',
      `jsonb_build_object('id', gen_random_uuid(), 'behovsmeldingId', b.id, 'budgetYear', ${year})`,
      'true',
    ],
    [
      'EgenandelLine',
      `jsonb_build_object('id', gen_random_uuid(), 'behovsmeldingId', b.id, 'budgetYear', ${year})`,
      'true',
    ],
  ];
  for (const [table, change, also] of parts) {
    await pool.query(
      `INSERT INTO "${table}" SELECT (jsonb_populate_record(p, ${change})).* FROM "${table}" p, unnest($2::text[]) b(id) WHERE p."behovsmeldingId" = $1 AND ${also}`,
      [needId, ids, roundId],
    );
  }
  return ids;
}

/** Complete drafts in the world's open round, each ready to be sent. */
export async function drafts(pool: pg.Pool, world: World, count: number): Promise<string[]> {
  return copies(pool, await makeBehovsmelding(world), world.roundId, count, 'draft');
}

/** Proposed tildelinger in a round of the next year, each ready to be approved: 200 000 kr and 300 000 kr as asked and recommended. */
export async function proposals(pool: pg.Pool, world: World, count: number): Promise<{ id: string; needId: string }[]> {
  const {
    rows: [round],
  } = await pool.query<{ id: string }>(
    `INSERT INTO "Round" SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'year', r.year + 1, 'state', 'proposed'))).* FROM "Round" r WHERE id = $1 RETURNING id`,
    [world.roundId],
  );
  const roundId = round?.id ?? '';
  await pool.query(
    `INSERT INTO "Deadline" SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'roundId', $2::text))).* FROM "Deadline" d WHERE "roundId" = $1`,
    [world.roundId, roundId],
  );
  const needs = await copies(pool, await makeBehovsmelding(world), roundId, count, 'recommended');
  await pool.query(
    `WITH i AS (INSERT INTO "Innstilling" (id, "roundId", state, "deliveredById", "deliveredAt") VALUES (gen_random_uuid(), $1, 'delivered', $2, $3) RETURNING id)
     INSERT INTO "InnstillingLine" (id, "innstillingId", "behovsmeldingId", priority, network, uh) SELECT gen_random_uuid(), i.id, n.id, n.place, 200000, 300000 FROM i, unnest($4::text[]) WITH ORDINALITY n(id, place)`,
    [roundId, world.actors.secretariat.userId, NOW, needs],
  );
  const { rows } = await pool.query<{ id: string; needId: string }>(
    `INSERT INTO "Tildeling" (id, "roundId", "behovsmeldingId", state, "proposedById", "proposedAt") SELECT gen_random_uuid(), $1, n.id, 'proposed', $2, $3 FROM unnest($4::text[]) n(id)
     RETURNING id, "behovsmeldingId" AS "needId"`,
    [roundId, world.actors.caseworker.userId, NOW, needs],
  );
  await pool.query(
    `INSERT INTO "TildelingLine" (id, "tildelingId", side, "receiverId", "budgetYear", amount) SELECT gen_random_uuid(), t.id, l.side, l."receiverId", l."budgetYear", l.amount
     FROM "Tildeling" t JOIN "BehovsmeldingLine" l ON l."behovsmeldingId" = t."behovsmeldingId" WHERE t."roundId" = $1`,
    [roundId],
  );
  await pool.query('VACUUM (ANALYZE)');
  return rows;
}
