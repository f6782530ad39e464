import type { Behovsmelding } from './behovsmelding';
import { egenandelOf } from './sums';
import { done, refused, type Decision } from '#lib/domain/outcome';
import type { DispensationRule, DispensationState, Programme } from '#lib/domain/states';

/** A dispensation as the one who decides may see it: title, owner, sums and reason, and nothing else of a draft. */
export interface Dispensation {
  id: string;
  rule: DispensationRule;
  state: DispensationState;
  reason: string;
  askedById: string;
  askedByName: string | null;
  askedAt: Date;
  decisionReason: string;
  decidedAt: Date | null;
  decidedByName: string | null;
  roundId: string;
  programme: Programme;
  year: number;
  countyId: string;
  behovsmeldingId: string | null;
  regionName: string | null;
  ownerIds: string[];
  delegatedRegionIds: string[];
}

/** Asking for an exception from the egenandel: only when the rule stops the need, and once at a time. */
export function decideAsk(need: Behovsmelding, { reason }: { reason: string }): Decision<string> {
  if (need.dispensations.some(({ rule, state }) => rule === 'egenandel' && state === 'asked'))
    return refused({ code: 'already-asked' });
  const { status } = egenandelOf(need, need.rules);
  const stopped = need.rules.egenandelEnforcement === 'require' && (status === 'short' || status === 'unknown');
  const granted = need.dispensations.some(({ rule, state }) => rule === 'egenandel' && state === 'granted');
  return stopped && !granted ? done(reason) : refused({ code: 'dispensation-not-needed' });
}
