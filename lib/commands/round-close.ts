import { command } from '#lib/commands/command';
import { lockRound, setRoundState } from '#lib/db/round';
import { closeRound } from '#lib/domain/round';
import { CloseRound } from '#lib/schema/round';

/** Closes a round for needs; what is still a draft stays one. */
export const roundClose = command({
  action: 'round.close',
  schema: CloseRound,
  load: (tx, { id }) => lockRound(tx, id),
  decide: closeRound,
  save: async (tx, { id, countyId, programme, year }, { reason, early }) => {
    await setRoundState(tx, id, 'closed');
    const log = [{ subjectId: id, roundId: id, countyId, details: { programme, year, reason, early } }];
    return { value: { id }, log, tell: [{ kind: 'round-closed', subjectId: id, details: { programme, year } }] };
  },
});
