import type { Day } from '#lib/domain/day';
import type { EgenandelAssessment } from '#lib/domain/money/egenandel';
import type { UhAnswer } from './uh';
import type { BehovsmeldingState, Programme } from '#lib/domain/states';

/** What an owner says of a need its coordinator sent: nothing where there is nothing to say. */
export type OwnerAnswer = 'confirmed' | 'waiting' | 'objected' | null;

/** A need on a coordinator's desk: how far it has come, what is missing, and what its parties have answered. Kroner; null is not given. */
export interface DeskBehovsmelding {
  id: string;
  title: string;
  state: BehovsmeldingState;
  ownerId: string;
  roundId: string;
  programme: Programme;
  year: number;
  needLastDay: Day;
  undated: boolean;
  missing: number;
  egenandel: EgenandelAssessment['status'];
  egenandelMissing: number | null;
  uh: { name: string; answer: UhAnswer }[];
  owner: OwnerAnswer;
}
export interface DeskRoundChoice {
  id: string;
  countyId: string;
  programme: Programme;
  year: number;
  needLastDay: Day;
  open: boolean;
}
export interface DeskOwner {
  id: string;
  name: string;
  countyId: string;
  until: Day | null;
}

/** What the owner has said of what was sent for it under a delegation. */
export function ownerAnswer(need: {
  state: BehovsmeldingState;
  delegationId: string | null;
  ownerConfirmedAt: Date | null;
  ownerObjection: string;
}): OwnerAnswer {
  if (need.delegationId === null || (need.state !== 'submitted' && need.state !== 'recommended')) return null;
  if (need.ownerConfirmedAt !== null) return 'confirmed';
  return need.ownerObjection === '' ? 'waiting' : 'objected';
}

/** Each owner with its needs, and the open rounds it has not begun anything in. */
export function ownersOnDesk(
  owners: readonly DeskOwner[],
  rounds: readonly DeskRoundChoice[],
  needs: readonly DeskBehovsmelding[],
) {
  return owners.map((owner) => {
    const own = needs.filter(({ ownerId }) => ownerId === owner.id);
    return {
      ...owner,
      needs: own,
      idle: rounds.filter(
        (round) => round.open && round.countyId === owner.countyId && !own.some(({ roundId }) => roundId === round.id),
      ),
    };
  });
}
