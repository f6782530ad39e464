import type { Origin } from '#lib/domain/tildeling/allocation';
import { formatKroner } from '#lib/domain/money/kroner';
import { METHODS } from '#lib/domain/tildeling/methods';
import type { Texts } from '#lib/texts/texts';

/** Why an amount is what it is, in a sentence with the kroner it was computed from. */
export function reasonWords({ methodReason, methodFigures }: Origin, t: Texts): string {
  const sentence = t.tildeling.reasons[methodReason] ?? t.tildeling.reasons['by-hand'];
  const figures = Object.fromEntries(
    Object.entries(methodFigures).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatKroner(value) : value,
    ]),
  );
  return sentence === undefined ? '' : sentence(figures);
}

/** The name of a method, or nothing for an amount set by hand. */
export function methodName(method: string, t: Texts): string | null {
  const known = METHODS.find((one) => one === method);
  return known === undefined ? null : t.tildeling.methods[known];
}
