import Link from 'next/link';
import { Help } from '#components/notice';
import { Money } from '#components/money';
import { MoneyLine } from '#components/money';
import type { Earlier } from '#lib/domain/behovsmelding/begin';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Texts; earlier: Earlier };

/** What the need goes on from: the earlier need, what is granted already, and how the last year went, with what is not spent. */
export function EarlierBehovsmelding({ t, earlier: { need, tiltak, report } }: Props) {
  const words = t.behovsmelding.earlier;
  return (
    <section className="mb-8 max-w-[48rem] rounded-md bg-mist px-6 py-5" aria-labelledby="tidligere-t">
      <h2 id="tidligere-t" className="text-lg font-semibold">
        {words.title}
      </h2>
      {need !== null && (
        <p className="mt-1">
          {words.from}{' '}
          <Link className="ds-link" href={`/behovsmeldinger/${need.id}`}>
            «{need.title}»
          </Link>
        </p>
      )}
      {tiltak !== null && (
        <div className="mt-3 grid gap-x-10 gap-y-4 sm:grid-cols-2">
          <div>
            <p className="font-medium">{words.granted}</p>
            <p className="text-sm text-quiet">
              <Link className="ds-link" href={`/tiltak/${tiltak.reference}`}>
                {tiltak.reference}
              </Link>{' '}
              {tiltak.title}
            </p>
            {tiltak.granted.map(({ year, amount }) => (
              <MoneyLine key={year} label={year}>
                <Money t={t} kroner={amount} unit />
              </MoneyLine>
            ))}
            <MoneyLine label={t.common.money.sum} strong>
              <Money t={t} kroner={tiltak.granted.reduce((sum, one) => sum + one.amount, 0)} unit />
            </MoneyLine>
          </div>
          {report !== null && (
            <div>
              <p className="font-medium">
                <Link className="ds-link" href={`/rapporter/${report.id}`}>
                  {words.report(report.year)}
                </Link>
              </p>
              <p className="text-sm text-quiet">
                {report.isFiled && report.status !== null ? t.report.status[report.status] : words.notFiled}
              </p>
              <MoneyLine label={t.report.money.granted}>
                <Money t={t} kroner={report.granted} unit />
              </MoneyLine>
              <MoneyLine label={t.report.money.spent}>
                <Money t={t} kroner={report.spent} unit />
              </MoneyLine>
              <MoneyLine label={t.report.money.unspent} strong>
                <Money t={t} kroner={report.unspent} unit />
              </MoneyLine>
              {(report.carryOver ?? 0) > 0 && (
                <MoneyLine label={t.report.money.carryOver}>
                  <Money t={t} kroner={report.carryOver} unit />
                </MoneyLine>
              )}
              {report.goalAttainment !== '' && (
                <Help title={t.report.field.goalAttainment}>
                  <p className="whitespace-pre-line" lang={report.goalAttainmentIn}>
                    {report.goalAttainment}
                  </p>
                </Help>
              )}
            </div>
          )}
        </div>
      )}
    </section>
  );
}
