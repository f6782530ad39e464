import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { RULES } from '#lib/db/facts/rules';
import type { Tables } from '#lib/db/tables';
import { any, withInstants } from '#lib/db/values';
import { judge, type JudgedForLists, type ToJudge } from '#lib/domain/behovsmelding/listed';
import { behovsmeldingSums, known } from '#lib/domain/behovsmelding/sums';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { Selectable } from 'kysely';

/** A table's row as JSON has it: instants are text, as days always are. */
type Text<R> = { [C in keyof R]: R[C] extends Date ? string : R[C] extends Date | null ? string | null : R[C] };
type RowOf<T extends keyof Tables> = Text<Selectable<Tables[T]>>;

/** A need with its rows as JSON: as `behovsmelding_rows` gives them, and as the copy of what was sent keeps them. */
export interface KeptRows {
  need: RowOf<'Behovsmelding'>;
  uh: RowOf<'BehovsmeldingUh'>[];
  parties: RowOf<'BehovsmeldingParty'>[];
  lines: RowOf<'BehovsmeldingLine'>[];
  egenandel: RowOf<'EgenandelLine'>[];
}

const TIMES = ['submittedAt', 'ownerConfirmedAt'] as const;

/** What is judged: the rows as JSON with their times read back. */
function toJudge(rows: KeptRows, year: number, files: number): ToJudge & { regionId: string | null } {
  const [need] = withInstants([rows.need], ...TIMES);
  if (need === undefined) throw new Error('A need without itself.');
  return {
    ...need,
    year,
    files,
    uh: withInstants(rows.uh, 'confirmedAt'),
    parties: withInstants(rows.parties, 'confirmedAt').map((party) => ({ ...party, name: '', confirmedByName: null })),
    lines: rows.lines,
    egenandelLines: rows.egenandel,
  };
}

const find = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .innerJoin('RuleSet as s', 's.id', 'r.ruleSetId')
    .leftJoin('BehovsmeldingAsSent as k', 'k.id', 'n.asSentId')
    .where('n.id', '=', any(ids))
    .select((eb) => [
      'n.id as needId',
      'n.roundId',
      'n.number',
      'n.state',
      'r.year',
      ...RULES,
      sql<KeptRows>`behovsmelding_rows(n)`.as('stands'),
      sql<KeptRows | null>`k.rows`.as('sent'),
      eb
        .selectFrom('Attachment as a')
        .whereRef('a.behovsmeldingId', '=', 'n.id')
        .where('a.removedAt', 'is', null)
        .select((inner) => inner.fn.countAll<number>().as('files'))
        .as('files'),
      // Of a need that is read as it was sent: what it had then, also when it has been taken away since.
      eb
        .selectFrom('Attachment as a')
        .whereRef('a.behovsmeldingId', '=', 'n.id')
        .where('a.sentAt', 'is not', null)
        .where((inner) => inner.or([inner('a.removedAt', 'is', null), inner('a.removedAt', '>=', inner.ref('k.at'))]))
        .select((inner) => inner.fn.countAll<number>().as('files'))
        .as('filesSent'),
      eb
        .selectFrom('AuditEntry as e')
        .where('e.subjectType', '=', 'behovsmelding')
        .whereRef('e.subjectId', '=', 'n.id')
        .where('e.action', '=', 'behovsmelding.submit')
        .select((inner) => inner.fn.min('e.at').as('at'))
        .as('firstSentAt'),
    ])
    .orderBy('n.id');

type Found = Awaited<ReturnType<ReturnType<typeof find>['execute']>>[number];
type Line = Omit<Selectable<Tables['BehovsmeldingListed']>, 'lacks'> & Pick<JudgedForLists, 'lacks'>;

