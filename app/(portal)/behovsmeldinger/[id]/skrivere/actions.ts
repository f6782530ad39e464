'use server';

import { inviteContributor } from '#lib/commands/behovsmelding/comment';
import { removeContributor } from '#lib/commands/behovsmelding/comment';
import { answer, type FormState } from '../../../../answer';
import { inputFrom } from '../../../../input';

export async function inviteContributorHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(inviteContributor, inputFrom(form), form, ({ id }) => `/behovsmeldinger/${id}/skrivere?gjort=invitert`);
}

export async function endContributorHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(
    removeContributor,
    inputFrom(form),
    form,
    ({ id }) => `/behovsmeldinger/${id}/skrivere?gjort=avsluttet`,
  );
}
