'use server';

import { redirect } from 'next/navigation';
import { currentContext } from '#lib/auth/context';
import { acceptReport } from '#lib/commands/report';
import { fileOwnerHalf, fileUhHalf } from '#lib/commands/report';
import { returnReport } from '#lib/commands/report';
import { saveReport } from '#lib/commands/report';
import { tidiedHalf, typingOfHalf } from '#lib/domain/report/typed';
import { readReport } from '#lib/queries/report';
import { answer, type FormState } from '../../../answer';
import { changesIn, heldBack } from '../../../changes';
import { formGiven, lastOf, textOf } from '../../../input';

const page = (id: string, what: string) => `/rapporter/${id}?gjort=${what}`;

/** Saves a half, or files it with what stands in the form. */
export async function writeHalf(_: FormState, form: FormData): Promise<FormState> {
  // A box sends «nei» first and «ja» when it is ticked: the last one counts.
  const input = lastOf(form);
  if (input.do !== 'file') return save(formGiven(form));
  const languages = Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (name.startsWith('lang.') ? [[name.slice(5), value]] : [])),
  );
  return answer(input.side === 'uh' ? fileUhHalf : fileOwnerHalf, { ...input, languages }, form, ({ id }) =>
    page(id, 'sendt'),
  );
}

async function save(form: FormData): Promise<FormState> {
  const viewer = await currentContext();
  const saved = await saveReport({ id: textOf(form, 'id'), ...changesIn(form, tidiedHalf) }, viewer);
  if (saved.kind !== 'done')
    return answer(
      Object.assign(() => Promise.resolve(saved), { action: saveReport.action }),
      null,
      form,
      () => '',
    );
  const { id, halfId, version, wrong, clashes } = saved.value;
  const half = (await readReport({ id }, viewer))?.report.halves.find((one) => one.id === halfId);
  form.set('began', JSON.stringify(half === undefined ? {} : typingOfHalf(half)));
  form.set('version', String(version));
  return (
    heldBack(form, wrong, clashes) ??
    redirect(textOf(form, 'do') === 'vedlegg' ? `/vedlegg/rapport/${halfId}` : page(id, 'lagret'))
  );
}

/** Accepts a half, or gives it back with a comment. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const input = lastOf(form);
  if (input.do === 'accept') return answer(acceptReport, input, form, ({ id }) => page(id, 'godkjent'));
  return answer(returnReport, input, form, ({ id }) => page(id, 'returnert'));
}
