import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { approveTildeling } from '#lib/commands/tildeling/tildeling';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { makeWorld, type World } from '#tests/support/world';
import { createDatabase, migrate } from '../../prisma/migrate';
import { done } from './commands';
import { copyNeeds } from './copies';
import { makeFlat } from './flat';
import { drafts, roundOf, type Stage, waiting } from './rounds';
import { type Portal, startPortal } from './server';

/** So many needs are made one by one, and the rest are copies of them. */
const MADE = 500;
const SMALL_COPIES = 9; // 5,000 in all
const LARGE_COPIES = 99; // 50,000
const LINES = 300;
const GRANTED = 20;
const BUDGET = 2_000_000_000; // room for every tildeling that is approved here
const COUNTY = 'lasttest';
const NEIGHBOUR = 'nabofylke';

/** One round of a database with its region to filter by, who works with it and who writes for an owner of it. */
export interface Field {
  readonly roundId: string;
  readonly regionId: string;
  readonly needId: string;
  readonly caseworker: string;
  readonly owner: string;
  readonly uh: string;
  readonly member: string;
  readonly approver: string;
}

/** A database of the bench, with the portal over it as soon as somebody asks. */
export class Base {
  readonly pool: pg.Pool;
  #portal: Promise<Portal> | undefined;
  constructor(readonly url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 10 });
    this.pool.on('error', () => undefined);
  }
  portal(): Promise<Portal> {
    return (this.#portal ??= startPortal(this.url));
  }
  async close(): Promise<void> {
    await (await this.#portal)?.stop();
    await this.pool.end();
  }
}

/** The database of 5,000 needs in one round, and beside it a small county with rounds of 300 in every state. */
export interface Small {
  readonly base: Base;
  readonly world: World;
  readonly field: Field;
  readonly rounds: Readonly<Record<Stage, string>>;
  readonly draft: string;
  readonly reportId: string;
}

function seed(url: string, county: string): void {
  const args = ['--import', 'tsx', 'prisma/seed-large.ts', '--needs', String(MADE), '--county', county];
  execFileSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DATABASE_URL: url },
  });
}

/** Someone for each role in a filled county, and what they work with. */
async function fieldOf(pool: pg.Pool, county: string): Promise<Field> {
  const roles: [string, string, string][] = [
    ['owner', 'skoleeier', `'${county}-eier-02', NULL, '${county}'`],
    ['owner', 'leader', `'${county}-eier-02', NULL, '${county}'`],
    ['uh', 'uh', `(SELECT id FROM "Organisation" WHERE kind = 'university' ORDER BY name LIMIT 1), NULL, NULL`],
    ['member', 'member', `NULL, '${county}-forum', '${county}'`],
    ['approver', 'approver', `NULL, NULL, '${county}'`],
  ];
  for (const [who, role, place] of roles) {
    await pool.query(
      `INSERT INTO "User" (id, name, email) VALUES ($1, $1, $1 || '@example.no') ON CONFLICT DO NOTHING`,
      [`${county}-${who}`],
    );
    await pool.query(
      `INSERT INTO "RoleGrant" (id, "userId", role, "from", "organisationId", "forumId", "countyId") VALUES (gen_random_uuid(), $1, $2, '2020-01-01', ${place})`,
      [`${county}-${who}`, role],
    );
  }
  const {
    rows: [round],
  } = await pool.query<{ id: string; needId: string }>(
    `SELECT r.id, (SELECT min(n.id) FROM "Behovsmelding" n WHERE n."roundId" = r.id AND n.state = 'submitted' AND n."ownerId" = $1 || '-eier-02') AS "needId" FROM "Round" r WHERE r."countyId" = $1`,
    [county],
  );
  if (round === undefined) throw new Error(`${county} was not filled.`);
  const people = {
    owner: `${county}-owner`,
    uh: `${county}-uh`,
    member: `${county}-member`,
    approver: `${county}-approver`,
  };
  return {
    ...people,
    roundId: round.id,
    needId: round.needId,
    regionId: `${county}-region-01`,
    caseworker: `${county}-saksbehandler`,
  };
}

/** Fills the first database; whatever runs in this process meets it from now on. */
export async function makeSmall(url: string): Promise<Small> {
  process.env.DATABASE_URL = url;
  await createDatabase(url);
  await migrate(url);
  const world = await makeWorld({ budget: BUDGET });
  const base = new Base(url);
  const { pool } = base;
  // Whenever it is run, needs may be sent for two months.
  await pool.query(`UPDATE "Deadline" SET "lastDay" = greatest("lastDay", current_date + 60)`);
  seed(url, COUNTY);
  const field = await fieldOf(pool, COUNTY);
  await copyNeeds(pool, `x."roundId" = '${field.roundId}'`, SMALL_COPIES, 'kopi');
  const rounds = {
    closed: await roundOf(pool, world, 'closed', LINES),
    recommended: await roundOf(pool, world, 'recommended', LINES),
    proposed: await roundOf(pool, world, 'proposed', LINES + GRANTED),
  };
  const by = { actor: world.actors.approver, now: new Date() };
  for (const id of (await waiting(pool, rounds.proposed)).slice(0, GRANTED)) await done(approveTildeling({ id }, by));
  const {
    rows: [report],
  } = await pool.query<{ id: string }>(`SELECT min(id) AS id FROM "AnnualReport"`);
  const [draft = ''] = await drafts(pool, world, 1);
  await makeFlat(pool);
  await pool.query('VACUUM (ANALYZE)');
  return { base, world, field, rounds, draft, reportId: report?.id ?? '' };
}

/** The database with more needs than one county's. */
export interface Large {
  readonly base: Base;
  readonly neighbour: Field;
}

/** A database of the same rows and another county's 50,000 needs in one round beside them. Nobody may be in the first meanwhile. */
export async function makeLarge(server: string, small: string, url: string): Promise<Large> {
  await Promise.all([db().destroy(), models().$disconnect()]);
  Object.assign(globalThis, { portalDb: undefined });
  const admin = new pg.Client(server);
  await admin.connect();
  const name = (of: string): string => admin.escapeIdentifier(new URL(of).pathname.slice(1));
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
    new URL(small).pathname.slice(1),
  ]);
  await admin.query(`CREATE DATABASE ${name(url)} TEMPLATE ${name(small)}`);
  await admin.end();
  seed(url, NEIGHBOUR);
  const base = new Base(url);
  const neighbour = await fieldOf(base.pool, NEIGHBOUR);
  await copyNeeds(base.pool, `x."roundId" = '${neighbour.roundId}'`, LARGE_COPIES, 'kopi');
  await base.pool.query('DROP TABLE bench_need');
  await makeFlat(base.pool);
  await base.pool.query('VACUUM (ANALYZE)');
  return { base, neighbour };
}
