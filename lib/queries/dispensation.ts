import { findNeed } from '#lib/db/behovsmelding';
import { findDispensation, listDispensations } from '#lib/db/dispensation';
import { historyOf } from '#lib/db/history';
import { sumsOnly } from '#lib/domain/behovsmelding-sums';
import { allowed } from '#lib/domain/may';
import { ById, Nothing } from '#lib/schema/fields';
import { listQuery, query } from './query';

/** A request for an exception: of a draft, its title, owner and sums, and nothing else. */
export const readDispensation = query({
  action: 'dispensation.read',
  schema: ById,
  load: (tx, { id }, { now }) => findDispensation(tx, id, now),
  show: async (dispensation, { actor, now }, tx) => {
    const need = dispensation.behovsmeldingId === null ? null : await findNeed(tx, dispensation.behovsmeldingId, now);
    const about =
      need === null
        ? null
        : { title: need.titleAsSent, ownerName: need.ownerName, rules: need.rules, money: sumsOnly(need) };
    const decide =
      dispensation.rule === 'egenandel' ? ('dispensation.decide' as const) : ('dispensation.decide-split' as const);
    return {
      dispensation,
      about,
      history: await historyOf(tx, 'dispensation', [dispensation.id]),
      mayDecide: allowed(actor, [decide], dispensation).length > 0,
      asked: dispensation.askedById === actor.userId,
      mayRead: need !== null && allowed(actor, ['behovsmelding.read'], need).length > 0,
    };
  },
});

/** The requests for exceptions the reader may see, those that wait for an answer first. */
export const listOfDispensations = listQuery({
  action: 'dispensation.read',
  schema: Nothing,
  find: (tx, ways, _input, { now }) => listDispensations(tx, ways, now),
});
