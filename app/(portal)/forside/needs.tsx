import Link from 'next/link';
import { Money } from '#components/money';
import { NeedTag } from '#components/state-tag';
import type { MyNeed } from '#lib/queries/start';
import { roundName } from '#lib/texts/round-name';
import type { Texts } from '#lib/texts/texts';

/** How far the reader's latest needs have come. Drafts and returned ones stand above, as what waits. */
export function Needs({ t, needs }: { t: Texts; needs: readonly MyNeed[] }) {
  if (needs.length === 0) return null;
  return (
    <section className="mb-12">
      <h2 className="mb-4 text-xl font-semibold">{t.start.myNeeds}</h2>
      <ul className="border-t border-line">
        {needs.map((need) => (
          <li key={need.id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-line py-3">
            <span className="min-w-0 grow">
              <Link className="ds-link font-medium" href={`/behovsmeldinger/${need.id}`}>
                {need.title === '' ? t.behovsmelding.untitled : need.title}
              </Link>
              <span className="block text-sm text-quiet">
                {need.ownerName} · {roundName(t, need)}
              </span>
            </span>
            <Money t={t} kroner={need.network === null || need.uh === null ? null : need.network + need.uh} unit />
            <NeedTag state={need.state} t={t} />
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Link className="ds-link" href="/behovsmeldinger">
          {t.start.allNeeds}
        </Link>
      </p>
    </section>
  );
}
