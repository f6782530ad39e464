import { findBehovsmelding } from '#lib/db/behovsmelding/behovsmelding';
import { findComments, findContributors, findNotes, findTeam } from '#lib/db/behovsmelding/comment';
import { findDispensation, listDispensations } from '#lib/db/behovsmelding/dispensation';
import { historyOf } from '#lib/db/log';
import { sumsOnly } from '#lib/domain/behovsmelding/sums';
import { allowed, may } from '#lib/domain/policy/may';
import { listQuery, query, together } from '#lib/queries/query';
import { theBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { ById, Nothing } from '#lib/schema/fields';

/** What the owner's side has said about a need, and whether the reader may say more. */
export const commentsOn = query({
  action: 'comment.read',
  schema: ById,
  load: (_tx, { id }, viewer) => theBehovsmelding({ id }, viewer),
  show: async (need, { actor }, tx) => ({
    comments: await findComments(tx, need.id),
    mayWrite: may(actor, 'comment.write', need),
    mayResolve: may(actor, 'comment.resolve', need),
  }),
});

/** What Statsforvalteren has noted for itself about a need. */
export const notesOn = query({
  action: 'note.read',
  schema: ById,
  load: (_tx, { id }, viewer) => theBehovsmelding({ id }, viewer),
  show: async (need, { actor }, tx) => ({
    notes: await findNotes(tx, need.id),
    mayWrite: may(actor, 'note.write', need),
  }),
});

/** Who writes a need: the owner's own people, whom they have handed it to, and those they have asked. */
export const writersOf = query({
  action: 'contributor.read',
  schema: ById,
  load: (_tx, { id }, viewer) => theBehovsmelding({ id }, viewer),
  show: async (need, { actor, now }, tx) => ({
    need,
    ...(await together({ team: findTeam(tx, need, now), contributors: findContributors(tx, need.id) })),
    allowed: allowed(actor, ['contributor.invite', 'contributor.end'], need),
  }),
});

/** A request for an exception: of a draft, its title, owner and sums, and nothing else. */
export const readDispensation = query({
  action: 'dispensation.read',
  schema: ById,
  load: (tx, { id }, { now }) => findDispensation(tx, id, now),
  show: async (dispensation, { actor, now }, tx) => {
    const need =
      dispensation.behovsmeldingId === null ? null : await findBehovsmelding(tx, dispensation.behovsmeldingId, now);
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
