import type pg from 'pg';

/**
 * The needs of the database as one table by plain columns, with an index for each way of asking: what the list is
 * measured beside. It calls nothing of the portal.
 */
export async function makeFlat(pool: pg.Pool): Promise<void> {
  await pool.query(`CREATE TABLE bench_need AS
    SELECT n.id, n.number, n."roundId" AS round_id, n.state, n."regionId" AS region_id, g.name AS region_name, o.name AS owner_name, o.orgnr, n.title, n.years,
      (SELECT string_agg(p.name, ', ' ORDER BY p.name) FROM "BehovsmeldingUh" u JOIN "Organisation" p ON p.id = u."organisationId" WHERE u."behovsmeldingId" = n.id) AS uh_names,
      a.network AS asked_network, a.uh AS asked_uh, e.planned AS planned_egenandel,
      CASE WHEN n.number % 10 = 3 THEN 'short' ELSE 'met' END AS egenandel_status, 'met'::text AS split_status, 0 AS missing, 0 AS files, false AS confirmed, false AS unconfirmed,
      n."submittedAt" AS submitted_at, n."paperReceivedOn" AS paper_received_on, NULL::text AS late_reason, n."contactName" AS contact_name, n."contactEmail" AS contact_email, n."contactPhone" AS contact_phone
    FROM "Behovsmelding" n JOIN "Organisation" o ON o.id = n."ownerId" LEFT JOIN "Region" g ON g.id = n."regionId"
    LEFT JOIN (SELECT "behovsmeldingId" AS id, sum(amount) FILTER (WHERE side = 'network') AS network, sum(amount) FILTER (WHERE side = 'uh') AS uh FROM "BehovsmeldingLine" GROUP BY 1) a ON a.id = n.id
    LEFT JOIN (SELECT "behovsmeldingId" AS id, sum(amount) AS planned FROM "EgenandelLine" GROUP BY 1) e ON e.id = n.id
    WHERE n.state <> 'draft'`);
  await pool.query('ALTER TABLE bench_need ADD PRIMARY KEY (id)');
  await pool.query('CREATE INDEX ON bench_need (round_id, state, region_id, number)');
  await pool.query('CREATE INDEX ON bench_need (round_id, number)');
  await pool.query('CREATE INDEX ON bench_need (round_id, (asked_network + asked_uh))');
  await pool.query('VACUUM (ANALYZE) bench_need');
}

const LISTED =
  'id, number, title, state, owner_name, region_name, uh_names, asked_network, asked_uh, egenandel_status, split_status, missing, files, confirmed, unconfirmed, paper_received_on, late_reason';

/** A way to ask for the list: the page's words for it, and the same said in SQL of the flat table. */
export interface Asked {
  readonly name: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly where: string;
  readonly values: readonly string[];
  readonly order: string;
}

export const askedOf = (regionId: string): Asked[] => [
  { name: 'no filter', filter: {}, where: '', values: [], order: 'number' },
  {
    name: 'region and state',
    filter: { region: regionId, state: 'submitted' },
    where: 'AND state = $2 AND region_id = $3',
    values: ['submitted', regionId],
    order: 'number',
  },
  {
    name: 'a text',
    filter: { q: 'innsats' },
    where: 'AND (title ILIKE $2 OR owner_name ILIKE $2)',
    values: ['%innsats%'],
    order: 'number',
  },
  {
    name: 'the dearest first',
    filter: { sort: 'asked', descending: '1' },
    where: '',
    values: [],
    order: 'asked_network + asked_uh DESC',
  },
];

/** Fifty rows and how many there are. */
export async function flatList(pool: pg.Pool, roundId: string, { where, values, order }: Asked): Promise<void> {
  const needs = `FROM bench_need WHERE round_id = $1 ${where}`;
  await pool.query(`SELECT ${LISTED} ${needs} ORDER BY ${order} LIMIT 50`, [roundId, ...values]);
  await pool.query(`SELECT count(*) ${needs}`, [roundId, ...values]);
}

const cell = (value: unknown): string => {
  const text =
    value === null
      ? ''
      : value instanceof Date
        ? value.toISOString()
        : typeof value === 'string'
          ? value
          : JSON.stringify(value);
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** All the rows of the round as a file, by a plain loop. */
export async function flatCsv(pool: pg.Pool, roundId: string): Promise<Buffer> {
  const { rows } = await pool.query<unknown[]>({
    text: `SELECT ${LISTED}, orgnr, years, planned_egenandel, submitted_at, contact_name, contact_email, contact_phone FROM bench_need WHERE round_id = $1 AND state <> 'withdrawn' ORDER BY number`,
    values: [roundId],
    rowMode: 'array',
  });
  let file = '';
  for (const row of rows) file += `${row.map(cell).join(';')}\r\n`;
  return Buffer.from(file);
}
