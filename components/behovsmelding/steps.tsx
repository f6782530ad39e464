import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import { type Section, SECTIONS, type Step } from '#lib/domain/behovsmelding/form';
import type { Missing } from '#lib/domain/behovsmelding/missing';
import { stepAt } from '#lib/domain/behovsmelding/names';
import type { Texts } from '#lib/texts/texts';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { PartTalk, type Talk } from './talk';

type StepPartProps = { steps: readonly Step[]; step: Step; id: Step; talk: Talk; children: ReactNode };

const isSection = (name: string): name is Section => name in SECTIONS;

/** One step of the form. With script one is open at a time, with a way back and forth; without, all stand under each other. */
export function StepPart({ steps, step, id, talk, children }: StepPartProps) {
  const t = useTexts(behovsmeldingTexts);
  const words = t.behovsmelding;
  const index = steps.indexOf(id);
  const section = id === 'egenandel-del' ? 'egenandel' : id;
  const [before, after] = [steps[index - 1], steps[index + 1]];
  return (
    <section
      id={id}
      data-step=""
      data-open={id === step ? '' : undefined}
      aria-labelledby={`${id}-t`}
      className="mb-10 scroll-mt-6"
    >
      <p className="with-script mb-1 text-sm text-quiet">{words.stepOf(index + 1, steps.length)}</p>
      <h2 id={`${id}-t`} tabIndex={-1} className="mb-4 text-xl font-semibold">
        {stepName(t, id)}
      </h2>
      {children}
      {isSection(section) && <PartTalk section={section} talk={talk} />}
      <div className="with-script no-print mt-8 flex flex-wrap gap-3 border-t border-line pt-6">
        {before !== undefined && (
          <a className="ds-button" data-variant="secondary" href={`#${before}`}>
            {words.previous(stepName(t, before))}
          </a>
        )}
        {after !== undefined && (
          <a className="ds-button" data-variant="primary" href={`#${after}`}>
            {words.next(stepName(t, after))}
          </a>
        )}
        {after !== undefined && (
          <SubmitButton weight="tertiary" name="do" value="save">
            {words.saveAs}
          </SubmitButton>
        )}
      </div>
    </section>
  );
}

type SectionStepsProps = { steps: readonly Step[]; step: Step; missing: readonly Missing[]; refused: boolean };

const stepName = (t: Pick<Texts, 'behovsmelding'>, step: Step): string =>
  t.behovsmelding.sections[step === 'egenandel-del' ? 'egenandel' : step];

/** The steps of the form, each a way to it: with a tick and its word where nothing is missing, and else how much is. */
export function SectionSteps({ steps, step, missing, refused }: SectionStepsProps) {
  const t = useTexts(behovsmeldingTexts, commonTexts);
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

const follow = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};
const place = (): string => decodeURIComponent(window.location.hash.slice(1));

/** Moves the focus to where the address leads: the heading of a step, or a field of it. */
function focusAt(id: string): void {
  const found = document.getElementById(id);
  const target = found?.matches('[data-step]') === true ? found.querySelector<HTMLElement>('h2') : found;
  target?.closest('details')?.setAttribute('open', '');
  target?.focus();
  target?.scrollIntoView({ block: target.tagName === 'H2' ? 'start' : 'center' });
}

/** The step that is open, by the address: so the browser's back goes one step back, and a link to a field opens its step. */
export function useStep(): Step {
  const at = useSyncExternalStore(follow, place, () => '');
  const begun = useRef(false);
  useEffect(() => {
    // The page has just come: only an address that leads somewhere moves the focus.
    if (begun.current || at !== '') focusAt(at === '' ? 'hvem' : at);
    begun.current = true;
  }, [at]);
  return stepAt(at);
}
