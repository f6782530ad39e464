import { idIn, signedWord } from '#lib/auth/session';
import { endFeed, lockFeed, renewFeed } from '#lib/db/message/calendar';
import { lockMailChoices, lockStoppedMail, saveMailChoices } from '#lib/db/message/choice';
import { markRead } from '#lib/db/message/inbox';
import {
  claimMails,
  lockMail,
  type MailPlace,
  type MailRow,
  saveSettled,
  tidyMails,
  writeDigests,
} from '#lib/db/message/mail';
import { findEnding, findOpenThings } from '#lib/db/message/reminder';
import { dayAt, type Day } from '#lib/domain/day';
import type { Addressee } from '#lib/domain/message/addressee';
import { settle } from '#lib/domain/message/mail';
import { changedChoices, type Notice, stoppedBy } from '#lib/domain/message/message';
import { remindersFor } from '#lib/domain/message/reminder';
import { done } from '#lib/domain/outcome';
import { atHour } from '#lib/domain/round/time';
import { Nothing } from '#lib/schema/fields';
import { ChooseMail, ClaimMails, MarkRead, SettleMail, StopMail, TidyMails } from '#lib/schema/message';
import { command } from './command';

/** Marks one of the reader's own messages as read, or all. What somebody has read is nobody else's, so it is not in the log. */
export const markMessagesRead = command({
  action: 'message.mark-read',
  schema: MarkRead,
  load: () => Promise.resolve({}),
  decide: (_self, input) => done(input),
  save: async (tx, _self, { id }, { actor, now }) => ({
    value: { read: await markRead(tx, actor.userId, id, now) },
    log: [],
  }),
});

/** How a person wants to hear by e-mail of each kind of what is no decision; choosing the same again changes nothing. */
export const chooseMail = command({
  action: 'user.choose-mail',
  schema: ChooseMail,
  load: (tx, _input, { actor }) => lockMailChoices(tx, actor.userId),
  decide: (before, input) => done(changedChoices(before.choices, input)),
  save: async (tx, { id }, chosen) => {
    if (Object.keys(chosen).length === 0) return { value: { chosen }, log: [] };
    await saveMailChoices(tx, id, chosen);
    return {
      value: { chosen },
      log: [{ subjectId: id, subjectType: 'user', roundId: null, countyId: null, details: { ...chosen } }],
    };
  },
});

/** Whoever has an e-mail says no to more of its kinds, by the signed address in it (RFC 8058). A word we have not made is of no mail. */
export const stopMail = command({
  action: 'user.stop-mail',
  schema: StopMail,
  load: async (tx, { token }) => {
    const mailId = idIn('mail', token);
    return mailId === null ? null : lockStoppedMail(tx, mailId);
  },
  decide: (mail) => done(changedChoices(mail.choices, stoppedBy(mail.kinds))),
  save: async (tx, { id, name }, stopped) => {
    if (Object.keys(stopped).length === 0) return { value: { stopped }, log: [] };
    await saveMailChoices(tx, id, stopped);
    return {
      value: { stopped },
      log: [{ subjectId: id, subjectType: 'user', roundId: null, countyId: null, details: { name, ...stopped } }],
    };
  },
});

const ending = ({
  id,
  owner,
  region,
  lastDay,
}: {
  id: string;
  owner: string;
  region: string;
  lastDay: Day;
}): Notice => ({
  kind: 'delegation-ending',
  subjectId: id,
  details: { owner, region, lastDay },
  once: `delegation-ending:${id}:${lastDay}`,
});

/**
 * Reminds everybody of what they have open, 14 and 3 days before its deadline, and of delegations about to end. Run
 * again the same day it tells nobody anything new.
 */
export const writeReminders = command({
  action: 'reminder.write',
  schema: Nothing,
  load: async (tx, _input, { now }) => ({ open: await findOpenThings(tx, now), ending: await findEnding(tx, now) }),
  decide: (before, _input, { now }) => done([...remindersFor(before.open, now), ...before.ending.map(ending)]),
  save: (_tx, _before, tell) => Promise.resolve({ value: { reminders: tell.length }, log: [], tell }),
});

/** Takes mails from the outbox to send them, so that no other sender has them too; each with the word it can be stopped by. */
export const claimOutbox = command({
  action: 'mail.claim',
  schema: ClaimMails,
  load: () => Promise.resolve({}),
  decide: (_self, input) => done(input),
  save: async (tx, _self, { limit }, { now }) => ({
    value: (await claimMails(tx, limit, now)).map((mail) => ({ ...mail, word: signedWord('mail', mail.id) })),
    log: [],
  }),
});

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

/**
 * Tells the person, whoever administers their organisation, and the caseworkers of their county that an address takes
 * nothing: each once, until it does again.
 */
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

const HOUR = 7;

/**
 * One mail to each person who wants one a day, with what they were told before 07.00 in Oslo. Before that hour, or a
 * second time, nothing.
 */
export const writeDailyMails = command({
  action: 'mail.digest',
  schema: Nothing,
  load: () => Promise.resolve({}),
  decide: (_self, _input, { now }) => done({ before: atHour(dayAt(now), HOUR) }),
  save: async (tx, _self, { before }, { now }) => ({
    value: { mails: now < before ? 0 : await writeDigests(tx, before, now) },
    log: [],
  }),
});

/** Calls off mails that shall not go, and forgets old ones; the messages stay. */
export const tidyOutbox = command({
  action: 'mail.tidy',
  schema: TidyMails,
  load: () => Promise.resolve({}),
  decide: (_self, input) => done(input),
  save: async (tx, _self, input, { now }) => ({ value: { tidied: await tidyMails(tx, input, now) }, log: [] }),
});

/** Gives a person a secret address for their deadlines, and makes an earlier one lead nowhere. */
export const makeCalendar = command({
  action: 'calendar.make',
  schema: Nothing,
  load: (tx, _input, { actor }) => lockFeed(tx, actor.userId),
  decide: (before) => done(before),
  save: async (tx, { userId, feedId }, _feed, { now }) => {
    await renewFeed(tx, userId, now);
    return {
      value: { again: feedId !== null },
      log: [{ subjectId: userId, subjectType: 'user', roundId: null, countyId: null }],
    };
  },
});

/** Takes the address away again. */
export const endCalendar = command({
  action: 'calendar.end',
  schema: Nothing,
  load: (tx, _input, { actor }) => lockFeed(tx, actor.userId),
  decide: (before) => done(before),
  save: async (tx, { userId }) => {
    const ended = await endFeed(tx, userId);
    return {
      value: { ended },
      log: ended === 0 ? [] : [{ subjectId: userId, subjectType: 'user', roundId: null, countyId: null }],
    };
  },
});
