'use server';

import { addTheme, endTheme, saveDeadlines, saveRules, setProgrammes } from '#lib/commands/setup';
import { openYear } from '#lib/commands/setup';
import { answer, type FormState } from '../../answer';
import { inputFrom, lastOf } from '../../input';

const saved = ({ countyId }: { countyId: string }): string => `/oppsett?fylke=${countyId}&gjort=lagret`;

/** Saves a rule set, or the one that supersedes it. */
export async function rules(_: FormState, form: FormData): Promise<FormState> {
  return answer(saveRules, inputFrom(form), form, saved);
}

/** Saves the days of a programme's deadlines. */
export async function deadlines(_: FormState, form: FormData): Promise<FormState> {
  return answer(saveDeadlines, lastOf(form), form, saved);
}

/** Adds a theme. */
export async function theme(_: FormState, form: FormData): Promise<FormState> {
  return answer(addTheme, lastOf(form), form, saved);
}

/** Ends a theme. */
export async function themeEnd(_: FormState, form: FormData): Promise<FormState> {
  return answer(endTheme, lastOf(form), form, saved);
}

/** Says which programmes a forum handles. */
export async function programmes(_: FormState, form: FormData): Promise<FormState> {
  return answer(setProgrammes, inputFrom(form), form, saved);
}

/** Opens a new year. */
export async function year(_: FormState, form: FormData): Promise<FormState> {
  return answer(
    openYear,
    inputFrom(form),
    form,
    ({ countyId, year: opened }) => `/oppsett/nytt-ar?fylke=${countyId}&aar=${opened}&gjort=apnet`,
  );
}
