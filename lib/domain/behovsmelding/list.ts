import type { BehovsmeldingState } from '#lib/domain/states';

export const NEED_SORTS = ['number', 'title', 'owner', 'region', 'asked', 'state'] as const;
export type BehovsmeldingSort = (typeof NEED_SORTS)[number];
export const NEEDS_PER_PAGE = 50;

/** What a sent need may lack besides its egenandel; each is a filter with a count. */
export const LACKS = ['fields', 'uh-contact', 'owner', 'split', 'attachments'] as const;
export type Lack = (typeof LACKS)[number];
/** What a line of the list keeps that the need lacks: egenandel, short or not known, and the others. */
export type ListedLack = 'egenandel' | Lack;

/** Which of a round's needs to list, in what order, and which page from 1. */
export interface BehovsmeldingFilter {
  state?: Exclude<BehovsmeldingState, 'draft'> | undefined;
  region?: string | undefined;
  uh?: string | undefined;
  short?: boolean;
  lacks?: Lack | undefined;
  q?: string | undefined;
  sort: BehovsmeldingSort;
  descending?: boolean;
  page: number;
}

/** The whole number a search means when it is a need's number, with or without letters before it; null for other words. */
export function numberSought(q: string): number | null {
  const digits = /^(?:[A-Za-zÆØÅæøå]{1,4}-?)?(\d{1,9})$/.exec(q)?.[1];
  return digits === undefined ? null : Number(digits);
}
