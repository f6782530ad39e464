import { constraintOf } from '#lib/db/constraints';
import type { Outcome } from '#lib/domain/outcome';

/** The database's last guard, told as the outcome the rule itself would have given; null for what is a bug. */
export function outcomeOf(
  error: unknown,
): Extract<Outcome<never>, { kind: 'refused' | 'conflict' | 'invalid' | 'forbidden' }> | null {
  const violation = constraintOf(error);
  // Another holds what this change waits for, and has done so for long.
  if (violation?.sqlState === '55P03') return { kind: 'refused', refusals: [{ code: 'busy' }] };
  switch (violation?.name) {
    case 'round_within_budget':
      return { kind: 'refused', refusals: [{ code: 'over-budget', budget: 0, used: 0, over: 0 }] };
    case 'tildeling_decided_by_another':
      return { kind: 'forbidden' };
    case 'dispensation_decided_by_another':
      return { kind: 'forbidden' };
    case 'delegation_needs_one_at_a_time':
    case 'delegation_reports_one_at_a_time':
      return { kind: 'refused', refusals: [{ code: 'delegation-overlaps' }] };
    case 'tildeling_one_in_force':
      return { kind: 'conflict' };
    case 'attachment_once_in_behovsmelding':
    case 'attachment_once_in_half':
      return { kind: 'refused', refusals: [{ code: 'file-there-already', name: '', as: '' }] };
    case 'behovsmelding_uh_own_part_stays':
    case 'attachment_sent_stays':
    case 'tildeling_decided_unchangeable':
    // Two counties that add one organisation, or two regions that take one name: each holds its own row alone.
    case 'Organisation_orgnr_key':
    case 'Region_countyId_name_key':
      return { kind: 'conflict' };
    case 'membership_once_at_a_time':
      return { kind: 'refused', refusals: [{ code: 'member-already' }] };
    // A delegation that would outlast its region; a membership is judged by the rule itself.
    case 'region_dissolved_is_over':
      return { kind: 'invalid', errors: { lastDay: 'out-of-range' } };
    default:
      return null;
  }
}
