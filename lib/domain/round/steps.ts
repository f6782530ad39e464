import { ROUND_STATES, type RoundState } from '#lib/domain/states';

/**
 * How many records of a round have come to each step: needs sent and recommended, tildelinger proposed and approved,
 * halves of reports due and accepted.
 */
export interface RoundCounts {
  readonly sent: number;
  readonly recommended: number;
  readonly proposed: number;
  readonly approved: number;
  readonly halves: number;
  readonly accepted: number;
}

export type RoundStepName = Exclude<RoundState, 'finished'>;
/** A step of a round; `count` of `all` records have come there, null when it is not counted or the reader may not know. */
export interface RoundStep {
  readonly step: RoundStepName;
  readonly place: 'done' | 'current' | 'ahead';
  readonly count: number | null;
  readonly all: number | null;
}

/** The line a round goes along. A step ahead is counted when something has come there already. */
export function roundSteps(state: RoundState, counts: RoundCounts | null): RoundStep[] {
  const here = ROUND_STATES.indexOf(state);
  const found = {
    open: counts?.sent,
    closed: undefined,
    recommended: counts?.recommended,
    proposed: counts?.proposed,
    approved: counts?.approved,
    reporting: counts?.accepted,
  };
  return (['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting'] as const).map((step, index) => {
    const all = step === 'reporting' && counts !== null && counts.halves > 0 ? counts.halves : null;
    const count = found[step] ?? null;
    const shown = count !== null && (step === 'reporting' ? all !== null : index <= here || count > 0);
    return {
      step,
      place: index < here ? 'done' : index === here ? 'current' : 'ahead',
      count: shown ? count : null,
      all,
    };
  });
}
