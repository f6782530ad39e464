import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import { NoticeBox } from '#components/notice';
import { formatKroner } from '#lib/domain/money/kroner';
import type { readRegisterTiltak } from '#lib/queries/register';
import type { Texts } from '#lib/texts/texts';

type Tiltak = NonNullable<Awaited<ReturnType<typeof readRegisterTiltak>>>;

/** Who leads a tiltak, where, and under which scheme. */
export function TiltakFacts({ t, tiltak }: { t: Texts; tiltak: Tiltak }) {
  const words = t.register.tiltak;
  const { publicUnits, privateUnits } = tiltak;
  const facts = [
    [words.lead, tiltak.leadName],
    [words.region, tiltak.regionName ?? t.register.withoutRegion],
    [words.programme, t.round.programme[tiltak.programme]],
    [words.status, t.register.status[tiltak.status]],
    [
      words.units,
      publicUnits === null && privateUnits === null ? null : words.unitCounts(publicUnits ?? 0, privateUnits ?? 0),
    ],
    [words.externalRef, tiltak.externalRef],
  ] as const;
  return (
    <>
      <dl className="mb-8 grid max-w-[60rem] gap-x-8 gap-y-3 sm:grid-cols-2">
        {facts.map(
          ([term, text]) =>
            text !== null && (
              <div key={term}>
                <dt className="text-sm text-quiet">{term}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      {tiltak.outsideCounty && <NoticeBox>{words.outsideCounty}</NoticeBox>}
      {!tiltak.forumFollowUp && <NoticeBox>{words.noForum}</NoticeBox>}
    </>
  );
}

/** What each receiver is granted in each budget year, with what the source prints and the region's pool beside it. */
export function TiltakLines({ t, tiltak: { lines, imported, year } }: { t: Texts; tiltak: Tiltak }) {
  const words = t.register.tiltak;
  const pools = new Map(lines.flatMap(({ pool }) => (pool === null ? [] : [[pool.id, pool]])));
  const sum = lines.reduce((all, { amount }) => all + (amount ?? 0), 0);
  return (
    <section className="mb-8 max-w-[60rem]">
      <h2 className="mb-4 text-xl font-semibold">{words.lines}</h2>
      <DataTable
        quietCaption
        caption={words.lines}
        columns={[
          { key: 'receiver', header: words.receiver },
          { key: 'side', header: words.side },
          { key: 'year', header: words.year },
          ...(imported ? [{ key: 'printed', header: words.printed }] : []),
          { key: 'amount', header: words.amount, number: true },
        ]}
        rows={lines.map((line) => ({
          id: line.id,
          cells: [
            line.receiverName ?? (
              <span key="receiver" className="text-quiet">
                {words.unknownReceiver}
              </span>
            ),
            t.register.side[line.side],
            String(line.budgetYear),
            ...(imported
              ? [
                  line.printed === null || line.printed === '' ? (
                    <span key="printed" className="text-quiet">
                      {words.noLine}
                    </span>
                  ) : (
                    <q key="printed">{line.printed}</q>
                  ),
                ]
              : []),
            <Money key="amount" t={t} kroner={line.amount} />,
          ],
        }))}
        sums={[
          {
            id: 'sum',
            cells: [t.register.sum, null, null, ...(imported ? [null] : []), <Money key="sum" t={t} kroner={sum} />],
          },
        ]}
      />
      {lines.some(({ amount }) => amount === null) && <p className="mt-3">{words.missingAmount}</p>}
      {lines.some(({ budgetYear }) => budgetYear > year) && <p className="mt-3 text-quiet">{words.laterYears}</p>}
      {[...pools.values()].map((pool) => (
        <p key={pool.id} className="prose mt-3">
          {t.register.pool.part(pool.regionName, formatKroner(pool.lines), formatKroner(pool.amount))} {pool.note}
        </p>
      ))}
    </section>
  );
}

/** What the source printed wrong, beside what it was corrected to. */
export function Corrections({ t, corrections }: { t: Texts; corrections: Tiltak['corrections'] }) {
  const words = t.register.tiltak;
  if (corrections.length === 0) return null;
  return (
    <section className="mb-8 max-w-[60rem]">
      <h2 className="mb-4 text-xl font-semibold">{words.corrections}</h2>
      <DataTable
        quietCaption
        caption={words.corrections}
        columns={[
          { key: 'field', header: words.correction.field },
          { key: 'printed', header: words.correction.printed },
          { key: 'amount', header: words.correction.amount, number: true },
          { key: 'corrected', header: words.correction.corrected, number: true },
          { key: 'note', header: words.correction.note },
        ]}
        rows={corrections.map((one) => ({
          id: one.id,
          cells: [
            words.fields[one.field] ?? one.field,
            <q key="printed">{one.printed}</q>,
            <Money key="amount" t={t} kroner={one.amount} />,
            <Money key="corrected" t={t} kroner={one.corrected} />,
            one.note,
          ],
        }))}
      />
    </section>
  );
}
