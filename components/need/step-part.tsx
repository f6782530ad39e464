import type { ReactNode } from 'react';
import { useTexts } from '#components/locale';
import { PartTalk, type Talk } from '#components/need/part-talk';
import { stepName } from '#components/need/section-steps';
import { SubmitButton } from '#components/submit-button';
import { SECTIONS, type Section } from '#lib/domain/behovsmelding/missing';
import type { Step } from '#lib/domain/behovsmelding/steps';

type Props = { steps: readonly Step[]; step: Step; id: Step; talk: Talk; children: ReactNode };

const isSection = (name: string): name is Section => name in SECTIONS;

/** One step of the form. With script one is open at a time, with a way back and forth; without, all stand under each other. */
export function StepPart({ steps, step, id, talk, children }: Props) {
  const t = useTexts();
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
