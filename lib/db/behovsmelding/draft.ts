import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { onDay } from '#lib/db/facts/dates';
import { grantedByYear } from '#lib/db/facts/sides';
import { isSavedLately } from '#lib/db/log';
import { any, isTrue } from '#lib/db/values';
import {
  type BehovsmeldingChoices,
  type BehovsmeldingText,
  partnerKinds,
} from '#lib/domain/behovsmelding/behovsmelding';
import { cellIn } from '#lib/domain/behovsmelding/draft';
import { NEED_COLUMNS } from '#lib/domain/behovsmelding/form';
import { cellName, columnOf, named } from '#lib/domain/behovsmelding/names';
import type { BehovsmeldingDraft, Choices, SavedBehovsmelding } from '#lib/domain/behovsmelding/write';
import { dayOfParts } from '#lib/domain/day';
import type { Subjects } from '#lib/domain/policy/subjects';
import { type OrganisationKind, OWNER_KINDS, type Programme } from '#lib/domain/states';
import { NEED_TEXTS } from './behovsmelding';
import { behovsmeldingParties } from './parties';
import { changeBehovsmelding, findRows, NO_ROWS, saveCells, saveLine, saveParties, savePartner } from './rows';

export type DraftRow = BehovsmeldingDraft &
  Subjects['behovsmelding'] & { roundId: string; programme: Programme; logged: boolean };

/**
 * Locks a draft alone, for one who saves in it, and reads as little as will do: its rows, and what it may choose among, only when
 * such a field is changed. Locked first and read after, as who may write is rows of their own. `logged` when this
 * person's saving is in the log of the last quarter of an hour.
 */
export async function lockDraft(
  tx: Tx,
  id: string,
  fields: readonly string[],
  by: string,
  now: Date,
): Promise<DraftRow | null> {
  await tx.selectFrom('Behovsmelding').where('id', '=', id).select('id').forUpdate().execute();
  const saving = { subjectType: 'behovsmelding', subjectId: id, action: 'behovsmelding.save' };
  const row = await tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .where('n.id', '=', id)
    .select(['n.id', 'n.version', 'n.state', 'n.ownerId', 'n.roundId', 'r.year', 'r.programme'])
    .select(NEED_TEXTS)
    .select((eb) => behovsmeldingParties(eb, now))
    .select((eb) => [
      jsonObjectFrom(
        eb
          .selectFrom('RuleSet as s')
          .whereRef('s.id', '=', 'r.ruleSetId')
          .select(['s.maxYears', 's.targetGroups', 's.unitKinds']),
      )
        .$notNull()
        .as('rules'),
      isSavedLately(saving, by, now).as('logged'),
    ])
    .executeTakeFirst();
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
  const partners = fields.some((field) => named(field)?.of === 'uh')
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
  { fields, after, draft }: SavedBehovsmelding,
  now: Date,
): Promise<void> {
  if (fields.length === 0) return;
  const columns = new Set(fields.map(columnOf));
  const written = Object.fromEntries(
    NEED_COLUMNS.filter((name) => columns.has(name)).map((name) => [name, draft[name]]),
  );
  await changeBehovsmelding(tx, before.id, now).set(written).execute();
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
  for (const { of, row } of rowsOf(fields)) {
    if (of === 'uh')
      await savePartner(
        tx,
        before.id,
        row,
        draft.uh.find((one) => one.organisationId === row),
      );
    else
      await saveLine(
        tx,
        before.id,
        row,
        draft.egenandelLines.find((line) => line.id === row),
      );
  }
}

/** The rows that fields stand in, each once. */
function rowsOf(fields: readonly string[]) {
  const rows = fields.flatMap((field) => {
    const at = named(field);
    return at?.of === 'uh' || at?.of === 'egenandel' ? [at] : [];
  });
  return new Map(rows.map((at) => [`${at.of}.${at.row}`, at])).values();
}

/** Whose a draft is and how new it is, without what is written in it; null when there is none. */
export async function findDraftSubject(
  tx: Tx,
  id: string,
  now: Date,
): Promise<(Subjects['behovsmelding'] & { id: string; version: number }) | null> {
  const found = await tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .where('n.id', '=', id)
    .select(['n.id', 'n.version', 'n.state'])
    .select((eb) => behovsmeldingParties(eb, now))
    .executeTakeFirst();
  return found ?? null;
}

/** The organisations of these kinds, by name: whom a need may name as partner. */
export const findPartners = (tx: Tx, kinds: readonly OrganisationKind[]): Promise<{ id: string; name: string }[]> =>
  tx.selectFrom('Organisation').where('kind', '=', any(kinds)).select(['id', 'name']).orderBy('name').execute();

/**
 * What the need may choose among: the other owners of its county, the themes that hold when its round is, and the
 * owner's tiltak with money in that year or later.
 */
export async function findChoices(
  tx: Tx,
  { countyId, ownerId, year, themes: named }: { countyId: string; ownerId: string; year: number; themes: string[] },
): Promise<BehovsmeldingChoices> {
  const owners = await tx
    .selectFrom('Organisation as o')
    .where('o.countyId', '=', countyId)
    .where('o.id', '<>', ownerId)
    .where('o.kind', 'in', OWNER_KINDS)
    .select((eb) => [
      'o.id',
      'o.name',
      isTrue(
        eb.exists(
          eb
            .selectFrom('RegionMembership as m')
            .innerJoin('RegionMembership as w', 'w.regionId', 'm.regionId')
            .whereRef('m.organisationId', '=', 'o.id')
            .where('w.organisationId', '=', ownerId)
            .where('m.to', 'is', null)
            .where('w.to', 'is', null)
            .select('m.regionId'),
        ),
      ).as('near'),
    ])
    .orderBy('o.name', (order) => order.collate('nb-NO-x-icu'))
    .orderBy('o.id')
    .execute();
  const themes = await tx
    .selectFrom('Theme')
    .where('countyId', '=', countyId)
    .where((eb) =>
      eb.or([
        eb('id', '=', any(named)),
        eb.and([
          eb('from', '<', onDay(dayOfParts(year + 1, 1, 1))),
          eb.or([eb('to', 'is', null), eb('to', '>', onDay(dayOfParts(year, 1, 1)))]),
        ]),
      ]),
    )
    .select(['id', 'name'])
    .orderBy('name')
    .execute();
  const tiltak = await tx
    .selectFrom('Tiltak as t')
    .where('t.leadId', '=', ownerId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('GrantedLine as g')
          .whereRef('g.tiltakId', '=', 't.id')
          .where('g.budgetYear', '>=', year)
          .select('g.id'),
      ),
    )
    .select((eb) => ['t.id', 't.reference', 't.title', grantedByYear(eb).as('granted')])
    .orderBy('t.reference')
    .execute();
  return { owners, themes, tiltak };
}
