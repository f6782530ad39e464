'use server';

import { createBehovsmelding } from '#lib/commands/behovsmelding-create';
import { reopenBehovsmelding } from '#lib/commands/behovsmelding-reopen';
import { returnBehovsmelding } from '#lib/commands/behovsmelding-return';
import { saveBehovsmelding } from '#lib/commands/behovsmelding-save';
import { submitBehovsmelding } from '#lib/commands/behovsmelding-submit';
import { withdrawBehovsmelding } from '#lib/commands/behovsmelding-withdraw';
import { askForDispensation } from '#lib/commands/dispensation-ask';
import { currentContext } from '#lib/auth/context';
import { writeBehovsmelding } from '#lib/queries/behovsmelding';
import { answer, type FormState } from '../../answer';
import { formGiven, inputFrom } from '../../input';

const page = (id: string, more = '') => `/behovsmeldinger/${id}${more}`;

export async function create(_: FormState, form: FormData): Promise<FormState> {
  return answer(createBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '/skriv'));
}

/** Saves what is typed, and then goes where the pressed button leads: on writing, its files, sending, or asking for a dispensation. */
export async function write(_: FormState, sent: FormData): Promise<FormState> {
  const form = formGiven(sent);
  const next = form.get('do');
  const saved = await saveBehovsmelding(inputFrom(form), await currentContext());
  if (saved.kind === 'done' && next === 'send') {
    // What was typed is saved now, whether or not it can be sent: the form goes on from the new version.
    form.set('version', String(saved.value.version));
    return answer(submitBehovsmelding, saved.value, form, ({ id }) => page(id, '?sendt=1'));
  }
  const again = Object.assign(() => Promise.resolve(saved), { action: saveBehovsmelding.action });
  return withNewest(await answer(again, null, form, ({ id, version }) => (next === 'vedlegg' ? `/vedlegg/behovsmelding/${id}` : page(id, next === 'dispensasjon' ? '/dispensasjon' : `/skriv?lagret=${version}`))), form);
}

/** After a conflict the form goes on from what was saved meanwhile, so that a second press is a choice and not a wall. */
async function withNewest(state: FormState, form: FormData): Promise<FormState> {
  if (state?.kind !== 'conflict') return state;
  const newest = await writeBehovsmelding({ id: form.get('id') }, await currentContext());
  return newest === null ? state : { ...state, typed: { ...state.typed, version: [String(newest.need.version)] } };
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return answer(withdrawBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '?gjort=trukket'));
}

export async function reopen(_: FormState, form: FormData): Promise<FormState> {
  return answer(reopenBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '?gjort=gjenapnet'));
}

export async function sendBack(_: FormState, form: FormData): Promise<FormState> {
  return answer(returnBehovsmelding, inputFrom(form), form, ({ id }) => page(id, '?gjort=returnert'));
}

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  return answer(askForDispensation, inputFrom(form), form, ({ id }) => page(id, '?gjort=sokt'));
}
