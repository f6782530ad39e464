import { type Expression, expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import type { Tables } from '#lib/db/tables';
import { arrayOf, newId, withInstants } from '#lib/db/values';
import type { EgenandelLine } from '#lib/domain/behovsmelding/behovsmelding';
import type { BehovsmeldingDraft } from '#lib/domain/behovsmelding/write';
import type { Side } from '#lib/domain/states';

/** The rows of a draft: its cells, egenandel lines partners and the other owners it is for. */
export type DraftRows = Pick<BehovsmeldingDraft, 'lines' | 'egenandelLines' | 'uh' | 'parties'>;
export const NO_ROWS: DraftRows = { lines: [], egenandelLines: [], uh: [], parties: [] };

/** Begins a change of a need: it is one version newer, also when it is its rows that change. */
export const changeBehovsmelding = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('Behovsmelding')
    .set((eb) => ({ updatedAt: now, version: eb('version', '+', 1) }))
    .where('id', '=', id);

/** The egenandel lines of a need, in the order they were added. */
export const egenandelLinesOf = (needId: Expression<string>) =>
  jsonArrayFrom(
    expressionBuilder<Tables>()
      .selectFrom('EgenandelLine as e')
      .where('e.behovsmeldingId', '=', needId)
      .select(['e.id', 'e.budgetYear', 'e.kind', 'e.note', 'e.hours', 'e.rate', 'e.amount'])
      .orderBy('e.position')
      .orderBy('e.id'),
  );

/** All rows of a draft in one statement. */
export async function findRows(tx: Tx, id: string): Promise<DraftRows> {
  const rows = await tx
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('BehovsmeldingLine as l')
          .where('l.behovsmeldingId', '=', id)
          .select(['l.side', 'l.receiverId', 'l.budgetYear', 'l.amount', 'l.coordinator']),
      ).as('lines'),
      egenandelLinesOf(eb.val(id)).as('egenandelLines'),
      jsonArrayFrom(
        eb
          .selectFrom('BehovsmeldingUh as u')
          .where('u.behovsmeldingId', '=', id)
          .select(['u.organisationId', 'u.contact', 'u.sharedAt', 'u.confirmedAt', 'u.declinedAt', 'u.filledAt'])
          .select('u.plan')
          .select((of) =>
            arrayOf(
              of
                .selectFrom('BehovsmeldingSubPartner as s')
                .whereRef('s.behovsmeldingId', '=', 'u.behovsmeldingId')
                .whereRef('s.throughId', '=', 'u.organisationId')
                .select('s.id'),
            ).as('subPartners'),
          ),
      ).as('uh'),
      jsonArrayFrom(
        eb.selectFrom('BehovsmeldingParty as p').where('p.behovsmeldingId', '=', id).select('p.organisationId'),
      ).as('parties'),
    ])
    .executeTakeFirstOrThrow();
  return { ...rows, uh: withInstants(rows.uh, 'sharedAt', 'confirmedAt', 'declinedAt', 'filledAt') };
}

interface Cell {
  side: Side;
  receiverId: string;
  budgetYear: number;
  amount: number | null;
  coordinator?: number | null;
}

/** Writes these cells of the budget; what goes to coordinating stays where a cell says nothing of it. */
export async function saveCells(tx: Tx, needId: string, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  const says = cells.some(({ coordinator }) => coordinator !== undefined);
  await tx
    .insertInto('BehovsmeldingLine')
    .values(
      cells.map(({ side, receiverId, budgetYear, amount, coordinator }) => ({
        ...{ id: newId(), behovsmeldingId: needId, side, receiverId, budgetYear, amount },
        ...(coordinator !== undefined && { coordinator }),
      })),
    )
    .onConflict((oc) =>
      oc.columns(['behovsmeldingId', 'side', 'receiverId', 'budgetYear']).doUpdateSet((eb) => ({
        amount: eb.ref('excluded.amount'),
        ...(says && { coordinator: eb.ref('excluded.coordinator') }),
      })),
    )
    .execute();
}

