import { fieldsIn } from '#components/saving/fields';
import { changedInForm, only, type Changes, type Typing } from '#lib/domain/form/merge';
import type { FieldErrors } from '#lib/domain/outcome';
import { MOST_FIELDS } from '#lib/schema/form';
import { typedIn, type FormState } from './answer';
import { textOf } from './input';

const THEIRS = 'theirs:';

// One more than may be sent is enough to refuse it by, however many there are.
const readable = <T>(fields: readonly T[]): readonly T[] => fields.slice(0, MOST_FIELDS + 1);

function beganIn(form: FormData): Typing {
  try {
    const began: unknown = JSON.parse(textOf(form, 'began'));
    const sound = typeof began === 'object' && began !== null ? Object.entries(began) : [];
    return Object.fromEntries(
      readable(sound).filter(
        (entry): entry is [string, string[]] =>
          Array.isArray(entry[1]) && entry[1].every((value) => typeof value === 'string'),
      ),
    );
  } catch {
    return {};
  }
}

/** What a form that was sent whole has changed since its page was made. A field where another's text was chosen has not. */
export function changesIn(form: FormData, whole: (typing: Typing) => Typing): Changes {
  const typed = typedIn(form);
  const changes = changedInForm(
    beganIn(form),
    Object.fromEntries(readable(Object.entries(fieldsIn(typed)))),
    whole,
    typed['lists'],
  );
  const pressed = textOf(form, 'do');
  const kept = Object.keys(changes.typed).filter((field) => `${THEIRS}${field}` !== pressed);
  return { began: only(changes.began, kept), typed: only(changes.typed, kept) };
}

/** What the form shows when some of it could not be saved: what is wrong, and what another has written; null when all was. */
export function heldBack(form: FormData, wrong: FieldErrors, clashes: Typing): FormState {
  if (Object.keys(wrong).length + Object.keys(clashes).length === 0) return null;
  return {
    kind: 'invalid',
    errors: {
      ...Object.fromEntries(Object.keys(clashes).map((field) => [field, 'changed-meanwhile' as const])),
      ...wrong,
    },
    typed: typedIn(form),
    clashes,
  };
}
