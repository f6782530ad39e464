import { SelectField, TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { PartComments } from '#components/need/part-comments';
import type { Said } from '#components/need/thread';
import { errorAt, type Errors } from '#components/need/words';
import { SubmitButton } from '#components/submit-button';
import { SECTIONS, type Section } from '#lib/domain/behovsmelding/missing';
import { sectionOf, type Told } from '#lib/domain/behovsmelding/comment';
import type { Typing } from '#lib/domain/form/merge';

/** What is said about a need while it is written, and what came of the last that was done with it. */
export interface Talk {
  said: readonly Said[];
  mayWrite: boolean;
  mayResolve: boolean;
  told: Told | null;
  typed: Typing;
  errors: Errors;
}

/** The comments of a step, read, written and resolved in the form: the box and the buttons are the form's own, so all else is saved first. */
export function PartTalk({
  section,
  talk: { said, mayWrite, mayResolve, told, typed, errors },
}: {
  section: Section;
  talk: Talk;
}) {
  const t = useTexts();
  const words = t.writers.comments;
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
  const words = useTexts().writers.comments;
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
