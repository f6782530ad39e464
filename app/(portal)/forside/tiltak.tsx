import Link from 'next/link';
import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import type { MyTiltak } from '#lib/queries/start';
import type { Texts } from '#lib/texts/texts';

/** The reader's own tiltak: granted, spent and unspent, in kroner. */
export function Tiltak({ t, tiltak }: { t: Texts; tiltak: readonly MyTiltak[] }) {
  const words = t.start.columns;
  const columns = [
    { key: 'reference', header: words.reference },
    { key: 'title', header: words.title },
    { key: 'granted', header: words.granted, number: true },
    { key: 'spent', header: words.spent, number: true },
    { key: 'unspent', header: words.unspent, number: true },
  ];
  const rows = tiltak.map((one) => ({
    id: one.id,
    cells: [
      <Link key="reference" className="ds-link whitespace-nowrap" href={`/tiltak/${one.reference}`}>
        {one.reference}
      </Link>,
      one.title,
      <Money key="granted" t={t} kroner={one.granted} />,
      <Money key="spent" t={t} kroner={one.spent} missing={t.start.notReported} />,
      <Money key="unspent" t={t} kroner={one.unspent} missing={t.start.notReported} />,
    ],
  }));
  return (
    <section className="mb-12">
      <h2 className="mb-4 text-xl font-semibold">{t.start.mine}</h2>
      {rows.length === 0 ? (
        <p className="text-quiet">{t.start.noneMine}</p>
      ) : (
        <DataTable caption={t.start.mine} quietCaption columns={columns} rows={rows} />
      )}
    </section>
  );
}