/** Writes a line of the egenandel, the new ones last; a line that is no more is taken away. */
export async function saveLine(tx: Tx, needId: string, id: string, line: EgenandelLine | undefined): Promise<void> {
  if (line === undefined) {
    await tx.deleteFrom('EgenandelLine').where('id', '=', id).where('behovsmeldingId', '=', needId).execute();
    return;
  }
  const { budgetYear, kind, note, hours, rate, amount } = line;
  const last = tx
    .selectFrom('EgenandelLine as l')
    .where('l.behovsmeldingId', '=', needId)
    .select(({ fn, ref }) => fn.coalesce(sql<number>`max(${ref('l.position')}) + 1`, sql.lit(0)).as('position'));
  await tx
    .insertInto('EgenandelLine')
    .values({ id, behovsmeldingId: needId, position: last, budgetYear, kind, note, hours, rate, amount })
    .onConflict((oc) =>
      oc
        .column('id')
        .doUpdateSet({ budgetYear, kind, note, hours, rate, amount })
        .where('EgenandelLine.behovsmeldingId', '=', needId),
    )
    .execute();
}

/** Puts in the lines of the egenandel of a need that is new, in this order. */
export async function insertEgenandel(
  tx: Tx,
  behovsmeldingId: string,
  lines: readonly Omit<EgenandelLine, 'id'>[],
): Promise<void> {
  const rows = lines.map(({ budgetYear, kind, note, hours, rate, amount }, position) => ({
    ...{ id: newId(), behovsmeldingId, position },
    ...{ budgetYear, kind, note, hours, rate, amount },
  }));
  if (rows.length > 0) await tx.insertInto('EgenandelLine').values(rows).execute();
}

/** Writes a partner, or takes it away. What a UH has confirmed of its contact is its own. */
export async function savePartner(
  tx: Tx,
  behovsmeldingId: string,
  organisationId: string,
  partner: { contact: string } | undefined,
): Promise<void> {
  if (partner === undefined)
    await tx
      .deleteFrom('BehovsmeldingUh')
      .where('behovsmeldingId', '=', behovsmeldingId)
      .where('organisationId', '=', organisationId)
      .execute();
  else
    await tx
      .insertInto('BehovsmeldingUh')
      .values({ behovsmeldingId, organisationId, contact: partner.contact })
      .onConflict((oc) =>
        oc
          .columns(['behovsmeldingId', 'organisationId'])
          .doUpdateSet((eb) => ({ contact: eb.ref('excluded.contact') }))
          .where('BehovsmeldingUh.confirmedAt', 'is', null),
      )
      .execute();
}

/** Writes for which other owners it is. */
export async function saveParties(tx: Tx, behovsmeldingId: string, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('BehovsmeldingParty')
    .where('behovsmeldingId', '=', behovsmeldingId)
    .where('organisationId', '<>', sql<string>`all(${ids})`)
    .execute();
  if (ids.length === 0) return;
  await tx
    .insertInto('BehovsmeldingParty')
    .values(ids.map((organisationId) => ({ behovsmeldingId, organisationId })))
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Takes away the cells that a need no longer asks for. A draft keeps them, so that they are there again with the year or the partner. */
export async function pruneCells(tx: Tx, needId: string): Promise<void> {
  await tx
    .deleteFrom('BehovsmeldingLine as l')
    .using('Behovsmelding as n')
    .using('Round as r')
    .where('l.behovsmeldingId', '=', needId)
    .where('n.id', '=', needId)
    .whereRef('r.id', '=', 'n.roundId')
    .where((eb) => {
      const named = eb
        .selectFrom('BehovsmeldingUh as u')
        .whereRef('u.behovsmeldingId', '=', 'n.id')
        .whereRef('u.organisationId', '=', 'l.receiverId')
        .select('u.organisationId');
      return eb.or([
        eb('l.budgetYear', '<', eb.ref('r.year')),
        eb('l.budgetYear', '>=', eb('r.year', '+', eb.ref('n.years'))),
        eb.and([eb('l.side', '=', 'network'), eb('l.receiverId', '<>', eb.ref('n.ownerId'))]),
        eb.and([eb('l.side', '=', 'uh'), eb.not(eb.exists(named))]),
      ]);
    })
    .execute();
}
