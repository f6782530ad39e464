import { DataTable } from '#components/data-table';
import { Why } from '#components/why';
import { formatKroner } from '#lib/domain/money/kroner';
import type { InnstillingPage } from '#lib/queries/innstilling';
import { formatAmount, formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** The sums of each region with its 40/60 status, and why. */
export function RegionTable({ t, page: { regions, rules } }: { t: Texts; page: InnstillingPage }) {
  const words = t.innstilling;
  const rows = regions.map((region) => {
    const { status, uhShare, missing } = region.split;
    const said = status === 'uh-short' ? words.split['uh-short'](formatKroner(missing ?? 0)) : words.split[status];
    const why = uhShare !== null && (
      <Why
        t={t}
        about={region.name}
        formula={words.why(formatKroner(region.total), rules.splitUh, formatKroner(uhShare))}
        ruleSet={`${rules.name}, ${formatDate(rules.validFrom)}`}
        source={rules.splitSource}
      />
    );
    return {
      id: region.regionId ?? region.name,
      cells: [
        <span key="name">
          {region.name} {region.regionId === null && <span className="text-sm text-quiet">({words.noRegion})</span>}
        </span>,
        formatAmount(region.network),
        formatAmount(region.uh),
        formatAmount(region.total),
        <span key="split">
          {said} {why}
        </span>,
      ],
    };
  });
  return (
    <section className="mt-12">
      <DataTable
        caption={words.regions}
        rows={rows}
        columns={[
          { key: 'region', header: words.region },
          { key: 'network', header: words.column.network, number: true },
          { key: 'uh', header: words.column.uh, number: true },
          { key: 'sum', header: words.column.sum, number: true },
          { key: 'split', header: t.round.rule.split },
        ]}
      />
      <p className="mt-2 text-sm text-quiet">{words.regionsHelp}</p>
    </section>
  );
}
