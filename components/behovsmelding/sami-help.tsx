import { SAMI_DEGREES } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';

/** What each level of samisk perspektiv means when the tiltak is reported. */
export function SamiHelp({ t }: { t: Texts }) {
  return (
    <>
      <p>{t.behovsmelding.help.samiWhy}</p>
      <dl className="grid gap-2">
        {SAMI_DEGREES.map((degree) => (
          <div key={degree}>
            <dt className="font-medium">{t.report.sami[degree]}</dt>
            <dd>{t.report.samiHelp[degree]}</dd>
          </div>
        ))}
      </dl>
      <p>{t.behovsmelding.help.ownWords}</p>
    </>
  );
}
