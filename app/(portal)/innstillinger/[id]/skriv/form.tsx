'use client';

import { useActionState, useMemo } from 'react';
import { CheckBox, ChoiceGroup } from '#components/choice-group';
import { ConfirmButton } from '#components/confirm-button';
import { DateField, TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { MissingList, NotSentList } from '#components/missing-list';
import { WithMoney } from '#components/money';
import { NextPart, PartLinks } from '#components/part-links';
import { WithClashes } from '#components/saving/at-field';
import { fieldsIn } from '#components/saving/fields';
import { LeftBehind } from '#components/saving/left-behind';
import { SavingLine } from '#components/saving/standing';
import { useSaving } from '#components/saving/use-saving';
import { SubmitButton } from '#components/submit-button';
import type { SplitKey } from '#lib/domain/money/fordeling';
import { isStillRunning, missingInInnstilling, type RoundForForum } from '#lib/domain/innstilling/innstilling';
import { INNSTILLING_FORM, LINE_FIELDS, lineAt, lineField } from '#lib/domain/innstilling/form';
import { innstillingDraftIn, tidiedDraft } from '#lib/domain/innstilling/write';
import { MOST_NEEDS, piecesOf } from '#lib/domain/round/parts';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import { DECISION_FORMS } from '#lib/domain/states';
import { explainField, explainRefusal } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { innstillingTexts } from '#lib/texts/browser/innstilling';
import { errorTexts } from '#lib/texts/browser/errors';
import { partsTexts } from '#lib/texts/browser/parts';
import { refusalTexts } from '#lib/texts/browser/refusals';
import { roundTexts } from '#lib/texts/browser/round';
import { FormAnswer } from '#components/form-answer';
import { writeInnstilling } from './actions';
import { draftWords, fieldAt } from './words';
import { ForumLineFields, InnstillingSums, type ShownBehovsmelding } from './fields';
import { beganOn, missingOn, type PackedForm, unpackForm } from './lines';

type Props = {
  round: Pick<RoundForForum, 'id' | 'budget' | 'reserve'>;
  person: string;
  revision: number;
  packed: PackedForm;
  /** The part that is shown, from 0, and what is told of its needs. */
  part: number;
  shown: Readonly<Record<string, ShownBehovsmelding>>;
  splitKey: SplitKey;
  notSent: readonly NotSent[];
};
const alone = () => null;

/**
 * The innstilling as its secretariat writes it, a part of the round at a time: it saves itself, with the sums beside it and
 * what remains before it can be delivered. All that is typed is kept in one place, whichever part is shown.
 */
export function InnstillingForm({ round, person, revision, packed, part, shown, splitKey, notSent }: Props) {
  const t = useTexts(commonTexts, errorTexts, innstillingTexts, partsTexts, refusalTexts, roundTexts);
  const words = t.innstilling;
  const [state, action, isGoing] = useActionState(writeInnstilling, null);
  const came = state?.kind === 'invalid' ? state : null;
  const { needs, stored } = useMemo(() => unpackForm(packed), [packed]);
  const parts = useMemo(() => piecesOf(needs, MOST_NEEDS), [needs]);
  const partOf = useMemo(
    () => new Map(parts.flatMap(({ lines }, at) => lines.map(({ id }) => [id, at] as const))),
    [parts],
  );
  const here = parts[part]?.lines ?? [];
  // Without script the form came back with the part that was shown, and the rest is as it is stored.
  const back = state === null ? undefined : { ...stored, ...fieldsIn(state.typed) };
  const saving = useSaving(
    {
      kind: 'innstilling',
      id: round.id,
      person,
      version: revision,
      stored,
      rowOf: alone,
      whole: tidiedDraft,
      typed: back,
      clashes: came?.clashes,
    },
    isGoing,
  );
  const {
    now: { typed, sync },
    saver,
  } = saving;
  const order = needs.map((need) => need.id);
  const now = innstillingDraftIn(typed, order);
  const lineOf = new Map(now.lines.map((line) => [line.needId, line]));
  const address = (index: number, place = '') => `/innstillinger/${round.id}/skriv?del=${String(index + 1)}${place}`;
  const hrefOf = (field: string): string | undefined => {
    const at = partOf.get(lineAt(field)?.needId ?? '') ?? part;
    return at === part ? undefined : address(at, `#${field}`);
  };
  const said = { ...draftWords(needs, t), hrefOf };
  const told = Object.entries(came?.errors ?? {}).map(
    ([path, code]) => [fieldAt(path, state?.typed['needId'] ?? order), code] as const,
  );
  const errors = {
    ...Object.fromEntries(told),
    ...sync.wrong,
    ...Object.fromEntries(Object.keys(sync.clashes).map((field) => [field, 'changed-meanwhile' as const])),
  };
  const clashes = { ...came?.clashes, ...sync.clashes };
  const isClear = Object.keys(clashes).length === 0;
  const error = (field: string) => (errors[field] === undefined ? undefined : explainField(errors[field], t));
  const text = (field: string) => typed[field]?.[0];
  const missing = missingOn(part, missingInInnstilling({ ...round, needs }, now), partOf);
  // What of other parts is typed and not saved, such as what is no amount, is judged when the innstilling is delivered.
  const isBegun = parts.length > 1 && typed !== saver.written.stored;
  const unsaved = isBegun ? Object.keys(saver.unsaved.typed).flatMap((field) => lineAt(field) ?? []) : [];
  const kept = [...new Set(unsaved.map(({ needId }) => needId))].filter((id) => (partOf.get(id) ?? part) !== part);
  return (
    <form action={action} noValidate onReset={(event) => event.preventDefault()} {...saving.on}>
      <FormAnswer
        state={state}
        fieldOf={(path) => {
          const id = fieldAt(path, state?.typed['needId'] ?? order);
          return { id, label: said.labelOf(id), href: hrefOf(id) };
        }}
      />
      {/* Enter in a field presses the first button of the form: it saves. */}
      <button type="submit" name="do" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={round.id} />
      <input type="hidden" name="version" value={state?.typed['version']?.[0] ?? revision} />
      <input type="hidden" name="began" value={state?.typed['began']?.[0] ?? beganOn(here, stored)} />
      {parts.length > 1 && <input type="hidden" name="part" value={part + 1} />}
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
        <WithClashes {...said} typed={isClear ? typed : tidiedDraft(typed)} clashes={clashes} saver={saver}>
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
          <PartLinks
            links={parts.map(({ lines, from, to }, index) => {
              const regions = new Set(lines.map(({ regionName }) => regionName ?? words.noRegion));
              const name = [...regions, `${String(from)}–${String(to)}`].join(', ');
              return { text: t.parts.part(index + 1, name), href: address(index) };
            })}
            current={part}
          >
            <noscript>
              <p className="mt-2 text-sm text-quiet">{t.parts.saveFirst}</p>
            </noscript>
          </PartLinks>
          {here.map((need) => (
            <ForumLineFields
              key={need.id}
              need={need}
              shown={shown[need.id]}
              line={lineOf.get(need.id)}
              typed={(field) => text(lineField(field, need.id))}
              error={(field) => error(lineField(field, need.id))}
            />
          ))}
          {kept.flatMap((id) => [
            <input key={id} type="hidden" name="needId" value={id} />,
            ...LINE_FIELDS.map((field) => {
              const name = lineField(field, id);
              return <input key={name} type="hidden" name={name} value={text(name) ?? ''} />;
            }),
          ])}
        </WithClashes>
        {part + 1 < parts.length && <NextPart href={address(part + 1, '#deler')} />}
        <MissingList
          t={t}
          title={words.missing}
          items={[
            ...missing.here.map(({ field, refusal }) => ({
              href: hrefOf(field) ?? `#${field}`,
              text: refusal?.code === 'over-budget' ? explainRefusal(refusal, t) : said.labelOf(field),
            })),
            ...missing.elsewhere.map(({ part: other, count, first }) => ({
              href: address(other, `#${first}`),
              text: words.missingIn(other + 1, count),
            })),
          ]}
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
            {parts.length > 1 && <p>{words.wholeGoes(needs.length)}</p>}
          </ConfirmButton>
        </div>
      </WithMoney>
    </form>
  );
}
