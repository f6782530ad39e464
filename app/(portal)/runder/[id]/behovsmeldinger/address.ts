import type { NeedFilter } from '#lib/domain/need-list';

/** The address of a list with these filters; what is left out is as at first. */
export function addressOf(id: string, filter: NeedFilter): string {
  const { state, region, uh, short, q, sort, descending, page } = filter;
  const parts = Object.entries({
    state, region, uh, short: short === true ? '1' : undefined, q,
    sort: sort === 'number' ? undefined : sort, descending: descending === true ? '1' : undefined, page: page === 1 ? undefined : String(page),
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `/runder/${id}/behovsmeldinger${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
}

/** The pages a reader may go to from here: the first, the last and those around, in order. */
export function pagesAround(page: number, pages: number): number[] {
  return [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b);
}
