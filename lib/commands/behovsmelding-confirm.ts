import { lockNeed } from '#lib/db/behovsmelding';
import { confirmPartner } from '#lib/db/need-partners';
import { partnersOf } from '#lib/domain/need-uh';
import { done } from '#lib/domain/outcome';
import { ConfirmNeed } from '#lib/schema/need-partners';
import { command } from './command';

/** A UH confirms that it knows the need that names it and takes part, and whom to talk to there. */
export const confirmBehovsmelding = command({
  action: 'behovsmelding.confirm',
  schema: ConfirmNeed,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, { contact, contactRole, contactEmail, contactPhone }, { actor }) =>
    done({ contact: { contact, contactRole, contactEmail, contactPhone }, partners: partnersOf(before, actor) }),
  save: async (tx, need, { contact, partners }, { actor, now }) => {
    await confirmPartner(
      tx,
      need.id,
      partners.map((uh) => uh.organisationId),
      contact,
      actor.userId,
      now,
    );
    const details = { uh: partners.map((uh) => uh.name).join(', '), contact: contact.contact };
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }];
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'need-confirmed', subjectId: need.id, details: { title: need.title, uh: details.uh } }],
    };
  },
});
