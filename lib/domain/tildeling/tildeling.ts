import type { RequestLine } from './divide';
import { sumOf, toKroner } from '#lib/domain/money/kroner';
import type { BehovsmeldingState, Side, TildelingOutcome, TildelingState } from '#lib/domain/states';

/** Kroner to the network (the skoleeier side) and to the UH, over all budget years. */
export type Sides = Readonly<Record<Side, number>>;

/** What is granted so far, and how the amount came to be. */
export interface CaseTildeling extends Sides {
  readonly id: string;
  readonly state: TildelingState;
  readonly version: number;
  readonly method: string;
  readonly methodReason: string;
  readonly methodFigures: Readonly<Record<string, string | number | null>>;
  readonly reason: string;
  readonly returnComment: string;
  readonly proposedById: string | null;
  /** The UH that are given money. */
  readonly uhIds: readonly string[];
}

/** A need of the round with all that its tildeling is judged by. */
export interface RoundCase {
  readonly needId: string;
  readonly number: number;
  readonly title: string;
  readonly needState: BehovsmeldingState;
  readonly ownerName: string;
  /** The owner's orgnr, which settles equal remainders. */
  readonly tie: string;
  readonly regionId: string | null;
  readonly regionName: string | null;
  readonly lines: readonly RequestLine[];
  readonly priority: number | null;
  readonly recommended: Sides | null;
  readonly forumReason: string;
  readonly egenandel: number | null;
  readonly egenandelDispensation: boolean;
  readonly tildeling: CaseTildeling | null;
}

/** One need with an amount, as the rules judge it. */
export interface Judged {
  readonly needId: string;
  readonly title: string;
  readonly regionId: string | null;
  readonly regionName: string | null;
  readonly asked: Sides;
  readonly recommended: Sides | null;
  readonly given: Sides;
  readonly egenandel: number | null;
  readonly egenandelDispensation: boolean;
  readonly reason: string;
}

/** Both sides together, in kroner. */
export const total = (sides: Sides): number => toKroner(sumOf([sides.network, sides.uh]));

/** What a need asks for on each side, in kroner. */
export function askedOf(lines: readonly RequestLine[]): Sides {
  const on = (side: Side): number =>
    toKroner(sumOf(lines.filter((line) => line.side === side).map((line) => line.asked)));
  return { network: on('network'), uh: on('uh') };
}

/** A case as it would be judged with these amounts and this reason. */
export function judgedAs(one: RoundCase, given: Sides, reason: string): Judged {
  const { needId, title, regionId, regionName, recommended, egenandel, egenandelDispensation } = one;
  return {
    needId,
    title,
    regionId,
    regionName,
    recommended,
    egenandel,
    egenandelDispensation,
    asked: askedOf(one.lines),
    given,
    reason,
  };
}

/** Granted in full, in part or not at all: it follows from what was asked and what is given. */
export function outcomeFor(asked: Sides, given: Sides): TildelingOutcome {
  if (total(given) === 0) return 'refused';
  return total(given) < total(asked) ? 'partly' : 'granted';
}

/** Kroner below the request and below the innstilling; 0 when not below, null when nothing is recommended. */
export function deviation({ asked, recommended, given }: Pick<Judged, 'asked' | 'recommended' | 'given'>): {
  asked: number;
  recommended: number | null;
} {
  const below = (than: Sides): number => Math.max(0, total(than) - total(given));
  return { asked: below(asked), recommended: recommended === null ? null : below(recommended) };
}
