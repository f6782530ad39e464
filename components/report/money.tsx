import { StackedBar } from '#components/charts';
import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import { formatKroner } from '#lib/domain/money/kroner';
import { sumKnown, type TiltakMoney as YearMoney } from '#lib/domain/report/money';
import type { PrintedValue } from '#lib/domain/report/report';
import type { Texts } from '#lib/texts/texts';

export type PartyMoney = { id: string; name: string; money: YearMoney; estimate: boolean };

/** The line of the year for all parties: granted, used, left and asked carried over, as a picture, in words and in a table. Kroner. */
export function ReportMoney({ t, year, parties }: { t: Texts; year: number; parties: readonly PartyMoney[] }) {
  const words = t.report.money;
  const total = (pick: (money: YearMoney) => number | null) => sumKnown(parties.map((party) => pick(party.money)));
  const [granted, carriedIn, available, spent, unspent, rest] = [
    total((m) => m.granted),
    total((m) => m.carriedIn),
    total((m) => m.available),
    total((m) => m.spent),
    total((m) => m.unspent),
    total((m) => m.rest),
  ];
  const asked = total((m) => m.carryOver ?? 0);
  const cells = (name: string, row: readonly (number | null)[]) => [
    name,
    ...row.map((kroner, index) => <Money key={index} t={t} kroner={kroner} {...(index === 4 && { missing: '' })} />),
  ];
  return (
    <section className="mb-10">
      <h2 className="mb-4 text-xl font-semibold">{words.title(year)}</h2>
      {available !== null && spent !== null && unspent !== null && rest !== null ? (
        <>
          <StackedBar
            t={t}
            title={words.available(formatKroner(available))}
            whole={available}
            table={false}
            parts={[
              { key: 'spent', label: words.spent, kroner: spent },
              { key: 'carry', label: words.carryOver, kroner: unspent - rest },
              { key: 'rest', label: words.rest, kroner: rest },
            ]}
          />
          <p className="my-3">
            {words.line(formatKroner(available), formatKroner(spent), formatKroner(unspent), formatKroner(asked ?? 0))}
          </p>
        </>
      ) : (
        <p className="mb-3 text-quiet">{words.unknown}</p>
      )}
      <DataTable
        caption={words.title(year)}
        quietCaption
        columns={[
          { key: 'party', header: words.party },
          { key: 'granted', header: words.granted, number: true },
          { key: 'in', header: words.carriedIn, number: true },
          { key: 'spent', header: words.spent, number: true },
          { key: 'unspent', header: words.unspent, number: true },
          { key: 'carry', header: words.carryOver, number: true },
        ]}
        rows={parties.map(({ id, name, money, estimate }) => ({
          id,
          cells: cells(estimate ? `${name} (${words.estimate})` : name, [
            money.granted,
            money.carriedIn,
            money.spent,
            money.unspent,
            money.carryOver,
          ]),
        }))}
        sums={[{ id: 'sum', cells: cells(words.sum, [granted, carriedIn, spent, unspent, asked]) }]}
      />
    </section>
  );
}

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
