import type { RoundState } from './states';

/** How many of the other needs of a round wait without a proposal, wait for approval, and are decided. */
export interface Beside {
  readonly open: number;
  readonly proposed: number;
  readonly decided: number;
}

/** Where a round stands when a need is withdrawn from it: it waits only for the needs that are left. */
export function roundAfterWithdrawal(state: RoundState, { open, proposed, decided }: Beside): RoundState {
  if (state !== 'recommended' && state !== 'proposed') return state;
  if (open > 0) return 'recommended';
  if (proposed > 0) return 'proposed';
  return decided > 0 ? 'approved' : 'recommended';
}
