import type { Step } from '#components/steps';
import { ROUND_STATES, type RoundState } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';

/** The line a round goes along, with how many records have come to each step. */
export function roundSteps(t: Texts, state: RoundState, counts: Partial<Record<RoundState, number>> = {}): Step[] {
  const now = ROUND_STATES.indexOf(state);
  return ROUND_STATES.filter((step) => step !== 'finished').map((step, index) => {
    const count = counts[step];
    return { key: step, label: t.common.roundState[step], place: index < now ? 'done' : index === now ? 'current' : 'ahead', ...(count !== undefined && { count }) };
  });
}

/** What a round is called: «Dekomp Nordland 2027». */
export const roundName = (t: Texts, round: { programme: keyof Texts['round']['short']; countyName: string; year: number }): string =>
  t.round.name(t.round.short[round.programme], round.countyName, round.year);
