import { sql } from 'kysely';
import type { Tx } from './client';
import { arrayOf } from './values';

/** Somebody else who is in a form now, and the field they are in. */
export interface Present {
  name: string;
  field: string | null;
}

const seconds = (now: Date, count: number): Date => new Date(now.getTime() - count * 1000);

/** Tells that somebody is in a form, and answers who else is. Whoever has not said so for a while has left. */
export async function attend(
  tx: Tx,
  subject: { type: string; id: string },
  by: string,
  field: string | null,
  now: Date,
): Promise<Present[]> {
  const here = { subjectType: subject.type, subjectId: subject.id };
  return tx
    .with('left_long_ago', (db) =>
      db
        .deleteFrom('Presence')
        .where((eb) =>
          eb(
            sql.ref('ctid'),
            '=',
            sql`any(${arrayOf(
              eb
                .selectFrom('Presence as p')
                .where('p.at', '<', seconds(now, 60))
                .where('p.userId', '<>', by)
                .select(sql.ref<string>('p.ctid').as('ctid'))
                .limit(100)
                .forUpdate()
                .skipLocked(),
            )})`,
          ),
        ),
    )
    .with('here', (db) =>
      db
        .insertInto('Presence')
        .values({ ...here, userId: by, field, at: now })
        .onConflict((oc) =>
          oc.columns(['subjectType', 'subjectId', 'userId']).doUpdateSet((eb) => ({
            field: eb.ref('excluded.field'),
            at: eb.ref('excluded.at'),
          })),
        ),
    )
    .selectFrom('Presence as p')
    .innerJoin('User as u', 'u.id', 'p.userId')
    .where('p.subjectType', '=', here.subjectType)
    .where('p.subjectId', '=', here.subjectId)
    .where('p.userId', '<>', by)
    .where('p.at', '>', seconds(now, 15))
    .select(['u.name', 'p.field'])
    .orderBy('u.name')
    .orderBy('u.id')
    .execute();
}
