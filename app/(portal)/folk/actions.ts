'use server';

import { endRole, giveOffice, giveRole, giveSeat, nameAdministrator } from '#lib/commands/people';
import { answer, type FormState } from '../../answer';
import { lastOf } from '../../input';

const PAGES: Readonly<Record<string, string>> = { organisation: '/folk', forum: '/forum', region: '/regioner' };
const page = (kind: string, id: string, word: string): string => `${PAGES[kind] ?? '/folk'}/${id}?gjort=${word}`;

/** Gives a colleague a role in one's organisation. */
export async function giveRoleHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(giveRole, lastOf(form), form, ({ id }) => page('organisation', id, 'gitt'));
}

/** Names an organisation's first administrator. */
export async function name(_: FormState, form: FormData): Promise<FormState> {
  return answer(nameAdministrator, lastOf(form), form, ({ id }) => page('organisation', id, 'gitt'));
}

/** Gives somebody a seat in a forum. */
export async function seat(_: FormState, form: FormData): Promise<FormState> {
  return answer(giveSeat, lastOf(form), form, ({ id }) => page('forum', id, 'gitt'));
}

/** Names a coordinator or somebody to a secretariat. */
export async function office(_: FormState, form: FormData): Promise<FormState> {
  return answer(giveOffice, lastOf(form), form, ({ id, kind }) => page(kind, id, 'gitt'));
}

/** Takes a role back. */
export async function endRoleHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(endRole, lastOf(form), form, ({ id, kind }) => page(kind, id, 'avsluttet'));
}
