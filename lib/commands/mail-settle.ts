import { lockMail, saveSettled, type MailRow } from '#lib/db/mail';
import type { Addressee } from '#lib/domain/addressee';
import { settle } from '#lib/domain/mail';
import type { Notice } from '#lib/domain/message';
import { done } from '#lib/domain/outcome';
import { SettleMail } from '#lib/schema/mail';
import { command } from './command';

/** Tells the person, the caseworkers of their county and whoever administers their organisation that an address takes nothing: once, until it does again. */
function bounceNotices({ userId, name, address, places }: MailRow): Notice[] {
  const counties = [...new Set(places.flatMap(({ countyId }) => (countyId === null ? [] : [countyId])))];
  const organisations = [...new Set(places.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])))];
  const to: Addressee[] = [...counties.map((countyId) => ({ role: 'caseworker' as const, countyId })), ...organisations.map((organisationId) => ({ role: 'administrator' as const, organisationId }))];
  return [
    { kind: 'address-failing', subjectId: userId, to: [{ userId }], details: { address } },
    { kind: 'person-unreached', subjectId: userId, to, details: { name, address } },
  ];
}

/** Writes what came of trying to send a mail: gone, to be tried again, or given up. */
export const settleMail = command({
  action: 'mail.settle',
  schema: SettleMail,
  load: (tx, { id }) => lockMail(tx, id),
  decide: (mail, input, context) => {
    const settled = settle(mail, input, context);
    return settled.kind === 'done' ? done({ settled: settled.value, error: input.error }) : settled;
  },
  save: async (tx, mail, { settled, error }, { now }) => {
    await saveSettled(tx, mail, settled, error, now);
    const bounced = settled.state === 'failed' && settled.bounced && !mail.failing;
    const countyId = mail.places.find((place) => place.countyId !== null)?.countyId ?? null;
    const log = bounced ? [{ subjectId: mail.userId, subjectType: 'user', roundId: null, countyId, details: { name: mail.name } }] : [];
    return { value: { state: settled.state }, log, tell: bounced ? bounceNotices(mail) : [] };
  },
});
