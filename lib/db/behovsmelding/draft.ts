import { cellName, partnerKinds, type BehovsmeldingText } from '#lib/domain/behovsmelding/behovsmelding';
import { cellIn, behovsmeldingDraftIn, rowOf } from '#lib/domain/behovsmelding/draft';
import { columnOf, NEED_FIELDS } from '#lib/domain/behovsmelding/fields';
import type { Choices, BehovsmeldingDraft, SavedBehovsmelding } from '#lib/domain/behovsmelding/write';
import type { Programme } from '#lib/domain/states';
import type { Subjects } from '#lib/domain/policy/subjects';
import { behovsmeldingParties } from './behovsmelding';
import { findRows, NO_ROWS, saveCells, saveLine, saveParties, savePartner, type DraftRows } from './rows';
import { findChoices, findPartners } from './state';
import { join, sql, type Sql, type Tx } from '#lib/db/client';

const column = (name: string): Sql => sql([`"${name}"`]);

export type DraftRow = BehovsmeldingDraft &
  Subjects['behovsmelding'] & { roundId: string; programme: Programme; logged: boolean };

/**
 * Locks a draft alone, for one who saves in it, and reads as little as will do: its rows, and what it may choose among, only when
 * such a field is changed. Locked first and read after, as who may write is rows of their own. `logged` when this person's saving is in the log of the last quarter of an hour.
 */
export async function lockDraft(
  tx: Tx,
  id: string,
  fields: readonly string[],
  by: string,
  now: Date,
): Promise<DraftRow | null> {
  const since = new Date(now.getTime() - 15 * 60_000);
  await tx.$queryRaw`SELECT id FROM "Behovsmelding" WHERE id = ${id} FOR UPDATE`;
  const found = await tx.$queryRaw<(BehovsmeldingText & Omit<DraftRow, keyof DraftRows | 'choices'>)[]>`
    SELECT n.id, n.version, n.state, n."ownerId", n."roundId", ${join(NEED_FIELDS.map((name) => sql`n.${column(name)}`))}, r.year, r.programme, json_build_object('maxYears', s."maxYears", 'targetGroups', s."targetGroups", 'unitKinds', s."unitKinds") AS rules, ${behovsmeldingParties(now)},
      EXISTS (SELECT 1 FROM "AuditEntry" a WHERE a."subjectType" = 'behovsmelding' AND a."subjectId" = n.id AND a.action = 'behovsmelding.save' AND a."actorId" = ${by} AND a.at > ${since}) AS logged
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" JOIN "RuleSet" s ON s.id = r."ruleSetId" WHERE n.id = ${id}`;
  const [row] = found;
  if (row === undefined) return null;
  return {
    ...row,
    ...(fields.some((field) => columnOf(field) === null) ? await findRows(tx, id) : NO_ROWS),
    choices: await choicesFor(tx, row, fields),
  };
}

const ids = (all: readonly { id: string }[]): string[] => all.map((one) => one.id);

async function choicesFor(
  tx: Tx,
  row: BehovsmeldingText & Pick<DraftRow, 'countyId' | 'ownerId' | 'year' | 'programme'>,
  fields: readonly string[],
): Promise<Choices> {
  const partners = fields.some((field) => field.startsWith('uh.'))
    ? await findPartners(tx, partnerKinds(row.programme))
    : [];
  if (!fields.some((field) => ['themes', 'parties', 'changeTiltakId'].includes(field)))
    return { partners: ids(partners), owners: [], themeIds: [], tiltakIds: [] };
  const { owners, themes, tiltak } = await findChoices(tx, row);
  return { partners: ids(partners), owners: ids(owners), themeIds: ids(themes), tiltakIds: ids(tiltak) };
}

/** Writes the fields that were changed, and counts the need one version up. */
export async function saveFields(
  tx: Tx,
  before: BehovsmeldingDraft,
  { fields, after }: SavedBehovsmelding,
  now: Date,
): Promise<void> {
  if (fields.length === 0) return;
  const draft = behovsmeldingDraftIn(after, before);
  const own = [...new Set(fields.map(columnOf))].flatMap((name) =>
    name === null
      ? []
      : name === 'languages'
        ? [sql`languages = ${JSON.stringify(draft.languages)}::jsonb`]
        : [sql`${column(name)} = ${draft[name]}`],
  );
  await tx.$executeRaw`UPDATE "Behovsmelding" SET ${join([...own, sql`"updatedAt" = ${now}`, sql`version = version + 1`])} WHERE id = ${before.id}`;
  const cells = fields.flatMap((field) => cellIn(after, field, before.ownerId) ?? []);
  await saveCells(tx, before.id, [
    ...new Map(cells.map((cell) => [cellName(cell.side, cell.receiverId, cell.budgetYear), cell])).values(),
  ]);
  if (fields.includes('parties'))
    await saveParties(
      tx,
      before.id,
      draft.parties.map((one) => one.organisationId),
    );
  for (const row of new Set(fields.map(rowOf))) {
    const [group, key = ''] = row?.split('.') ?? [];
    if (group === 'uh')
      await savePartner(
        tx,
        before.id,
        key,
        draft.uh.find((one) => one.organisationId === key),
      );
    if (group === 'egenandel')
      await saveLine(
        tx,
        before.id,
        key,
        draft.egenandelLines.find((line) => line.id === key),
      );
  }
}

/** Whose a draft is and how new it is, without what is written in it; null when there is none. */
export async function findDraftSubject(
  tx: Tx,
  id: string,
  now: Date,
): Promise<(Subjects['behovsmelding'] & { id: string; version: number }) | null> {
  const [row] = await tx.$queryRaw<(Subjects['behovsmelding'] & { id: string; version: number })[]>`
    SELECT n.id, n.version, n.state, ${behovsmeldingParties(now)} FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" WHERE n.id = ${id}`;
  return row ?? null;
}
