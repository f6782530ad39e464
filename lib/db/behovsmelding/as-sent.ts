import {
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  type QueryCreator,
  type RawBuilder,
  type Selectable,
  sql,
  type SqlBool,
} from 'kysely';
import type { Tables } from '#lib/db/tables';
import { arrayOf } from '#lib/db/values';
import type { NeedInRound } from './parties';

/** What refers to need `n` from inside its statement. */
export type InNeed = ExpressionBuilder<Tables & { n: Tables['Behovsmelding'] }, 'n'>;
/** The tables a copy of what was sent is kept of, beside the need itself. */
type Kept =
  'BehovsmeldingUh' | 'BehovsmeldingSubPartner' | 'BehovsmeldingParty' | 'BehovsmeldingLine' | 'EgenandelLine';

const kept = (db: QueryCreator<Tables>, which: (eb: NeedInRound) => Expression<SqlBool>) =>
  db
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .innerJoin('BehovsmeldingAsSent as k', 'k.id', 'n.asSentId')
    // Those few have an index of their own, which is found by these words alone.
    .where('n.asSentId', 'is not', null)
    .where((eb) => which(eb))
    .select(['n.id', 'n.state', 'n.version', 'n.returnComment', 'n.returnedUntil', 'k.at', 'k.rows']);
type KeptDb = QueryCreator<Tables & { kept: Selectable<Tables['BehovsmeldingAsSent']> }>;

// A copy has all columns of its table, since it stands in its place.
const copy = (db: KeptDb) =>
  db
    .selectFrom('kept')
    .innerJoinLateral(
      ({ ref }) =>
        sql<Tables['Behovsmelding']>`jsonb_populate_record(null::"Behovsmelding", ${ref('kept.rows')} -> 'need'
          || jsonb_build_object('state', ${sql.ref('kept.state')}, 'version', ${sql.ref('kept.version')},
            'returnComment', ${sql.ref('kept.returnComment')}, 'returnedUntil', ${sql.ref('kept.returnedUntil')}))`.as(
          'x',
        ),
      (join) => join.onTrue(),
    )
    .selectAll('x');
const copies =
  <T extends Kept>(table: T, name: string) =>
  (db: KeptDb) =>
    db
      .selectFrom('kept')
      .innerJoinLateral(
        ({ ref }) =>
          sql<
            Tables[T]
          >`jsonb_populate_recordset(null::${sql.table(table)}, ${ref('kept.rows')} -> ${sql.lit(name)})`.as('x'),
        (join) => join.onTrue(),
      )
      .selectAll('x');

/**
 * Begins a statement that reads those needs `n` that are read as they were sent, and no others: their copies stand in
 * place of the tables, by the tables' own names. What Statsforvalteren has said since is as it is now.
 */
export const asSent = (
  db: QueryCreator<Tables>,
  which: (eb: NeedInRound) => Expression<SqlBool>,
): QueryCreator<Tables & { kept: { at: Date } }> =>
  db
    .with('kept', (of) => kept(of, which))
    .with('Behovsmelding', copy)
    .with('BehovsmeldingUh', copies('BehovsmeldingUh', 'uh'))
    .with('BehovsmeldingSubPartner', copies('BehovsmeldingSubPartner', 'subPartners'))
    .with('BehovsmeldingParty', copies('BehovsmeldingParty', 'parties'))
    .with('BehovsmeldingLine', copies('BehovsmeldingLine', 'lines'))
    .with('EgenandelLine', copies('EgenandelLine', 'egenandel'));

// What stands in the tables, or what was sent where there is a copy of it.
const unlessKept = <T>(asSentId: Expression<string | null>, stands: Expression<T>, sent: Expression<T>) =>
  sql<T>`case when ${asSentId} is null then ${stands} else ${sent} end`;

/** A figure of a need as others read it: of what was sent, where that is not what stands in the table. */
export const asOthersRead = <T>(
  name: 'title' | 'askedNetwork' | 'askedUh' | 'plannedEgenandel',
  figure: Expression<T>,
  asSentId: Expression<string | null>,
): RawBuilder<T> => {
  const sent = expressionBuilder<Tables>()
    .selectFrom('BehovsmeldingAsSent as k')
    .where((eb) => eb('k.id', '=', asSentId))
    .select(({ ref }) =>
      sql<T>`(jsonb_populate_record(null::"Behovsmelding", ${ref('k.rows')} -> 'need')).${sql.ref(name)}`.as('figure'),
    );
  return unlessKept(asSentId, figure, sql<T>`${sent}`);
};

/** The title of a need as others read it. */
export const titleAsSent = <T extends string | null>(
  title: Expression<T>,
  asSentId: Expression<string | null>,
): RawBuilder<T> => asOthersRead('title', title, asSentId);

const organisationsSent = (eb: InNeed, name: 'uh' | 'parties') =>
  arrayOf(
    eb
      .selectFrom('BehovsmeldingAsSent as k')
      .innerJoinLateral(
        ({ ref }) => sql<{ value: unknown }>`jsonb_array_elements(${ref('k.rows')} -> ${sql.lit(name)})`.as('one'),
        (join) => join.onTrue(),
      )
      .whereRef('k.id', '=', 'n.asSentId')
      .select(sql<string>`${sql.ref('one.value')} ->> 'organisationId'`.as('id')),
  );

/** The UH that need `n` names, as others read it. */
export const uhAsSent = (eb: InNeed): RawBuilder<string[]> =>
  unlessKept(
    eb.ref('n.asSentId'),
    arrayOf(
      eb.selectFrom('BehovsmeldingUh as u').whereRef('u.behovsmeldingId', '=', 'n.id').select('u.organisationId'),
    ),
    organisationsSent(eb, 'uh'),
  );

/** The other owners in whose name need `n` was sent: those of a draft until then, and of what was sent while it is completed. */
export const partiesAsSent = (eb: InNeed): RawBuilder<string[]> =>
  unlessKept(
    eb.ref('n.asSentId'),
    arrayOf(
      eb.selectFrom('BehovsmeldingParty as b').whereRef('b.behovsmeldingId', '=', 'n.id').select('b.organisationId'),
    ),
    organisationsSent(eb, 'parties'),
  );
