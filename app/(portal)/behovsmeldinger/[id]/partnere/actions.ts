'use server';

import { redirect } from 'next/navigation';
import { confirmBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { confirmForOwner } from '#lib/commands/behovsmelding/send';
import { declineBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { objectForOwner } from '#lib/commands/behovsmelding/send';
import { removePartnerOf } from '#lib/commands/behovsmelding/partners';
import { saveUhPart } from '#lib/commands/behovsmelding/partners';
import { shareBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { addSubPartnerOf } from '#lib/commands/behovsmelding/partners';
import { removeSubPartnerOf } from '#lib/commands/behovsmelding/partners';
import { keptPart } from '#lib/domain/behovsmelding/uh-part';
import { answer, type FormState } from '../../../../answer';
import { saveForm } from '../../../../changes';
import { formGiven, inputFrom } from '../../../../input';

const page = (id: string, done: string) => `/behovsmeldinger/${id}?gjort=${done}`;
const partners = (id: string, done: string) => `/behovsmeldinger/${id}/partnere?gjort=${done}`;

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  return answer(confirmBehovsmelding, inputFrom(form), form, ({ id }) => page(id, 'bekreftet'));
}

export async function declineAsUh(_: FormState, form: FormData): Promise<FormState> {
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

export async function removeUh(_: FormState, form: FormData): Promise<FormState> {
  return answer(removePartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'tattUt'));
}

export async function addSub(_: FormState, form: FormData): Promise<FormState> {
  return answer(addSubPartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'lagtTil'));
}

export async function removeSub(_: FormState, form: FormData): Promise<FormState> {
  return answer(removeSubPartnerOf, inputFrom(form), form, ({ id }) => partners(id, 'fjernet'));
}

/** Saves a UH's part with what stands in its form. */
export async function saveUhPartHere(_: FormState, sent: FormData): Promise<FormState> {
  const saved = await saveForm(saveUhPart, formGiven(sent), keptPart);
  if (saved.told !== null) return saved.told;
  const { id, version } = saved.value;
  redirect(`${partners(id, 'lagret')}&lagret=${version}`);
}
