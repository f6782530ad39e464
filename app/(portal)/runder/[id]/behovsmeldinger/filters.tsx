import { LACKS, type BehovsmeldingFilter } from '#lib/domain/behovsmelding/list';
import type { RoundBehovsmeldingerPage } from '#lib/queries/round';
import { compareNorwegian } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** The address of a list with these filters; what is left out is as at first. */
export function addressOf(id: string, filter: BehovsmeldingFilter, list = `/runder/${id}/behovsmeldinger`): string {
  const query = queryOf(filter);
  return query === '' ? list : `${list}?${query}`;
}

/** The filters as the words of an address. */
export function queryOf(filter: BehovsmeldingFilter): string {
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

interface Chip {
  key: string;
  label: string;
  count: number;
  href: string;
  on: boolean;
}

/** One filter as a row of links, each with how many it leads to. Plain links: they work without script and weigh little. */
function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-2" role="group" aria-label={label}>
      <span className="w-20 text-sm text-quiet" aria-hidden="true">
        {label}
      </span>
      {chips.map((chip) => (
        <a
          key={chip.key}
          href={chip.href}
          aria-current={chip.on ? 'true' : undefined}
          className="rounded-full border border-edge px-3 py-0.5 text-sm text-ink no-underline hover:underline aria-[current=true]:border-blue aria-[current=true]:bg-tint aria-[current=true]:font-semibold"
        >
          {chip.label} <span className="num text-quiet">{chip.count}</span>
        </a>
      ))}
    </div>
  );
}

/** The filters of the list as chips with counts over the whole round, and the search box. */
export function Filters({ t, page: { round, filter, sums, lacks } }: { t: Texts; page: RoundBehovsmeldingerPage }) {
  const words = t.round.needs;
  const to = (change: Partial<BehovsmeldingFilter>) => addressOf(round.id, { ...filter, ...change, page: 1 });
  const some = (name: 'state' | 'region' | 'uh', chips: readonly { key: string; label: string; count: number }[]) => [
    { key: '', label: words.all, count: sums.all, href: to({ [name]: undefined }), on: filter[name] === undefined },
    ...[...chips]
      .sort((a, b) => compareNorwegian(a.label, b.label))
      .map((chip) => ({ ...chip, href: to({ [name]: chip.key }), on: filter[name] === chip.key })),
  ];
  const named = (list: RoundBehovsmeldingerPage['sums']['regions']) =>
    list.map(({ key, name, count }) => ({ key, label: name, count }));
  const hidden = Object.entries({ ...filter, q: undefined, page: undefined }).filter(
    ([, value]) => value !== undefined && value !== false && value !== 'number',
  );
  return (
    <section aria-label={words.filters} className="mb-6 grid gap-3">
      <Chips
        label={words.state}
        chips={some(
          'state',
          sums.states.map(({ key, count }) => ({ key, label: t.common.needState[key], count })),
        )}
      />
      <Chips label={words.region} chips={some('region', named(sums.regions))} />
      <Chips label={words.uh} chips={some('uh', named(sums.partners))} />
      <Chips
        label={words.lacks}
        chips={[
          {
            key: 'short',
            label: words.egenandelShort,
            count: sums.short,
            href: to({ short: !filter.short }),
            on: filter.short,
          },
          ...LACKS.map((what) => ({
            key: what,
            label: words.lack[what],
            count: lacks[what],
            href: to({ lacks: filter.lacks === what ? undefined : what }),
            on: filter.lacks === what,
          })),
        ]}
      />
      <form
        method="get"
        action={`/runder/${round.id}/behovsmeldinger`}
        role="search"
        className="flex flex-wrap items-center gap-3"
      >
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value === true ? '1' : String(value)} />
        ))}
        <label htmlFor="q" className="text-sm">
          {words.search}
        </label>
        <span className="w-72 max-w-full">
          <input id="q" name="q" type="search" className="ds-input" defaultValue={filter.q ?? ''} maxLength={100} />
        </span>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t.common.button.search}
        </button>
        <a className="ds-link" href={`/runder/${round.id}/behovsmeldinger`}>
          {words.clear}
        </a>
      </form>
    </section>
  );
}
