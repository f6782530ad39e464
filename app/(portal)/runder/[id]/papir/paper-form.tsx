'use client';

import { useActionState } from 'react';
import { DateField, SelectField, TextField, type Option } from '#components/field';
import { FileField } from '#components/files/uploader';
import { useTexts } from '#components/locale';
import { MoneyInput } from '#components/money-input';
import { SubmitButton } from '#components/submit-button';
import { SIDES } from '#lib/domain/states';
import { explainField } from '#lib/texts/explain';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { roundTexts } from '#lib/texts/browser/round';
import { FormAnswer } from '#components/form-answer';
import { register } from '../../actions';

type Props = {
  id: string;
  years: readonly number[];
  hasEgenandel: boolean;
  owners: readonly Option[];
  partners: readonly Option[];
};

/** What stands on the first page of a need on paper, and the sheets themselves. */
export function PaperForm({ id, years, hasEgenandel, owners, partners }: Props) {
  const t = useTexts(commonTexts, errorTexts, roundTexts);
  const words = t.round.paper;
  const [state, action] = useActionState(register, null);
  const cells = SIDES.flatMap((side) =>
    years.map((year) => ({ path: `lines.${side}_${year}`, label: words.cell[side](year) })),
  );
  const own = hasEgenandel ? years.map((year) => ({ path: `egenandel.year_${year}`, label: words.ownYear(year) })) : [];
  const labels: Readonly<Record<string, string>> = {
    ownerId: words.owner,
    title: words.needTitle,
    receivedOn: words.receivedOn,
    uhId: words.uh,
    lines: words.lines,
    egenandel: words.own,
    file: words.file,
    ...Object.fromEntries([...cells, ...own].map(({ path, label }) => [path, label])),
  };
  const field = (name: string) => {
    const code = state?.kind === 'invalid' ? state.errors[name] : undefined;
    return {
      name,
      id: name,
      label: labels[name] ?? name,
      defaultValue: state?.typed[name]?.at(-1),
      error: code === undefined ? undefined : explainField(code, t),
    };
  };
  const money = (name: string) => {
    const { error, defaultValue = null, ...rest } = field(name);
    return { ...rest, defaultValue, ...(error !== undefined && { error }) };
  };
  return (
    <form action={action} noValidate onReset={(event) => event.preventDefault()}>
      <FormAnswer state={state} fieldOf={(path) => ({ id: path, label: labels[path] ?? path })} />
      <input type="hidden" name="id" value={id} />
      <SelectField {...field('ownerId')} empty={t.common.form.choose} options={owners} />
      <TextField {...field('title')} />
      <DateField {...field('receivedOn')} />
      <SelectField {...field('uhId')} empty={words.noUh} options={partners} />
      <fieldset className="mb-6 min-w-0">
        <legend className="font-medium">{words.lines}</legend>
        <p className="mb-3 text-sm text-quiet">{words.linesHelp}</p>
        <div className="grid gap-x-8 sm:grid-cols-[repeat(3,max-content)]">
          {cells.map(({ path }) => (
            <MoneyInput key={path} {...money(path)} />
          ))}
        </div>
      </fieldset>
      {hasEgenandel && (
        <fieldset className="mb-6 min-w-0">
          <legend className="font-medium">{words.own}</legend>
          <p className="mb-3 text-sm text-quiet">{words.ownHelp}</p>
          <div className="grid gap-x-8 sm:grid-cols-[repeat(3,max-content)]">
            {own.map(({ path }) => (
              <MoneyInput key={path} {...money(path)} />
            ))}
          </div>
        </fieldset>
      )}
      <FileField name="file" label={words.file} note={t.common.form.optional} />
      <SubmitButton>{words.button}</SubmitButton>
    </form>
  );
}
