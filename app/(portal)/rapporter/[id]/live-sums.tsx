'use client';

import { useTexts } from '#components/locale';
import { Money } from '#components/money';
import { MoneyLine } from '#components/money';
import { EgenandelLines } from '#components/report/egenandel';
import { Why } from '#components/why';
import { formatKroner } from '#lib/domain/money/kroner';
import type { TiltakMoney as YearMoney } from '#lib/domain/report/money';
import type { Half, Report } from '#lib/domain/report/report';
import { egenandelOfReport } from '#lib/domain/report/egenandel';
import { commonTexts } from '#lib/texts/browser/common';
import { reportTexts } from '#lib/texts/browser/report';

/** The sums of a half as they stand while one types: the same functions as the command asks. */
export function HalfSums({ now, money, report }: { now: Half; money: YearMoney; report: Report }) {
  const t = useTexts(commonTexts, reportTexts);
  const words = t.report.money;
  const { granted, carriedIn, available, spent, unspent, over, carryOver, rest } = money;
  return (
    <section aria-live="polite" aria-label={words.live} className="mb-6 max-w-[42rem] rounded-md bg-mist px-5 py-4">
      <h3 className="mb-1 font-semibold">{words.live}</h3>
      <MoneyLine label={words.granted}>
        <Money t={t} unit kroner={granted} />
      </MoneyLine>
      {carriedIn > 0 && (
        <MoneyLine label={words.carriedIn}>
          <Money t={t} unit kroner={carriedIn} />
        </MoneyLine>
      )}
      <MoneyLine label={words.spent}>
        <Money t={t} unit kroner={spent} />
      </MoneyLine>
      <MoneyLine label={words.unspent} strong>
        <Money t={t} unit kroner={unspent} />
      </MoneyLine>
      {granted !== null && spent !== null && available !== null && (
        <Why
          t={t}
          about={words.whyUnspent}
          formula={words.unspentFormula(granted, carriedIn, spent, available - spent)}
        />
      )}
      {over !== null && over > 0 && (
        <p className="font-medium text-warn">
          {words.over}: {formatKroner(over)}
        </p>
      )}
      {carryOver !== null && (
        <MoneyLine label={words.carryOver}>
          <Money t={t} unit kroner={carryOver} />
        </MoneyLine>
      )}
      {rest !== null && rest > 0 && (
        <MoneyLine label={words.rest}>
          <Money t={t} unit kroner={rest} />
        </MoneyLine>
      )}
      {now.side === 'owner' && (
        <>
          <h3 className="mt-4 mb-1 font-semibold">{t.report.egenandel.title}</h3>
          <EgenandelLines
            t={t}
            egenandel={egenandelOfReport(report, now.egenandel)}
            reported={now.egenandel}
            report={report}
          />
          <p className="text-sm text-quiet">{t.report.egenandel.mayFile}</p>
        </>
      )}
    </section>
  );
}
