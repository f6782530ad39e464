import { SelectField, TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import type { Told } from '#lib/domain/behovsmelding/comment';
import { sectionOf } from '#lib/domain/behovsmelding/form';
import { type Section, SECTIONS } from '#lib/domain/behovsmelding/form';
import type { Typing } from '#lib/domain/form/merge';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { errorTexts } from '#lib/texts/browser/errors';
import type { ReactNode } from 'react';
import { errorAt, type Errors } from './words';

type Props = {
  section: Section;
  said: readonly Said[];
  open?: boolean;
  act?: (one: Said) => ReactNode;
  children: ReactNode;
};

/** At the end of a part: what was said about its fields, field by field, folded; and under it the way to say more. */
export function PartComments({ section, said, open = false, act, children }: Props) {
  const t = useTexts(behovsmeldingTexts);
  const words = t.comments;
  const fields = SECTIONS[section];
  const here = said.filter(({ field }) => fields.some((one) => one === field));
  const asked = here.some(({ fromCounty, resolved }) => fromCounty === true && resolved === null);
  const waiting = here.filter(({ resolved }) => resolved === null).length;
  return (
    <details className="fold no-print mt-3" open={open || asked}>
      <summary>
        {words.title(here.length)}
        {here.length > 0 && <span className="text-sm font-normal text-quiet">{words.open(waiting)}</span>}
        <span className="ds-sr-only"> ({t.behovsmelding.sections[section]})</span>
      </summary>
      <div className="mt-3 grid max-w-[42rem] gap-5 pl-5">
        {fields
          .filter((field) => here.some((one) => one.field === field))
          .map((field) => (
            <div key={field}>
              <p className="mb-2 font-medium">{t.behovsmelding.fields[field]}</p>
              <Thread said={here.filter((one) => one.field === field)} {...(act && { act })} />
            </div>
          ))}
        {children}
      </div>
    </details>
  );
}

/** What is said about a need while it is written, and what came of the last that was done with it. */
export interface Talk {
  said: readonly Said[];
  mayWrite: boolean;
  mayResolve: boolean;
  told: Told | null;
  typed: Typing;
  errors: Errors;
}

/**
 * The comments of a step, read, written and resolved in the form: the box and the buttons are the form's own, so all
 * else is saved first.
 */
export function PartTalk({
  section,
  talk: { said, mayWrite, mayResolve, told, typed, errors },
}: {
  section: Section;
  talk: Talk;
}) {
  const t = useTexts(behovsmeldingTexts, errorTexts);
  const words = t.comments;
  const here = said.filter(({ field }) => sectionOf(field) === section);
  const [box, about] = [`kommentar.${section}`, `kommentar.${section}.felt`];
  const [text, wrong] = [typed[box]?.[0], errorAt(errors, box, t)];
  const deed = told?.section === section ? told.deed : null;
  const isOpen =
    here.some(({ resolved }) => resolved === null) ||
    deed !== null ||
    wrong !== undefined ||
    (text ?? '').trim() !== '';
  const fields = SECTIONS[section];
  return (
    <PartComments
      section={section}
      said={here}
      open={isOpen}
      act={(one) => mayResolve && one.fromCounty !== true && <ResolveButton one={one} />}
    >
      {deed !== null && (
        <p id={`${box}.svar`} role="status" tabIndex={-1} className="text-good">
          {words.done[deed]}
        </p>
      )}
      {/* What was written leaves the box. */}
      {mayWrite && (
        <div key={here.length} className="min-w-0">
          {fields.length === 1 ? (
            <input type="hidden" name={about} value={fields[0]} />
          ) : (
            <SelectField
              name={about}
              label={words.about}
              error={errorAt(errors, about, t)}
              defaultValue={typed[about]?.[0] ?? fields[0]}
              options={fields.map((value) => ({ value, label: t.behovsmelding.fields[value] }))}
            />
          )}
          <TextArea
            name={box}
            label={words.text}
            description={words.help}
            rows={2}
            max={2000}
            error={wrong}
            defaultValue={text}
          />
          <SubmitButton weight="secondary" name="do" value={box}>
            {words.write}
            <span className="ds-sr-only"> ({t.behovsmelding.sections[section]})</span>
          </SubmitButton>
        </div>
      )}
    </PartComments>
  );
}

function ResolveButton({ one }: { one: Said }) {
  const words = useTexts(behovsmeldingTexts).comments;
  const done = one.resolved !== null;
  return (
    <button
      className="ds-button mt-1"
      data-variant="tertiary"
      data-size="sm"
      type="submit"
      name="do"
      value={`${done ? 'apnet' : 'lost'}.${one.id}`}
      aria-label={done ? words.reopenAbout(one.authorName) : words.resolveAbout(one.authorName)}
    >
      {done ? words.reopen : words.resolve}
    </button>
  );
}

/** A comment as it is read: who and when in words, and by whom and when it was resolved. */
export interface Said {
  id: string;
  field: string;
  text: string;
  authorName: string;
  by: string;
  resolved: string | null;
  /** Statsforvalteren's, which is answered by sending again. */
  fromCounty?: boolean;
}

/** What was said about a field, in the order it was said. What is resolved stays, quieter. */
export function Thread({ said, act }: { said: readonly Said[]; act?: (one: Said) => ReactNode }) {
  return (
    <ol className="grid gap-3">
      {said.map((one) => (
        <li
          key={one.id}
          className={`border-l-2 pl-3 ${one.resolved === null ? 'border-blue' : 'border-line text-quiet'}`}
        >
          <p className="text-sm text-quiet">{one.by}</p>
          <p className="break-words whitespace-pre-line">{one.text}</p>
          {one.resolved !== null && <p className="text-sm text-good">{one.resolved}</p>}
          {act?.(one)}
        </li>
      ))}
    </ol>
  );
}
