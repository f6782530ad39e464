'use server';

import { endDelegationOf } from '#lib/commands/delegation';
import { giveDelegation } from '#lib/commands/delegation';
import { answer, type FormState } from '../../answer';
import { inputFrom } from '../../input';

export async function giveDelegationHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(giveDelegation, inputFrom(form), form, () => '/fullmakter?gjort=gitt');
}

export async function endDelegationHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(endDelegationOf, inputFrom(form), form, () => '/fullmakter?gjort=avsluttet');
}
