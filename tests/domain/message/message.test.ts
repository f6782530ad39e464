import { describe, expect, it, test } from 'vitest';
import { whoMay, whoMightIn } from '#lib/domain/message/addressee';
import {
  aboutOf,
  deliveryOf,
  MAIL_TOPICS,
  mayHear,
  MESSAGES,
  pageOf,
  stoppedBy,
  toldOf,
  topicOf,
  type MailChoices,
  type MessageKind,
} from '#lib/domain/message/message';
import type { Actor, Role } from '#lib/domain/policy/row';
import { messageSentence, messageSubject } from '#lib/texts/message';
import { textsFor } from '#lib/texts/texts';

const need = {
  countyId: 'nordland',
  forumId: 'forum',
  state: 'submitted',
  ownerIds: ['fauske'],
  delegatedRegionIds: ['salten'],
  uhIds: ['nord'],
  commenterIds: ['randi'],
  writerIds: ['rolf'],
};
const person = (role: Role, place: object, userId: string = role): Actor => ({
  userId,
  name: userId,
  grants: [{ role, organisationId: null, regionId: null, countyId: null, forumId: null, ...place }],
});
const KINDS = Object.keys(MESSAGES).filter((kind): kind is MessageKind => kind in MESSAGES);

describe('who is told', () => {
  it('is whoever the policy lets do it, by role and place', () => {
    expect(whoMay('behovsmelding.save', need)).toEqual([
      { role: 'skoleeier', organisationId: 'fauske' },
      { role: 'leader', organisationId: 'fauske' },
      { userId: 'rolf' },
      { role: 'coordinator', regionId: 'salten' },
    ]);
    expect(whoMay('behovsmelding.confirm', need)).toEqual([{ role: 'uh', organisationId: 'nord' }]);
    expect(whoMay('behovsmelding.return', need)).toEqual([{ role: 'caseworker', countyId: 'nordland' }]);
    expect(whoMay('innstilling.deliver', { countyId: 'nordland', forumId: 'forum' })).toEqual([
      { role: 'secretariat', forumId: 'forum' },
    ]);
  });

  it('is nobody at a place the record does not name, and nobody for what anyone may', () => {
    expect(whoMay('behovsmelding.save', { countyId: 'nordland' })).toEqual([]);
    expect(whoMay('register.read', need)).toEqual([]);
  });

  it('is everybody in the county who may report when a round opens', () => {
    expect(whoMightIn('behovsmelding.create', 'nordland')).toEqual([
      { role: 'skoleeier', countyId: 'nordland' },
      { role: 'leader', countyId: 'nordland' },
      { role: 'coordinator', countyId: 'nordland' },
    ]);
    expect(
      toldOf({ kind: 'round-opened', subjectId: 'r' }, [{ countyId: 'nordland', forumId: 'forum', state: 'open' }]),
    ).toEqual(whoMightIn('behovsmelding.create', 'nordland'));
  });

  it('is whom the notice names, when it does', () => {
    expect(toldOf({ kind: 'need-sent', subjectId: 'n', to: [{ userId: 'kari' }] }, [need])).toEqual([
      { userId: 'kari' },
    ]);
  });

  it('is never an auditor, who looks things up', () => {
    const told = KINDS.flatMap((kind) => toldOf({ kind, subjectId: 'x' }, [need]));
    expect(told.filter((one) => 'role' in one && one.role === 'auditor')).toEqual([]);
    expect(toldOf({ kind: 'innstilling-delivered', subjectId: 'r' }, [need])).toContainEqual({
      role: 'member',
      forumId: 'forum',
    });
  });
});

