import { lockMail, saveSettled, type MailPlace, type MailRow } from '#lib/db/mail';
import type { Addressee } from '#lib/domain/addressee';
import { settle } from '#lib/domain/mail';
import type { Notice } from '#lib/domain/message';
import { done } from '#lib/domain/outcome';
import { SettleMail } from '#lib/schema/mail';
import { command } from './command';

/** The place a person's roles are changed at, and what is told of it there. */
function placeOf({ organisationId, regionId, forumId }: MailPlace, userId: string): Pick<Notice, 'kind' | 'subjectId'> {
  if (organisationId !== null) return { kind: 'person-unreached', subjectId: organisationId };
  if (regionId !== null) return { kind: 'coordinator-unreached', subjectId: regionId };
  return forumId === null
    ? { kind: 'colleague-unreached', subjectId: userId }
    : { kind: 'member-unreached', subjectId: forumId };
}

/** How far a place is from the person: their organisation, their region, their forum, their county. */
const farness = ({ organisationId, regionId, forumId }: MailPlace): number =>
  organisationId !== null ? 0 : regionId !== null ? 1 : forumId !== null ? 2 : 3;

/** Tells the person, whoever administers their organisation, and the caseworkers of their county that an address takes nothing: each once, until it does again. */
function bounceNotices({ userId, name, address, places }: MailRow): Notice[] {
  const details = { name, address };
  const at = (place: MailPlace, to: Addressee): Notice => ({ ...placeOf(place, userId), to: [to], details });
  // A county hears of a person once, at the nearest of their places there; an organisation's own administrator always.
  const near = places.toSorted((a, b) => farness(a) - farness(b));
  const inCounty = near.filter(({ countyId }, index) => near.findIndex((one) => one.countyId === countyId) === index);
  const inOrganisation = near.filter(
    ({ organisationId }, index) => near.findIndex((one) => one.organisationId === organisationId) === index,
  );
  return [
    { kind: 'address-failing', subjectId: userId, to: [{ userId }], details: { address } },
    ...inCounty.flatMap((place) =>
      place.countyId === null ? [] : [at(place, { role: 'caseworker', countyId: place.countyId })],
    ),
    ...inOrganisation.flatMap((place) =>
      place.organisationId === null ? [] : [at(place, { role: 'administrator', organisationId: place.organisationId })],
    ),
  ];
}

/** Writes what came of trying to send a mail: gone, to be tried again, or given up. */
export const settleMail = command({
  action: 'mail.settle',
  schema: SettleMail,
  load: (tx, { id }, { now }) => lockMail(tx, id, now),
  decide: (mail, input, context) => {
    const settled = settle(mail, input, context);
    return settled.kind === 'done' ? done({ settled: settled.value, error: input.error }) : settled;
  },
  save: async (tx, mail, { settled, error }, { now }) => {
    await saveSettled(tx, mail, settled, error, now);
    const bounced = settled.state === 'failed' && settled.bounced && !mail.failing;
    const countyId = mail.places.find((place) => place.countyId !== null)?.countyId ?? null;
    const log = bounced
      ? [{ subjectId: mail.userId, subjectType: 'user', roundId: null, countyId, details: { name: mail.name } }]
      : [];
    return { value: { state: settled.state }, log, tell: bounced ? bounceNotices(mail) : [] };
  },
});
