import pg from 'pg';

/** What PostgreSQL said no with: its code, and the name of the constraint or rule. */
export interface Violation {
  sqlState: string;
  name: string | null;
}

/** The constraint an error speaks of, also where a trigger of ours raised it; null when it is not PostgreSQL's. */
export function constraintOf(error: unknown): Violation | null {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return null;
  return { sqlState: error.code, name: error.constraint ?? null };
}
