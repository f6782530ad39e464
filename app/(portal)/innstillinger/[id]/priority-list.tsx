import { DataTable } from '#components/data-table';
import { Difference } from '#components/money';
import { wholeRequest } from '#lib/domain/behovsmelding/sums';
import { formatKroner } from '#lib/domain/money/kroner';
import type { InnstillingPage } from '#lib/queries/innstilling';
import { formatAmount } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** The needs in order of priority, with amounts, reasons and dissent, and the sum against the budget. */
export function PriorityList({ t, page: { round, needs, lines, sums } }: { t: Texts; page: InnstillingPage }) {
  const words = t.innstilling;
  const amount = (kroner: number | null) => (kroner === null ? t.common.money.missing : formatAmount(kroner));
  const rows = lines.flatMap((line) => {
    const need = needs.find(({ id }) => id === line.needId);
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
      <DataTable
        caption={words.caption}
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
              t.common.money.sum,
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
      {frame !== null && (
        <p className="mt-4">
          {words.budget} <span className="num">{formatKroner(frame)}</span>.{' '}
          {sums.total > frame ? (
            <Difference t={t} kroner={sums.total - frame} over={words.overBudget} />
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
