'use client';

import { useActionState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { DisabledAction } from '#components/notice';
import type { ShownFile } from '#components/files/file-list';
import { FormFiles } from '#components/files/form-files';
import { useTexts } from '#components/locale';
import { MissingList } from '#components/missing-list';
import { WithClashes } from '#components/saving/at-field';
import { fieldsIn } from '#components/saving/fields';
import { LeftBehind } from '#components/saving/left-behind';
import { SavingLine } from '#components/saving/standing';
import { useSaving } from '#components/saving/use-saving';
import { SubmitButton } from '#components/submit-button';
import { moneyOfYear } from '#lib/domain/report/money';
import { hasUh, type Half, type Report } from '#lib/domain/report/report';
import { missingInHalf, textsIn, tidiedHalf, typedHalf, typingOfHalf } from '#lib/domain/report/form';
import { commonTexts } from '#lib/texts/browser/common';
import { formTexts } from '#lib/texts/browser/form';
import { reportTexts } from '#lib/texts/browser/report';
import { halfWords } from './words';
import { FormAnswer } from '#components/form-answer';
import { writeHalf } from './actions';
import { HalfFieldSet } from './half-fields';

const alone = () => null;

/** One half to fill in: it saves itself, what remains and the sums follow as one types, and one button saves, the other files. */
export function HalfForm({
  half,
  files,
  report,
  person,
  mayFile,
}: {
  half: Half;
  files: readonly ShownFile[];
  report: Report;
  person: string;
  mayFile: boolean;
}) {
  const t = useTexts(commonTexts, formTexts, reportTexts);
  const words = t.report;
  const [state, action, isGoing] = useActionState(writeHalf, null);
  const stored = typingOfHalf(half);
  const came = state?.kind === 'invalid' ? state : null;
  const back = state === null ? undefined : fieldsIn(state.typed);
  const saving = useSaving(
    {
      kind: 'rapport',
      id: half.id,
      person,
      version: half.version,
      stored,
      rowOf: alone,
      whole: tidiedHalf,
      typed: back,
      clashes: came?.clashes,
    },
    isGoing,
  );
  const {
    now: { typed, sync },
    saver,
  } = saving;
  const now = typedHalf(half, typed);
  const money = moneyOfYear(report, now);
  const idOf = (field: string) => `${half.side}-${field}`;
  const said = halfWords(idOf, t);
  const errors = {
    ...came?.errors,
    ...sync.wrong,
    ...Object.fromEntries(Object.keys(sync.clashes).map((field) => [field, 'changed-meanwhile' as const])),
  };
  const missing = missingInHalf(now, money, hasUh(report));
  const file = half.side === 'owner' ? words.form.fileOwner : words.form.fileUh;
  return (
    <form action={action} noValidate onReset={(event) => event.preventDefault()} {...saving.on}>
      <FormAnswer state={state} fieldOf={(path) => ({ id: idOf(path), label: said.labelOf(path) })} />
      {/* Enter in a field presses the first button of the form: it saves. */}
      <button type="submit" name="do" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={half.id} />
      <input type="hidden" name="version" value={state?.typed['version']?.[0] ?? half.version} />
      <input type="hidden" name="began" value={state?.typed['began']?.[0] ?? JSON.stringify(stored)} />
      <input type="hidden" name="side" value={half.side} />
      <LeftBehind saving={saving} words={said} />
      <SavingLine saving={saving} words={said} />
      <WithClashes {...said} typed={tidiedHalf(typed)} clashes={{ ...came?.clashes, ...sync.clashes }} saver={saver}>
        <HalfFieldSet {...{ half, now, money, report, idOf, typed: textsIn(typed), errors }} />
      </WithClashes>
      <h3 className="mb-2 font-semibold">{t.attachment.title}</h3>
      <div className="mb-8">
        <FormFiles til="rapport" id={half.id} files={files} />
      </div>
      <MissingList
        t={t}
        title={words.form.missing}
        items={missing.map(({ field }) => ({ href: `#${idOf(field)}`, text: said.labelOf(field) }))}
      />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton weight="secondary" name="do" value="save">
          {words.form.save}
        </SubmitButton>
        {mayFile ? (
          <ConfirmButton label={file} title={words.form.fileTitle} name="do" value="file">
            {words.form.fileBody}
          </ConfirmButton>
        ) : (
          <DisabledAction id={idOf('not-filer')} label={file} reason={words.form.notFiler} />
        )}
      </div>
    </form>
  );
}
