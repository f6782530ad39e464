import { fieldsIn } from '#components/saving/fields';
import { currentContext } from '#lib/auth/context';
import type { Command } from '#lib/commands/command';
import { changedInForm, only, type Changes, type FormSaved, type Typing } from '#lib/domain/form/merge';
import { MOST_FIELDS } from '#lib/schema/form';
import { told, typedIn, type FormState } from './answer';
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

/**
 * Saves what a form that was sent whole has changed, and lets the form go on from what the record says then. `told` is what it
 * shows when not all was saved: what is wrong, and what another has written.
 */
export async function saveForm<R extends FormSaved>(
  command: Command<R>,
  form: FormData,
  whole: (typing: Typing) => Typing,
): Promise<{ value: R; told: null } | { told: NonNullable<FormState> }> {
  const outcome = await command({ id: textOf(form, 'id'), ...changesIn(form, whole) }, await currentContext());
  if (outcome.kind !== 'done') return { told: await told(outcome, form) };
  const { value } = outcome;
  const { version, stored, wrong, clashes } = value;
  form.set('began', JSON.stringify({ ...beganIn(form), ...stored }));
  form.set('version', String(version));
  if (Object.keys(wrong).length + Object.keys(clashes).length === 0) return { value, told: null };
  const changed = Object.keys(clashes).map((field) => [field, 'changed-meanwhile'] as const);
  return {
    told: { kind: 'invalid', errors: { ...Object.fromEntries(changed), ...wrong }, typed: typedIn(form), clashes },
  };
}
