'use server';

import { confirmBehovsmelding } from '#lib/commands/behovsmelding-confirm';
import { confirmForOwner } from '#lib/commands/behovsmelding-confirm-owner';
import { declineBehovsmelding } from '#lib/commands/behovsmelding-decline';
import { objectForOwner } from '#lib/commands/behovsmelding-object';
import { removePartnerOf } from '#lib/commands/behovsmelding-remove-partner';
import { saveUhPart } from '#lib/commands/behovsmelding-save-uh';
import { shareBehovsmelding } from '#lib/commands/behovsmelding-share';
import { addSubPartnerOf } from '#lib/commands/sub-partner-add';
import { removeSubPartnerOf } from '#lib/commands/sub-partner-remove';
import { currentContext } from '#lib/auth/context';
import { partCells } from '#lib/domain/need-uh';
import { readBehovsmelding } from '#lib/queries/behovsmelding';
import { answer, type FormState } from '../../../../answer';
import { formGiven, inputFrom } from '../../../../input';

const page = (id: string, done: string) => `/behovsmeldinger/${id}?gjort=${done}`;
const partners = (id: string, done: string) => `/behovsmeldinger/${id}/partnere?gjort=${done}`;

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  return answer(confirmBehovsmelding, inputFrom(form), form, ({ id }) => page(id, 'bekreftet'));
}

export async function decline(_: FormState, form: FormData): Promise<FormState> {
  return answer(declineBehovsmelding, inputFrom(form), form, ({ id }) => page(id, 'avslatt'));
}

export async function confirmOwner(_: FormState, form: FormData): Promise<FormState> {
  return answer(confirmForOwner, inputFrom(form), form, ({ id }) => page(id, 'eierBekreftet'));
}

export async function object(_: FormState, form: FormData): Promise<FormState> {
  return answer(objectForOwner, inputFrom(form), form, ({ id }) => page(id, 'bedtOmRetting'));
}

export async function share(_: FormState, form: FormData): Promise<FormState> {
  return answer(shareBehovsmelding, inputFrom(form), form, ({ id }) => partners(id, 'delt'));
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return answer(removePartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'tattUt'));
}

export async function addSub(_: FormState, form: FormData): Promise<FormState> {
  return answer(addSubPartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'lagtTil'));
}

export async function removeSub(_: FormState, form: FormData): Promise<FormState> {
  return answer(removeSubPartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'fjernet'));
}

/** Saves a UH's part. After a conflict the form goes on from what was saved meanwhile, so that a second press is a choice. */
export async function savePart(_: FormState, sent: FormData): Promise<FormState> {
  const form = formGiven(sent);
  const state = await answer(saveUhPart, inputFrom(form), form, ({ id }) => partners(id, 'lagret'));
  if (state?.kind !== 'conflict') return state;
  const newest = (await readBehovsmelding({ id: form.get('id') }, await currentContext()))?.need;
  const uh = newest?.uh.find(({ organisationId }) => organisationId === form.get('organisationId'));
  if (newest === undefined || uh === undefined) return state;
  const cells = partCells(newest, uh.organisationId).map(({ name, amount }): [string, string[]] => [`began.${name}`, [amount === null ? '' : String(amount)]]);
  return { ...state, typed: { ...state.typed, 'began.plan': [uh.plan], ...Object.fromEntries(cells) } };
}
