import { lineOfField } from './form';
import { fieldOf } from './names';

/** The steps of the form in their order; each is also its place on the page. */
export const STEPS = [
  'hvem',
  'behov',
  'tiltak',
  'samisk',
  'partnere',
  'budsjett',
  'egenandel-del',
  'vedlegg',
  'oversikt',
] as const;
export type Step = (typeof STEPS)[number];

/** The steps of a need: a programme without egenandel has no such step. */
export const stepsOf = (rules: { egenandelEnforcement: string }): Step[] =>
  STEPS.filter((step) => step !== 'egenandel-del' || rules.egenandelEnforcement !== 'none');

/** The step that a place on the page is in, by what stands after # in the address: a step itself, a field of it, or its comments. The first when it is neither. */
export function stepAt(place: string): Step {
  if (place.startsWith('kommentar.')) return stepAt(place.slice('kommentar.'.length));
  const own = STEPS.find((step) => step === place.split('.')[0]);
  const field = fieldOf(place);
  const section = field === null ? null : lineOfField(field).part;
  return own ?? (section === 'egenandel' ? 'egenandel-del' : (section ?? 'hvem'));
}
