import type { Tx } from './client';

export interface SavedFilter {
  id: string;
  name: string;
  query: string;
}

/** The filters somebody keeps, by name. */
export const savedFilters = (tx: Tx, userId: string): Promise<SavedFilter[]> =>
  tx.savedFilter.findMany({
    where: { userId },
    select: { id: true, name: true, query: true },
    orderBy: { name: 'asc' },
  });

/** Keeps a filter by name; the same name again is the new one. */
export async function keepFilter(tx: Tx, userId: string, name: string, query: string): Promise<void> {
  await tx.savedFilter.upsert({
    where: { userId_name: { userId, name } },
    create: { userId, name, query },
    update: { query },
  });
}

/** Forgets a filter of this person's. */
export async function forgetFilter(tx: Tx, userId: string, id: string): Promise<void> {
  await tx.savedFilter.deleteMany({ where: { id, userId } });
}
