'use client';

import { useActionState } from 'react';
import { CheckBox, ChoiceGroup } from '#components/choice-group';
import { ConfirmButton } from '#components/confirm-button';
import { DateField, TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { MissingList, NotSentList } from '#components/missing-list';
import { WithMoney } from '#components/money';
import { WithClashes } from '#components/saving/at-field';
import { fieldsIn } from '#components/saving/fields';
import { LeftBehind } from '#components/saving/left-behind';
import { SavingLine } from '#components/saving/standing';
import { useSaving } from '#components/saving/use-saving';
import { SubmitButton } from '#components/submit-button';
import type { SplitKey } from '#lib/domain/money/fordeling';
import {
  isStillRunning,
  missingInInnstilling,
  type RoundForForum,
  type SentBehovsmelding,
} from '#lib/domain/innstilling/innstilling';
import { INNSTILLING_FORM, lineField } from '#lib/domain/innstilling/form';
import { innstillingDraftIn, tidiedDraft } from '#lib/domain/innstilling/write';
import type { Typing } from '#lib/domain/form/merge';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import { DECISION_FORMS } from '#lib/domain/states';
import { explainField, explainRefusal } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { innstillingTexts } from '#lib/texts/browser/innstilling';
import { errorTexts } from '#lib/texts/browser/errors';
import { refusalTexts } from '#lib/texts/browser/refusals';
import { roundTexts } from '#lib/texts/browser/round';
import { FormAnswer } from '#components/form-answer';
import { writeInnstilling } from './actions';
import { draftWords, fieldAt } from './words';
import { type FormBehovsmelding, ForumLineFields, InnstillingSums } from './fields';

type Props = {
  round: Pick<RoundForForum, 'id' | 'budget' | 'reserve'>;
  person: string;
  revision: number;
  stored: Typing;
  splitKey: SplitKey;
  notSent: readonly NotSent[];
  needs: readonly (FormBehovsmelding & SentBehovsmelding)[];
};
const alone = () => null;

/** The innstilling as its secretariat writes it: it saves itself, with the sums beside it and what remains before it can be delivered. */
export function InnstillingForm({ round, person, revision, stored, splitKey, notSent, needs }: Props) {
  const t = useTexts(commonTexts, errorTexts, innstillingTexts, refusalTexts, roundTexts);
  const words = t.innstilling;
  const [state, action] = useActionState(writeInnstilling, null);
  const came = state?.kind === 'invalid' ? state : null;
  const back = state === null ? undefined : fieldsIn(state.typed);
  const saving = useSaving({
    kind: 'innstilling',
    id: round.id,
    person,
    version: revision,
    stored,
    rowOf: alone,
    whole: tidiedDraft,
    typed: back,
    clashes: came?.clashes,
  });
  const {
    now: { typed, sync },
    saver,
  } = saving;
  const order = needs.map((need) => need.id);
  const now = innstillingDraftIn(typed, order);
  const said = draftWords(needs, t);
  const told = Object.entries(came?.errors ?? {}).map(
    ([path, code]) => [fieldAt(path, state?.typed['needId'] ?? order), code] as const,
  );
  const errors = {
    ...Object.fromEntries(told),
    ...sync.wrong,
    ...Object.fromEntries(Object.keys(sync.clashes).map((field) => [field, 'changed-meanwhile' as const])),
  };
  const error = (field: string) => (errors[field] === undefined ? undefined : explainField(errors[field], t));
  const text = (field: string) => typed[field]?.[0];
  const missing = missingInInnstilling({ ...round, needs }, now);
  return (
    <form action={action} noValidate onReset={(event) => event.preventDefault()} {...saving.on}>
      <FormAnswer
        state={state}
        fieldOf={(path) => {
          const id = fieldAt(path, state?.typed['needId'] ?? order);
          return { id, label: said.labelOf(id) };
        }}
      />
      {/* Enter in a field presses the first button of the form: it saves. */}
      <button type="submit" name="do" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={round.id} />
      <input type="hidden" name="version" value={state?.typed['version']?.[0] ?? revision} />
      <input type="hidden" name="began" value={state?.typed['began']?.[0] ?? JSON.stringify(stored)} />
      <WithMoney
        panel={
          <InnstillingSums
            needs={needs}
            lines={now.lines}
            frame={round.budget === null ? null : round.budget - round.reserve}
            splitKey={splitKey}
          />
        }
      >
        <LeftBehind saving={saving} words={said} />
        <SavingLine saving={saving} words={said} />
        <WithClashes {...said} typed={tidiedDraft(typed)} clashes={{ ...came?.clashes, ...sync.clashes }} saver={saver}>
          <DateField
            name="meetingOn"
            label={words.meetingOn}
            defaultValue={text('meetingOn')}
            error={error('meetingOn')}
          />
          <ChoiceGroup
            kind="radio"
            name="decisionForm"
            label={words.decisionForm}
            description={words.formHelp}
            error={error('decisionForm')}
            options={DECISION_FORMS.map((value) => ({ value, label: words.form[value] }))}
            chosen={[now.decisionForm]}
          />
          <TextArea
            name="note"
            label={words.note}
            note={t.common.form.optional}
            rows={3}
            max={INNSTILLING_FORM.note.max}
            defaultValue={text('note')}
            error={error('note')}
          />
          <h2 className="mb-4 text-xl font-semibold">{words.needs}</h2>
          {needs.map((need) => (
            <ForumLineFields
              key={need.id}
              need={need}
              line={now.lines.find(({ needId }) => needId === need.id)}
              typed={(field) => text(lineField(field, need.id))}
              error={(field) => error(lineField(field, need.id))}
            />
          ))}
        </WithClashes>
        <MissingList
          t={t}
          title={words.missing}
          items={missing.map(({ field, refusal }) => ({
            href: `#${field}`,
            text: refusal?.code === 'over-budget' ? explainRefusal(refusal, t) : said.labelOf(field),
          }))}
        />
        {notSent.length > 0 && (
          <div className="mt-6 max-w-[48rem]">
            <NotSentList t={t} notSent={notSent} />
            {isStillRunning(notSent) && (
              <CheckBox name="anyway" label={words.anyway} checked={state?.typed['anyway'] !== undefined} />
            )}
          </div>
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          <SubmitButton weight="secondary" name="do" value="save">
            {words.save}
          </SubmitButton>
          <ConfirmButton label={words.deliver} title={words.ask} name="do" value="deliver">
            {words.askBody}
          </ConfirmButton>
        </div>
      </WithMoney>
    </form>
  );
}
