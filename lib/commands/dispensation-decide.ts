import { decideDispensation, lockDispensation } from '#lib/db/dispensation';
import type { Tx } from '#lib/db/client';
import type { Dispensation } from '#lib/domain/dispensation';
import type { Notice } from '#lib/domain/message';
import { done } from '#lib/domain/outcome';
import { DecideDispensation } from '#lib/schema/dispensation';
import { command, type Context } from './command';

interface Answer {
  state: string;
  reason: string;
}

async function save(tx: Tx, before: Dispensation, { state, reason }: Answer, { actor, now }: Context) {
  await decideDispensation(tx, before.id, { state, reason }, actor.userId, now);
  const details = {
    granted: state === 'granted',
    reason,
    ...(before.regionName !== null && { region: before.regionName }),
  };
  const kind = before.rule === 'split' ? 'split-decided' : 'dispensation-decided';
  const tell: Notice[] = [
    {
      kind,
      subjectId: before.id,
      details: { granted: details.granted, programme: before.programme, year: before.year },
    },
  ];
  return {
    value: { id: before.id },
    log: [{ subjectId: before.id, roundId: before.roundId, countyId: before.countyId, details }],
    tell,
  };
}

/** Grants or refuses an exception from the egenandel: never by the one who asked. */
export const decideEgenandelDispensation = command({
  action: 'dispensation.decide',
  schema: DecideDispensation,
  load: (tx, { id }, { now }) => lockDispensation(tx, id, 'egenandel', now),
  decide: (_before, answer) => done(answer),
  save,
});

/** Grants or refuses an exception from the key between network and UH, which the caseworker has asked for. */
export const decideSplitDispensation = command({
  action: 'dispensation.decide-split',
  schema: DecideDispensation,
  load: (tx, { id }, { now }) => lockDispensation(tx, id, 'split', now),
  decide: (_before, answer) => done(answer),
  save,
});