describe('nobody is told', () => {
  const caseworker = person('caseworker', { countyId: 'nordland' });
  const other = person('skoleeier', { organisationId: 'bodo' });
  it('of their own deed', () => {
    expect(mayHear(caseworker, { kind: 'need-returned', subjectId: 'n' }, [need], caseworker)).toBe(false);
    expect(mayHear(caseworker, { kind: 'need-returned', subjectId: 'n' }, [need], other)).toBe(true);
  });
  it('of what they may not read as it is now: another owner, or the county a draft', () => {
    expect(mayHear(other, { kind: 'need-sent', subjectId: 'n' }, [need], caseworker)).toBe(false);
    expect(mayHear(caseworker, { kind: 'need-sent', subjectId: 'n' }, [{ ...need, state: 'draft' }], other)).toBe(
      false,
    );
    expect(mayHear(caseworker, { kind: 'need-sent', subjectId: 'n' }, [need], other)).toBe(true);
  });
  it('of what the owner’s own say to each other of a need they may read', () => {
    expect(mayHear(caseworker, { kind: 'comment-written', subjectId: 'n' }, [need], other)).toBe(false);
    expect(mayHear(caseworker, { kind: 'comment-resolved', subjectId: 'n' }, [need], other)).toBe(false);
  });
  it('of a record that is not there', () => {
    expect(mayHear(caseworker, { kind: 'need-sent', subjectId: 'n' }, [], other)).toBe(false);
  });
});

test('a decision goes by e-mail at once whatever one chose; the rest as one chose', () => {
  const none = Object.fromEntries(MAIL_TOPICS.map((topic) => [topic, 'none'])) as MailChoices;
  expect([deliveryOf('tildeling-decided', none), deliveryOf('need-returned', none)]).toEqual(['at-once', 'at-once']);
  expect([
    deliveryOf('need-sent', {}),
    deliveryOf('need-sent', { needs: 'daily' }),
    deliveryOf('need-sent', { needs: 'none' }),
  ]).toEqual(['at-once', 'daily', 'none']);
  expect([deliveryOf('report-filed', { needs: 'none' }), deliveryOf('address-failing', {})]).toEqual([
    'at-once',
    'none',
  ]);
});

test('each kind that is no decision and goes by e-mail belongs to one thing to choose for, and each such thing has kinds', () => {
  const free = KINDS.filter(
    (kind) =>
      deliveryOf(kind, {}) === 'at-once' &&
      deliveryOf(kind, Object.fromEntries(MAIL_TOPICS.map((topic) => [topic, 'none']))) === 'none',
  );
  expect(free.map(topicOf)).not.toContain(null);
  expect(
    KINDS.filter((kind) => !free.includes(kind))
      .map(topicOf)
      .filter((topic) => topic !== null),
  ).toEqual([]);
  expect(new Set(free.map(topicOf))).toEqual(new Set(MAIL_TOPICS));
});

test('whoever stops a mail stops its kinds and no others, and never a decision', () => {
  expect(stoppedBy(['need-sent', 'report-filed', 'tildeling-decided'])).toEqual({ needs: 'none', reports: 'none' });
  expect(stoppedBy(['tildeling-decided', 'address-failing', 'of-long-ago'])).toEqual({});
});

describe.each(['nb', 'nn'] as const)('what a message says in %s', (locale) => {
  const t = textsFor(locale);
  const details = {
    title: 'Lesing',
    owner: 'Fauske',
    region: 'RKK Salten',
    uh: 'Nord',
    programme: 'DEKOMP',
    year: 2027,
    lastDay: '2027-02-01',
    count: 2,
    granted: true,
    outcome: 'granted',
    organisation: 'Fauske',
    where: 'Salten',
    deadline: 'need',
    name: 'Kari Berg',
    address: 'kari@example.no',
  };
  test.each(KINDS)('%s is a sentence with no hole in it, and a page to go to', (kind) => {
    const message = { kind, actorName: 'Marit Eide', details, subjectId: 'abc' };
    const said = [messageSentence(message, t), messageSubject(message, t)];
    for (const words of said) expect(words).not.toMatch(/undefined|null|NaN|\[object|Invalid| {2}|«»|^\s|\s$/);
    expect(said[0]).toMatch(/^[A-ZÆØÅ\d].*[^.]\.$/);
    expect(pageOf(message)).toMatch(/^\/[a-z]+(\/abc(\/[a-z]+)?)?$/);
    expect(aboutOf(kind)).not.toBe('');
  });
  it('names the portal where nobody did it, and a record without a title as one', () => {
    expect(messageSentence({ kind: 'role-taken', actorName: '', details: {} }, t)).toMatch(/^Portalen avslutt/);
    expect(messageSentence({ kind: 'role-given', actorName: '', details: {} }, t)).toMatch(/^Du har fått/);
    expect(messageSubject({ kind: 'need-returned', details: { title: '' } }, t)).toBe(
      `Returnert: ${t.messages.untitled}`,
    );
  });
});
