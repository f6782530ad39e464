'use client';

import { useActionState, useState } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { DisabledAction } from '#components/disabled-action';
import type { ShownFile } from '#components/files/file-list';
import { FormFiles } from '#components/files/form-part';
import { useTexts } from '#components/locale';
import { MissingList } from '#components/missing-list';
import { SubmitButton } from '#components/submit-button';
import { hasUh, moneyIn, type Half, type Report } from '#lib/domain/report';
import { missingInHalf } from '#lib/domain/report-missing';
import { typedHalf } from '#lib/domain/report-typed';
import { FormAnswer } from '../../../form-answer';
import { write } from './actions';
import { HalfFields } from './half-fields';

const texts = (form: FormData) => Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));

/** One half to fill in: what remains and the sums follow as one types, and one button saves, the other files. */
export function HalfForm({ half, files, report, mayFile }: { half: Half; files: readonly ShownFile[]; report: Report; mayFile: boolean }) {
  const t = useTexts();
  const words = t.report;
  const [state, action] = useActionState(write, null);
  const [typing, setTyping] = useState<Record<string, string>>();
  const back = state === null ? undefined : Object.fromEntries(Object.entries(state.typed).map(([name, values]) => [name, values.at(-1) ?? '']));
  const now = typedHalf(half, typing ?? back ?? {});
  const money = moneyIn(report, now);
  const idOf = (field: string) => `${half.side}-${field}`;
  const labels: Readonly<Record<string, string>> = words.field;
  const missing = missingInHalf(now, money, hasUh(report));
  const file = half.side === 'owner' ? words.form.fileOwner : words.form.fileUh;
  return (
    <form action={action} onInput={(event) => setTyping(texts(new FormData(event.currentTarget)))} noValidate>
      <FormAnswer state={state} fieldOf={(path) => ({ id: idOf(path), label: labels[path] ?? path })} />
      {/* Enter in a field presses the first button of the form: it saves. */}
      <button type="submit" name="do" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={half.id} />
      <input type="hidden" name="version" value={half.version} />
      <input type="hidden" name="side" value={half.side} />
      <HalfFields key={JSON.stringify(back)} {...{ half, now, money, report, idOf, typed: back ?? {}, errors: state?.kind === 'invalid' ? state.errors : {} }} />
      <h3 className="mb-2 font-semibold">{t.attachment.title}</h3>
      <div className="mb-8"><FormFiles til="rapport" id={half.id} files={files} /></div>
      <MissingList t={t} title={words.form.missing} items={missing.map(({ field }) => ({ href: `#${idOf(field)}`, text: labels[field] ?? field }))} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton weight="secondary" name="do" value="save">{words.form.save}</SubmitButton>
        {mayFile ? <ConfirmButton label={file} title={words.form.fileTitle} name="do" value="file">{words.form.fileBody}</ConfirmButton> : <DisabledAction id={idOf('not-filer')} label={file} reason={words.form.notFiler} />}
      </div>
    </form>
  );
}
