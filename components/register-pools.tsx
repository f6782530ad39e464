import { DataTable } from '#components/data-table';
import { Difference, Money } from '#components/money';
import type { RegisterPool } from '#lib/domain/register';
import type { Texts } from '#lib/texts/texts';

/** Sums declared for a whole region, beside the lines meant for them, with the difference. They are in no sum. */
export function RegisterPools({ t, pools }: { t: Texts; pools: readonly RegisterPool[] }) {
  const words = t.register.pool;
  if (pools.length === 0) return null;
  return (
    <section className="mb-12 max-w-[60rem]">
      <h2 className="text-xl font-semibold">{words.title}</h2>
      <p className="prose mt-2 mb-4">{words.body}</p>
      <DataTable
        quietCaption
        caption={words.title}
        columns={[
          { key: 'region', header: words.region },
          { key: 'receiver', header: words.receiver },
          { key: 'lines', header: words.lines, number: true },
          { key: 'amount', header: words.amount, number: true },
          { key: 'difference', header: words.difference, number: true },
        ]}
        rows={pools.map((pool) => ({
          id: pool.id,
          cells: [
            pool.regionName,
            pool.receiverName,
            <Money key="lines" t={t} kroner={pool.lines} />,
            <Money key="amount" t={t} kroner={pool.amount} />,
            <Difference key="difference" t={t} kroner={pool.lines - pool.amount} over={words.over} />,
          ],
        }))}
      />
      {pools.map(
        (pool) =>
          pool.note !== '' && (
            <p key={pool.id} className="prose mt-3 text-sm text-quiet">
              {pool.note}
            </p>
          ),
      )}
    </section>
  );
}
