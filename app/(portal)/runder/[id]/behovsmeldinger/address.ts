import type { NeedFilter } from '#lib/domain/behovsmelding/list';

/** The address of a list with these filters; what is left out is as at first. */
export function addressOf(id: string, filter: NeedFilter, list = `/runder/${id}/behovsmeldinger`): string {
  const query = queryOf(filter);
  return query === '' ? list : `${list}?${query}`;
}

/** The filters as the words of an address. */
export function queryOf(filter: NeedFilter): string {
  const { state, region, uh, short, lacks, q, sort, descending, page } = filter;
  const parts = Object.entries({
    state,
    region,
    uh,
    short: short === true ? '1' : undefined,
    lacks,
    q,
    sort: sort === 'number' ? undefined : sort,
    descending: descending === true ? '1' : undefined,
    page: page === 1 ? undefined : String(page),
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return parts.join('&');
}

/** The pages a reader may go to from here: the first, the last and those around, in order. */
export function pagesAround(page: number, pages: number): number[] {
  return [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])]
    .filter((one) => one >= 1 && one <= pages)
    .sort((a, b) => a - b);
}
