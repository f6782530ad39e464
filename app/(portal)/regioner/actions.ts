'use server';

import { addRegionMember, createRegion, dissolveRegion, endMembership, renameRegion } from '#lib/commands/region';
import { answer, type FormState } from '../../answer';
import { lastOf } from '../../input';

const page = (id: string, word: string): string => `/regioner/${id}?gjort=${word}`;

/** Makes a region. */
export async function createRegionHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(createRegion, lastOf(form), form, ({ id }) => page(id, 'opprettet'));
}

/** Gives a region another name. */
export async function rename(_: FormState, form: FormData): Promise<FormState> {
  return answer(renameRegion, lastOf(form), form, ({ id }) => page(id, 'lagret'));
}

/** Dissolves a region from a day. */
export async function dissolve(_: FormState, form: FormData): Promise<FormState> {
  return answer(dissolveRegion, lastOf(form), form, ({ id }) => page(id, 'opplost'));
}

/** Takes an organisation into a region. */
export async function addMemberHere(_: FormState, form: FormData): Promise<FormState> {
  return answer(addRegionMember, lastOf(form), form, ({ id }) => page(id, 'lagret'));
}

/** Ends a membership. */
export async function endMember(_: FormState, form: FormData): Promise<FormState> {
  return answer(endMembership, lastOf(form), form, ({ id }) => page(id, 'lagret'));
}
