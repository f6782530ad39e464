import { useTexts } from '#components/locale';
import type { Missing } from '#lib/domain/behovsmelding/missing';
import { stepAt, type Step } from '#lib/domain/behovsmelding/steps';
import type { Texts } from '#lib/texts/texts';

type Props = { steps: readonly Step[]; step: Step; missing: readonly Missing[]; refused: boolean };

export const stepName = (t: Texts, step: Step): string =>
  t.behovsmelding.sections[step === 'egenandel-del' ? 'egenandel' : step];

/** The steps of the form, each a way to it: with a tick and its word where nothing is missing, and else how much is. */
export function SectionSteps({ steps, step, missing, refused }: Props) {
  const t = useTexts();
  const words = t.behovsmelding;
  const left = (one: Step): number =>
    one === 'oversikt'
      ? missing.length + Number(refused)
      : missing.filter(({ field }) => stepAt(field) === one).length + Number(one === 'egenandel-del' && refused);
  return (
    <nav aria-label={words.stepsLabel} className="no-print mb-8 xl:sticky xl:top-6">
      <ol className="flex flex-wrap gap-x-6 gap-y-2 xl:grid">
        {steps.map((one) => {
          const done = left(one) === 0;
          return (
            <li key={one} className="grid grid-cols-[16px_auto] items-baseline gap-x-2">
              <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="translate-y-0.5">
                <circle cx="8" cy="8" r="7" className={done ? 'fill-blue' : 'fill-paper stroke-edge'} />
                {done && <path d="M4.5 8.5l2.3 2.3 4.5-5" fill="none" strokeWidth="1.6" className="stroke-paper" />}
              </svg>
              <a
                href={`#${one}`}
                className={`ds-link ${one === step ? 'font-semibold' : ''}`}
                data-color="neutral"
                aria-current={one === step ? 'step' : undefined}
              >
                {stepName(t, one)}
              </a>
              <span className="col-start-2 text-sm text-quiet">
                {done ? (one === 'vedlegg' ? t.common.form.optional : t.common.steps.done) : words.left(left(one))}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