/** A sent need as a line of its round's list. */
function lineOf(row: Found): Line {
  const rows = row.sent ?? row.stands;
  const files = (row.sent === null ? row.files : row.filesSent) ?? 0;
  const need = { ...toJudge(rows, row.year, files), state: row.state };
  const { network, uh, egenandel } = behovsmeldingSums(need);
  const [own] = withInstants([rows.need], ...TIMES);
  return {
    id: row.needId,
    roundId: row.roundId,
    number: row.number,
    ownerId: need.ownerId,
    regionId: need.regionId,
    state: row.state,
    title: need.title,
    years: need.years,
    uhIds: need.uh.map(({ organisationId }) => organisationId).sort(),
    network: known(network),
    uh: known(uh),
    egenandel: known(egenandel),
    ...judge(need, rulesOf(row)),
    files,
    firstSentAt: row.firstSentAt,
    submittedAt: own?.submittedAt ?? null,
    paperReceivedOn: own?.paperReceivedOn ?? null,
    contactName: need.contactName,
    contactEmail: need.contactEmail,
    contactPhone: need.contactPhone,
  };
}
const rulesOf = (row: Found): RuleSet => row;

/** How many needs are judged at a time. */
const MOST = 200;
const LISTED = [
  'roundId',
  'number',
  'ownerId',
  'regionId',
  'state',
  'title',
  'years',
  'uhIds',
  'network',
  'uh',
  'egenandel',
  'egenandelStatus',
  'splitStatus',
  'missing',
  'files',
  'lacks',
  'firstSentAt',
  'submittedAt',
  'paperReceivedOn',
  'contactName',
  'contactEmail',
  'contactPhone',
] as const satisfies readonly (keyof Line)[];

async function restateSome(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await find(tx, ids).execute();
  const owns = found.map((row) => ({
    id: row.needId,
    was: row.stands.need.missing,
    missing: judge(toJudge(row.stands, row.year, row.files ?? 0), rulesOf(row)).missing,
  }));
  for (const { id, was, missing } of owns)
    if (was !== missing) await tx.updateTable('Behovsmelding').set({ missing }).where('id', '=', id).execute();
  const lines = found.filter(({ state }) => state !== 'draft').map(lineOf);
  if (lines.length === 0) return;
  await tx
    .insertInto('BehovsmeldingListed')
    .values(lines)
    .onConflict((oc) =>
      oc
        .column('id')
        .doUpdateSet((eb) => Object.fromEntries(LISTED.map((name) => [name, eb.ref(`excluded.${name}`)])))
        .where(sql<boolean>`("BehovsmeldingListed".*) is distinct from (excluded.*)`),
    )
    .execute();
}

/**
 * Judges these needs anew and stores what the lists read: called by `command()` after each change with the needs it is about.
 * What is judged is read from the need's own row, its lines, egenandel, partners, parties and attachments, the copy of what
 * was sent, the rule set of its round (which never changes once it is used) and the log's first sending. Nothing else: names
 * of organisations and regions, late openings and last days are looked up where a page shows them.
 */
export async function restate(tx: Tx, ids: readonly string[]): Promise<void> {
  const each = [...new Set(ids)].sort();
  for (let from = 0; from < each.length; from += MOST) await restateSome(tx, each.slice(from, from + MOST));
}

/** The needs whose stored judgement or sums are not what the rules say now, by id; `within` of these. */
export async function findMisjudged(tx: Tx, within: readonly string[]): Promise<string[]> {
  const found = await find(tx, within).execute();
  const stored = await tx
    .selectFrom('BehovsmeldingListed')
    .where('id', '=', any(within))
    .select(['id', ...LISTED])
    .execute();
  const kept = new Map(stored.map((line) => [line.id, line]));
  const alike = (row: Found): boolean => {
    const line = kept.get(row.needId);
    const stands = toJudge(row.stands, row.year, row.files ?? 0);
    const { missing, askedNetwork, askedUh, plannedEgenandel } = row.stands.need;
    const { network, uh, egenandel } = behovsmeldingSums(stands);
    // The sums as it stands are kept by the database, at each change of a line.
    if (askedNetwork !== known(network) || askedUh !== known(uh) || plannedEgenandel !== known(egenandel)) return false;
    if (missing !== judge(stands, rulesOf(row)).missing) return false;
    if (row.state === 'draft') return line === undefined;
    const judged = lineOf(row);
    return line !== undefined && LISTED.every((name) => JSON.stringify(line[name]) === JSON.stringify(judged[name]));
  };
  return found.filter((row) => !alike(row)).map(({ needId }) => needId);
}

/** The ids of needs after one, in their order: to go through them all, some at a time. */
export async function someBehovsmeldinger(tx: Tx, after: string, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('Behovsmelding')
    .where('id', '>', after)
    .select('id')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
