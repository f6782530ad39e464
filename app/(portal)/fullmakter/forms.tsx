'use client';

import { ChoiceGroup } from '#components/choice-group';
import { DateField, TextArea } from '#components/field';
import { FormNotices } from '#components/form-answer';
import { useTexts } from '#components/locale';
import { SubmitButton } from '#components/submit-button';
import type { Day } from '#lib/domain/day';
import { DELEGATION_COVERS } from '#lib/domain/states';
import { explainField } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { peopleTexts } from '#lib/texts/browser/people';
import { errorTexts } from '#lib/texts/browser/errors';
import { useActionState } from 'react';
import type { FormState } from '../../answer';
import { endDelegationHere, giveDelegationHere } from './actions';

interface Office {
  id: string;
  name: string;
  member: boolean;
}
type Name = 'regionId' | 'covers' | 'from' | 'lastDay' | 'note';

/** An owner gives a region's office a delegation: to whom, for what, between which days, in its own words. */
export function GiveForm({ ownerId, offices, today }: { ownerId: string; offices: readonly Office[]; today: Day }) {
  const t = useTexts(commonTexts, peopleTexts, errorTexts);
  const words = t.delegation;
  const [state, action] = useActionState<FormState, FormData>(giveDelegationHere, null);
  const typed = (name: Name, first: readonly string[]) => state?.typed[name] ?? (state === null ? first : []);
  const errorOf = (name: Name) => {
    const found = state?.kind === 'invalid' ? state.errors[name] : undefined;
    return found === undefined ? undefined : explainField(found, t);
  };
  // One person may give for several owners: each form has ids of its own.
  const idOf = (name: Name) => `${name}-${ownerId}`;
  const field = (name: Name) => ({ name, id: idOf(name), label: words.fields[name], error: errorOf(name) });
  const names: readonly Name[] = ['regionId', 'covers', 'from', 'lastDay', 'note'];
  const messages = names.flatMap((name) => {
    const error = errorOf(name);
    return error === undefined ? [] : [{ fieldId: idOf(name), text: `${words.fields[name]}: ${error}` }];
  });
  return (
    <form action={action} noValidate onReset={(event) => event.preventDefault()} className="max-w-[42rem]">
      <FormNotices state={state} errors={messages} />
      <input type="hidden" name="ownerId" value={ownerId} />
      <ChoiceGroup
        kind="radio"
        {...field('regionId')}
        chosen={typed('regionId', offices.length === 1 ? offices.map(({ id }) => id) : [])}
        options={offices.map(({ id, name, member }) => ({
          value: id,
          label: name,
          ...(!member && { description: words.formerMember }),
        }))}
      />
      <ChoiceGroup
        kind="checkbox"
        {...field('covers')}
        chosen={typed('covers', ['needs'])}
        options={DELEGATION_COVERS.map((value) => ({
          value,
          label: words.covers[value],
          description: words.coversHelp[value],
        }))}
      />
      <div className="flex flex-wrap gap-x-8">
        <DateField {...field('from')} defaultValue={typed('from', [today])[0]} />
        <DateField
          {...field('lastDay')}
          note={t.common.form.optional}
          description={words.lastDayHelp}
          defaultValue={typed('lastDay', [])[0]}
        />
      </div>
      <TextArea {...field('note')} description={words.noteHelp} max={4000} defaultValue={typed('note', [])[0]} />
      <SubmitButton>{words.give}</SubmitButton>
    </form>
  );
}

/** The owner takes a delegation back, from today or a later day. Folded away until it is wanted. */
export function EndDelegationForm({ id, office, today }: { id: string; office: string; today: Day }) {
  const t = useTexts(peopleTexts, errorTexts);
  const words = t.delegation;
  const [state, action] = useActionState<FormState, FormData>(endDelegationHere, null);
  const found = state?.kind === 'invalid' ? (state.errors['on'] ?? state.errors['id']) : undefined;
  const error = found === undefined ? undefined : explainField(found, t);
  const fieldId = `on-${id}`;
  return (
    <details className="fold" open={state !== null}>
      <summary>{words.endFor(office)}</summary>
      <form action={action} noValidate onReset={(event) => event.preventDefault()} className="mt-3">
        <FormNotices
          state={state}
          errors={error === undefined ? [] : [{ fieldId, text: `${words.endField}: ${error}` }]}
        />
        <input type="hidden" name="id" value={id} />
        <DateField
          name="on"
          id={fieldId}
          label={words.endField}
          description={words.endHelp}
          error={error}
          defaultValue={state?.typed['on']?.[0] ?? today}
        />
        <SubmitButton weight="secondary" tone="danger">
          {words.end}
        </SubmitButton>
      </form>
    </details>
  );
}
