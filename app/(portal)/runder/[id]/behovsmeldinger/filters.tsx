import { LACKS, type NeedFilter } from '#lib/domain/behovsmelding/list';
import type { RoundNeedsPage } from '#lib/queries/round';
import { compareNorwegian } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { addressOf } from './address';
import { Chips } from './chips';

/** The filters of the list as chips with counts over the whole round, and the search box. */
export function Filters({ t, page: { round, filter, sums, lacks } }: { t: Texts; page: RoundNeedsPage }) {
  const words = t.round.needs;
  const to = (change: Partial<NeedFilter>) => addressOf(round.id, { ...filter, ...change, page: 1 });
  const some = (name: 'state' | 'region' | 'uh', chips: readonly { key: string; label: string; count: number }[]) => [
    { key: '', label: words.all, count: sums.all, href: to({ [name]: undefined }), on: filter[name] === undefined },
    ...[...chips]
      .sort((a, b) => compareNorwegian(a.label, b.label))
      .map((chip) => ({ ...chip, href: to({ [name]: chip.key }), on: filter[name] === chip.key })),
  ];
  const named = (list: RoundNeedsPage['sums']['regions']) =>
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
