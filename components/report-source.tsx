import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import type { PrintedValue } from '#lib/domain/report/report';
import type { Texts } from '#lib/texts/texts';

/** What a source printed and what it was corrected to, side by side; nothing when it printed all right. */
export function ReportSource({ t, printed }: { t: Texts; printed: readonly PrintedValue[] }) {
  if (printed.length === 0) return null;
  const words = t.report.source;
  const names: Readonly<Record<string, string>> = words.fields;
  return (
    <section className="mt-12">
      <h2 className="mb-4 text-xl font-semibold">{words.title}</h2>
      <DataTable
        caption={words.caption}
        quietCaption
        columns={[
          { key: 'field', header: words.field },
          { key: 'printed', header: words.printed },
          { key: 'corrected', header: words.corrected, number: true },
          { key: 'note', header: words.note },
        ]}
        rows={printed.map((value, index) => ({
          id: `${value.field}-${index}`,
          cells: [
            names[value.field] ?? value.field,
            value.printed,
            <Money key="k" t={t} unit kroner={value.corrected} />,
            value.note,
          ],
        }))}
      />
    </section>
  );
}
