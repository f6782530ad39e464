'use server';

import { decideEgenandelDispensation, decideSplitDispensation } from '#lib/commands/behovsmelding/county';
import { answer, type FormState } from '../../answer';
import { inputFrom } from '../../input';

const page = ({ id }: { id: string }) => `/dispensasjoner/${id}?svart=1`;

export async function decideEgenandel(_: FormState, form: FormData): Promise<FormState> {
  return answer(decideEgenandelDispensation, inputFrom(form), form, page);
}

export async function decideSplit(_: FormState, form: FormData): Promise<FormState> {
  return answer(decideSplitDispensation, inputFrom(form), form, page);
}
