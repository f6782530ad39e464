import { DataTable } from '#components/data-table';
import { AmountDifference } from '#components/money';
import { NextPiece, PieceLinks, pieceCaption } from '#components/piece-links';
import { Why } from '#components/why';
import { wholeRequest } from '#lib/domain/behovsmelding/sums';
import { formatKroner } from '#lib/domain/money/kroner';
import { piecesShown } from '#lib/domain/round/parts';
import type { InnstillingPage } from '#lib/queries/innstilling';
import { formatAmount, formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type ListProps = {
  t: Texts;
  page: InnstillingPage;
  /** Which part of a large round the address asks for. */
  asked: string | undefined;
};

/**
 * The needs in order of priority, with amounts, reasons and dissent, a part of a large round at a time, and the sum of the
 * whole against the budget.
 */
export function PriorityList({ t, page: { round, needs, lines, sums }, asked }: ListProps) {
  const words = t.innstilling;
  const list = piecesShown(lines, asked);
  const href = `/innstillinger/${round.id}`;
  const needOf = new Map(needs.map((need) => [need.id, need]));
  const amount = (kroner: number | null) => (kroner === null ? t.common.money.missing : formatAmount(kroner));
  const rows = list.shown.lines.flatMap((line) => {
    const need = needOf.get(line.needId);
    if (need === undefined) return [];
    const sum = wholeRequest(line);
    return [
      {
        id: need.id,
        cells: [
          line.priority ?? '–',
          <span key="n">
            <a className="ds-link" href={`/behovsmeldinger/${need.id}`}>
              {need.title}
            </a>{' '}
            <span className="block text-sm text-quiet">{need.ownerName}</span>
          </span>,
          amount(wholeRequest(need)),
          amount(line.network),
          amount(line.uh),
          amount(sum),
          line.reason,
          line.dissent,
        ],
      },
    ];
  });
  const frame = round.budget === null ? null : round.budget - round.reserve;
  const column = (key: keyof typeof words.column, number = false) => ({ key, header: words.column[key], number });
  return (
    <section>
      <PieceLinks {...{ t, list, href }} what={words.column.need} />
      <DataTable
        caption={pieceCaption(words.caption, list, t)}
        rows={rows}
        columns={[
          column('priority'),
          column('need'),
          column('asked', true),
          column('network', true),
          column('uh', true),
          column('sum', true),
          column('reason'),
          column('dissent'),
        ]}
        sums={[
          {
            id: 'sum',
            cells: [
              list.part === null ? t.common.money.sum : t.parts.sum,
              '',
              '',
              formatAmount(sums.network),
              formatAmount(sums.uh),
              formatAmount(sums.total),
              '',
              '',
            ],
          },
        ]}
      />
      <NextPiece list={list} href={href} />
      {frame !== null && (
        <p className="mt-4">
          {words.budget} <span className="num">{formatKroner(frame)}</span>.{' '}
          {sums.total > frame ? (
            <AmountDifference t={t} kroner={sums.total - frame} over={words.overBudget} />
          ) : (
            <>
              {words.left} <span className="num">{formatKroner(frame - sums.total)}</span>
            </>
          )}
        </p>
      )}
      {sums.open > 0 && <p className="text-quiet">{words.open(sums.open)}</p>}
    </section>
  );
}

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
        ruleSet={`${rules.name}, ${formatDay(rules.validFrom)}`}
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
