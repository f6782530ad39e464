import { lockRound } from '#lib/db/round';
import { moveDeadline, uhInRound } from '#lib/db/round-time';
import { dayOf } from '#lib/domain/deadline';
import { done } from '#lib/domain/outcome';
import { decideMove } from '#lib/domain/round-time';
import { MoveDeadline } from '#lib/schema/round-time';
import { command } from './command';

/** Moves a deadline of a round for all, with a reason; everybody with something in it is told. */
export const moveRoundDeadline = command({
  action: 'round.move-deadline',
  schema: MoveDeadline,
  load: (tx, { id }) => lockRound(tx, id),
  decide: (round, input, context) => {
    const decision = decideMove(round, input, context);
    return decision.kind === 'done' ? done({ ...decision.value, reason: input.reason }) : decision;
  },
  save: async (tx, { id, countyId, programme, year }, { kind, from, to, reason }) => {
    await moveDeadline(tx, id, kind, from, to);
    const days = { deadline: kind, before: dayOf(from), lastDay: dayOf(to) };
    const log = [{ subjectId: id, roundId: id, countyId, details: { programme, year, ...days, reason } }];
    const details = { programme, year, ...days };
    const uh = kind === 'need' ? await uhInRound(tx, id) : [];
    return {
      value: { id },
      log,
      tell: [
        { kind: 'deadline-moved', subjectId: id, details },
        {
          kind: 'need-deadline-moved',
          subjectId: id,
          to: uh.map((organisationId) => ({ role: 'uh', organisationId })),
          details,
        },
      ],
    };
  },
});
