'use server';

import { addOrganisation, takeName } from '#lib/commands/organisation';
import { answer, type FormState } from '../../answer';
import { lastOf } from '../../input';

/** Adds an organisation, and goes on to its people: somebody must administer it. */
export async function addHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(addOrganisation, lastOf(form), form, ({ id }) => `/folk/${id}?gjort=registrert`);
}

/** Takes the name that Enhetsregisteret has. */
export async function take(_: FormState, form: FormData): Promise<FormState> {
  return answer(takeName, lastOf(form), form, () => '/organisasjoner?gjort=navn');
}
