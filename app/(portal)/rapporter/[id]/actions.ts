'use server';

import { redirect } from 'next/navigation';
import { acceptReport, fileOwnerHalf, fileUhHalf, returnReport, saveReport } from '#lib/commands/report';
import { textOfLanguage } from '#lib/domain/form/table';
import { tidiedHalf } from '#lib/domain/report/form';
import { answer, type FormState } from '../../../answer';
import { saveForm } from '../../../changes';
import { formGiven, lastOf, textOf } from '../../../input';

const page = (id: string, what: string) => `/rapporter/${id}?gjort=${what}`;

/** Saves a half, or files it with what stands in the form. */
export async function writeHalf(_: FormState, form: FormData): Promise<FormState> {
  // A box sends «nei» first and «ja» when it is ticked: the last one counts.
  const input = lastOf(form);
  if (input.do !== 'file') return save(formGiven(form));
  const languages = Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      const text = textOfLanguage(name);
      return text === null ? [] : [[text, value]];
    }),
  );
  return answer(input.side === 'uh' ? fileUhHalf : fileOwnerHalf, { ...input, languages }, form, ({ id }) =>
    page(id, 'sendt'),
  );
}

async function save(form: FormData): Promise<FormState> {
  const saved = await saveForm(saveReport, form, tidiedHalf);
  if (saved.told !== null) return saved.told;
  const { id, halfId } = saved.value;
  redirect(textOf(form, 'do') === 'vedlegg' ? `/vedlegg/rapport/${halfId}` : page(id, 'lagret'));
}

/** Accepts a half, or gives it back with a comment. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const input = lastOf(form);
  if (input.do === 'accept') return answer(acceptReport, input, form, ({ id }) => page(id, 'godkjent'));
  return answer(returnReport, input, form, ({ id }) => page(id, 'returnert'));
}
