'use server';

import { redirect } from 'next/navigation';
import { currentContext } from '#lib/auth/context';
import { attachToHalf, attachToBehovsmelding } from '#lib/commands/attachment';
import { detachFromHalf, detachFromBehovsmelding } from '#lib/commands/attachment';
import type { Refusal } from '#lib/domain/refusal';
import { answer, type FormState, inWords } from '../../answer';
import { filesIn, formGiven } from '../../input';

const page = (til: string, id: unknown, done: string) =>
  `/vedlegg/${til}/${typeof id === 'string' ? encodeURIComponent(id) : ''}?gjort=${done}`;

/** Adds the chosen files, each for itself: what can not be taken is told, and the others are there. */
export async function upload(_: FormState, sent: FormData): Promise<FormState> {
  const form = formGiven(sent);
  const id = form.get('id');
  const til = form.get('til') === 'rapport' ? 'rapport' : 'behovsmelding';
  const command = til === 'rapport' ? attachToHalf : attachToBehovsmelding;
  const files = filesIn(form, 'fil');
  if (files.length === 0) return { kind: 'invalid', errors: { fil: 'required' }, typed: {} };
  const refusals: Refusal[] = [];
  for (const file of files) {
    const outcome = await command({ id, file }, await currentContext());
    if (outcome.kind === 'refused') refusals.push(...outcome.refusals);
    else if (outcome.kind !== 'done') return { kind: 'not-now', typed: {} };
  }
  if (refusals.length > 0) return { kind: 'refused', refusals: await inWords(refusals), typed: {} };
  redirect(page(til, id, 'lagret'));
}

/** Takes a file away. */
export async function removeFile(_: FormState, sent: FormData): Promise<FormState> {
  const form = formGiven(sent);
  const til = form.get('til') === 'rapport' ? 'rapport' : 'behovsmelding';
  return answer(til === 'rapport' ? detachFromHalf : detachFromBehovsmelding, { id: form.get('fil') }, form, ({ id }) =>
    page(til, id, 'fjernet'),
  );
}
