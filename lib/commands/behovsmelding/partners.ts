import { command } from '#lib/commands/command';
import { lockBehovsmelding } from '#lib/db/behovsmelding/behovsmelding';
import { findDraftSubject } from '#lib/db/behovsmelding/draft';
import {
  addSubPartner,
  confirmPartner,
  declinePartner,
  removePartner,
  removeSubPartner,
  storeUhPart,
  sharePartner,
} from '#lib/db/behovsmelding/partners';
import { savedLately } from '#lib/db/log';
import { attend } from '#lib/db/presence';
import { decideRemove, decideShare } from '#lib/domain/behovsmelding/uh';
import { decideAddSub, partnersOf, speaksForUh, speaksThrough } from '#lib/domain/behovsmelding/uh-speaks';
import { decidePart, partId } from '#lib/domain/behovsmelding/uh-part';
import { done, invalid } from '#lib/domain/outcome';
import {
  AddSubPartner,
  AttendPart,
  ConfirmBehovsmelding,
  DeclineBehovsmelding,
  RemovePartner,
  RemoveSubPartner,
  SaveUhPart,
  ShareBehovsmelding,
} from '#lib/schema/behovsmelding';

/** Lets a UH that a draft names read it, answer, and write its own part. */
export const shareBehovsmelding = command({
  action: 'behovsmelding.share',
  schema: ShareBehovsmelding,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before, input) => decideShare(before, input),
  save: async (tx, need, { uh, changed }, { actor, now }) => {
    if (changed) await sharePartner(tx, need.id, uh.organisationId, actor.userId, now);
    const log = changed
      ? [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { uh: uh.name } }]
      : [];
    const tell = changed
      ? [
          {
            kind: 'need-shared' as const,
            subjectId: need.id,
            to: [{ role: 'uh' as const, organisationId: uh.organisationId }],
            details: { title: need.title },
          },
        ]
      : [];
    return { value: { id: need.id }, log, tell };
  },
});

/** A UH confirms that it knows the need that names it and takes part, and whom to talk to there. */
export const confirmBehovsmelding = command({
  action: 'behovsmelding.confirm',
  schema: ConfirmBehovsmelding,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
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

/** A UH says that it does not take part, and why. It still reads the need, and may confirm later. */
export const declineBehovsmelding = command({
  action: 'behovsmelding.decline',
  schema: DeclineBehovsmelding,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before, { reason }, { actor }) => done({ reason, partners: partnersOf(before, actor) }),
  save: async (tx, need, { reason, partners }, { actor, now }) => {
    await declinePartner(
      tx,
      need.id,
      partners.map((uh) => uh.organisationId),
      reason,
      actor.userId,
      now,
    );
    const details = { uh: partners.map((uh) => uh.name).join(', '), reason };
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }];
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'need-turned-down', subjectId: need.id, details: { title: need.title, uh: details.uh } }],
    };
  },
});

/** A UH writes its own part of a need, field by field: what it will do, and what it asks for each year. What is written is not logged. */
export const saveUhPart = command({
  action: 'behovsmelding.save-uh',
  schema: SaveUhPart,
  load: async (tx, { id }, { actor, now }) => {
    const need = await lockBehovsmelding(tx, id, now);
    return (
      need && {
        ...need,
        logged: await savedLately(
          tx,
          { subjectType: 'behovsmelding', subjectId: id, action: 'behovsmelding.save-uh' },
          actor.userId,
          now,
        ),
      }
    );
  },
  decide: (before, input, context) => decidePart(before, input, context),
  save: async (tx, need, { uh, plan, cells, fields, stored, wrong, clashes }, { actor, now }) => {
    const changed = fields.length > 0;
    if (changed) await storeUhPart(tx, need.id, uh.organisationId, { plan, cells }, actor.userId, now);
    const log =
      changed && !need.logged
        ? [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { uh: uh.name } }]
        : [];
    return {
      value: { id: need.id, was: need.version, version: need.version + (changed ? 1 : 0), stored, wrong, clashes },
      log,
      restate: changed ? [need.id] : [],
    };
  },
});

/**
 * Tells that one is in a UH's part of a draft, and in which field; answers who else of that UH is, and how new the
 * draft is. Nothing happened: the log is silent.
 */
export const attendUhPart = command({
  action: 'behovsmelding.attend-uh',
  schema: AttendPart,
  load: (tx, { id }, { now }) => findDraftSubject(tx, id, now),
  decide: (need, { organisationId, field }, { actor }) =>
    speaksForUh(need, actor, organisationId)
      ? done({ organisationId, field })
      : invalid({ organisationId: 'not-in-list' }),
  save: async (tx, { id, version }, { organisationId, field }, { actor, now }) => ({
    value: {
      record: id,
      version,
      others: await attend(tx, { type: 'uh-part', id: partId(id, organisationId) }, actor.userId, field, now),
    },
    log: [],
  }),
});

/** Takes a UH out of a draft with all that is its own. What is lost is kept in the log; a UH that could read the draft is told. */
export const removePartnerOf = command({
  action: 'behovsmelding.remove-partner',
  schema: RemovePartner,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before, input) => decideRemove(before, input),
  save: async (tx, need, { uh: { organisationId, name }, lost, knew }, { now }) => {
    await removePartner(tx, need.id, organisationId, now);
    const log = [
      { subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { uh: name, ...lost } },
    ];
    const tell = knew
      ? [
          {
            kind: 'partner-removed' as const,
            subjectId: need.id,
            to: [{ role: 'uh' as const, organisationId }],
            details: { title: need.title, uh: name, owner: need.ownerName },
          },
        ]
      : [];
    return { value: { id: need.id }, log, tell };
  },
});

/** Names somebody who takes part through a UH: another institution, a centre, somebody abroad. */
export const addSubPartnerOf = command({
  action: 'behovsmelding.add-sub-partner',
  schema: AddSubPartner,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before, input, { actor }) => decideAddSub(before, input, actor),
  save: async (tx, need, { throughId, name, country, what }, { actor, now }) => {
    await addSubPartner(tx, need.id, throughId, { name, country, what }, actor.userId, now);
    const details = { name, uh: need.uh.find((uh) => uh.organisationId === throughId)?.name ?? null };
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }],
    };
  },
});

/** Takes away somebody who was to take part through a UH. */
export const removeSubPartnerOf = command({
  action: 'behovsmelding.remove-sub-partner',
  schema: RemoveSubPartner,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (before, { subPartnerId }, { actor }) => {
    const uh = before.uh.find(({ subPartners }) => subPartners.some((one) => one.id === subPartnerId));
    const found = uh?.subPartners.find((one) => one.id === subPartnerId);
    return uh !== undefined && found !== undefined && speaksThrough(before, actor, uh.organisationId)
      ? done({ ...found, uh: uh.name })
      : invalid({ subPartnerId: 'not-in-list' });
  },
  save: async (tx, need, { id, name, uh }, { now }) => {
    await removeSubPartner(tx, need.id, id, now);
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { name, uh } }],
    };
  },
});
