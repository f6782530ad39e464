import { formatKroner } from '#lib/domain/money/kroner';
import { deviation, total, type Judged } from '#lib/domain/tildeling/tildeling';
import type { Texts } from '#lib/texts/texts';

/** Where the proposal leaves the innstilling or the request, by how much, and why. */
export function Deviations({ t, judged }: { t: Texts; judged: readonly Judged[] }) {
  const words = t.approval;
  const lines = judged.flatMap((one) => {
    const below = deviation(one);
    const above = one.recommended === null ? 0 : total(one.given) - total(one.recommended);
    const parts = [
      ...(below.recommended !== null && below.recommended > 0
        ? [words.belowRecommended(formatKroner(below.recommended))]
        : []),
      ...(below.asked > 0 ? [words.belowAsked(formatKroner(below.asked))] : []),
      ...(above > 0 ? [words.aboveRecommended(formatKroner(above))] : []),
    ];
    return parts.length === 0
      ? []
      : [{ key: one.needId, title: one.title, text: parts.join(', '), reason: one.reason }];
  });
  return (
    <section className="mt-12 max-w-[48rem]">
      <h2 className="text-xl font-semibold">{words.deviations}</h2>
      {lines.length === 0 ? (
        <p className="mt-3 text-quiet">{words.noDeviations}</p>
      ) : (
        <dl className="mt-4 grid gap-4">
          {lines.map((line) => (
            <div key={line.key}>
              <dt className="font-medium">
                {line.title}: <span className="font-normal">{line.text}</span>
              </dt>
              <dd className="text-quiet">{line.reason}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
