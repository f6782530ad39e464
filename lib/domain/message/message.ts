import { type Addressee, type Whereabouts, whoMay, whoMightIn } from './addressee';
import type { Day } from '#lib/domain/day';
import { holds, kindOf, may } from '#lib/domain/policy/may';
import type { Actor, Role } from '#lib/domain/policy/row';
import type { Action } from '#lib/domain/policy/policy';
import type { DeadlineKind, Programme } from '#lib/domain/states';

/** How somebody wants to hear by e-mail of what is no decision. */
export const MAIL_CHOICES = ['at-once', 'daily', 'none'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** What one may choose for, kind by kind: each message that is no decision belongs to one of these. */
export const MAIL_TOPICS = ['needs', 'writing', 'rounds', 'reports', 'access', 'reminders'] as const;
export type MailTopic = (typeof MAIL_TOPICS)[number];
/** Where nothing is chosen, at once. */
export type MailChoices = { readonly [T in MailTopic]?: MailChoice };

interface Told {
  /** The reading row that lets somebody be told; null when it is about the person, or they are chosen by what they have open. */
  readonly reads: Extract<Action, `${string}.read`> | null;
  /** What it is about, when no reading row says so. */
  readonly of?: string;
  /** Those who may do one of these to the record. Left out: the command says who. */
  readonly to?: readonly Action[];
  /** Those in the record's county who may do this somewhere. */
  readonly inCounty?: Action;
  /** The page it leads to; * is the record's id. */
  readonly page: string;
}
/** A decision goes by e-mail at once, whatever was chosen; what is quiet never does; of the rest each person chooses. */
type Kind = Told & ({ readonly decision: true } | { readonly quiet: true } | { readonly topic: MailTopic });

const OWNERS = 'behovsmelding.save';
const STANDS_BEHIND = 'behovsmelding.confirm-owner';
const UH = 'behovsmelding.confirm';
const CASEWORKERS = 'behovsmelding.return';
const CREATORS = 'behovsmelding.create';
const NEED = '/behovsmeldinger/*';
const ROUND = '/runder/*';

/** Everything somebody can be told, and who is told of it. Whoever did it is not told of it. */
export const MESSAGES = {
  'need-sent': {
    reads: 'behovsmelding.read',
    to: [OWNERS, STANDS_BEHIND, UH, CASEWORKERS],
    page: NEED,
    topic: 'needs',
  },
  'need-registered': { reads: 'behovsmelding.read', to: [OWNERS, UH], page: NEED, topic: 'needs' },
  'need-returned': { reads: 'behovsmelding.read', to: [OWNERS], page: NEED, decision: true },
  'need-withdrawn': { reads: 'behovsmelding.read', to: [OWNERS, UH, CASEWORKERS], page: NEED, topic: 'needs' },
  'need-shared': { reads: 'behovsmelding.read', to: [UH], page: NEED, topic: 'needs' },
  'partner-removed': { reads: null, of: 'behovsmelding', page: '/behovsmeldinger', decision: true },
  'need-confirmed': { reads: 'behovsmelding.read', to: [OWNERS], page: NEED, topic: 'needs' },
  'need-turned-down': { reads: 'behovsmelding.read', to: [OWNERS], page: NEED, topic: 'needs' },
  'owner-confirmed': { reads: 'behovsmelding.read', to: [OWNERS], page: NEED, topic: 'needs' },
  'owner-objected': { reads: 'behovsmelding.read', to: [OWNERS], page: NEED, topic: 'needs' },
  'need-for-approval': { reads: 'behovsmelding.read', to: ['behovsmelding.submit'], page: NEED, topic: 'writing' },
  'approval-declined': { reads: 'behovsmelding.read', page: NEED, topic: 'writing' },
  'need-invited': { reads: 'behovsmelding.read', page: NEED, topic: 'writing' },
  'comment-written': { reads: 'comment.read', page: NEED, topic: 'writing' },
  'comment-resolved': { reads: 'comment.read', page: NEED, topic: 'writing' },
  'late-opened': { reads: 'round.read', page: ROUND, decision: true },
  'delegation-given': { reads: 'delegation.read', to: [CREATORS], page: '/fullmakter', topic: 'access' },
  'delegation-ended': { reads: 'delegation.read', to: [CREATORS], page: '/fullmakter', topic: 'access' },
  'delegation-ending': { reads: 'delegation.read', to: [CREATORS], page: '/fullmakter', topic: 'access' },
  'dispensation-asked': {
    reads: 'dispensation.read',
    to: ['dispensation.decide'],
    page: '/dispensasjoner/*',
    topic: 'rounds',
  },
  'dispensation-decided': { reads: 'dispensation.read', to: [OWNERS], page: '/dispensasjoner/*', decision: true },
  'split-asked': {
    reads: 'dispensation.read',
    to: ['dispensation.decide-split'],
    page: '/dispensasjoner/*',
    topic: 'rounds',
  },
  'split-decided': {
    reads: 'dispensation.read',
    to: ['dispensation.ask-split'],
    page: '/dispensasjoner/*',
    decision: true,
  },
  'round-opened': { reads: 'round.read', inCounty: CREATORS, page: ROUND, topic: 'rounds' },
  'round-closed': { reads: 'round.read', to: ['innstilling.deliver', 'round.close'], page: ROUND, topic: 'rounds' },
  'deadline-moved': {
    reads: 'round.read',
    to: ['innstilling.deliver', 'round.close', 'round.approve'],
    inCounty: CREATORS,
    page: ROUND,
    decision: true,
  },
  // A UH sees no rounds: it is told by itself, of its own needs.
  'need-deadline-moved': { reads: null, of: 'round', page: '/behovsmeldinger', decision: true },
  'innstilling-delivered': {
    reads: 'innstilling.read',
    to: ['innstilling.read'],
    page: '/innstillinger/*',
    topic: 'rounds',
  },
  'round-proposed': { reads: 'allocation.read', to: ['round.approve'], page: '/runder/*/godkjenning', topic: 'rounds' },
  'round-returned': { reads: 'allocation.read', to: ['round.allocate'], page: '/runder/*/fordeling', decision: true },
  'round-approved': { reads: 'round.read', to: ['round.allocate', 'innstilling.read'], page: ROUND, topic: 'rounds' },
  'tildeling-decided': { reads: 'tildeling.read', to: ['report.save'], page: '/tildelinger/*', decision: true },
  'report-filed': {
    reads: 'report.read',
    to: ['report.save', 'report.accept'],
    page: '/rapporter/*',
    topic: 'reports',
  },
  'report-returned': { reads: 'report.read', page: '/rapporter/*', decision: true },
  'report-accepted': { reads: 'report.read', page: '/rapporter/*', decision: true },
  'role-given': { reads: null, page: '/forside', decision: true },
  'role-taken': { reads: null, page: '/forside', decision: true },
  'address-failing': { reads: null, page: '/varsler', quiet: true },
  // Where the person's roles are given and taken.
  'person-unreached': { reads: null, of: 'organisation', page: '/folk/*', topic: 'access' },
  'coordinator-unreached': { reads: null, of: 'region', page: '/regioner/*', topic: 'access' },
  'member-unreached': { reads: null, of: 'forum', page: '/forum/*', topic: 'access' },
  'colleague-unreached': { reads: null, page: '/folk', topic: 'access' },
  'reminder-need': { reads: null, of: 'round', page: '/behovsmeldinger', topic: 'reminders' },
  'reminder-confirm': { reads: null, of: 'round', page: '/behovsmeldinger', topic: 'reminders' },
  'reminder-close': { reads: null, of: 'round', page: ROUND, topic: 'reminders' },
  'reminder-innstilling': { reads: null, of: 'round', page: '/innstillinger/*/skriv', topic: 'reminders' },
  'reminder-divide': { reads: null, of: 'round', page: '/runder/*/fordeling', topic: 'reminders' },
  'reminder-approve': { reads: null, of: 'round', page: '/runder/*/godkjenning', topic: 'reminders' },
  'reminder-report': { reads: null, of: 'round', page: '/rapporter', topic: 'reminders' },
} as const satisfies Record<string, Kind>;

export type MessageKind = keyof typeof MESSAGES;
const MESSAGE_KINDS = Object.keys(MESSAGES) as MessageKind[];
export type MessageDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What a command has to tell: which record, the facts its sentence needs, and whom, when the table does not say. */
export interface Notice {
  readonly kind: MessageKind;
  readonly subjectId: string;
  readonly details?: MessageDetails;
  readonly to?: readonly Addressee[];
  /** A word by which it is told each person only once. */
  readonly once?: string;
}

const row = (kind: MessageKind): Kind => MESSAGES[kind];

/** The kind of record a message is about. */
export const aboutOf = (kind: MessageKind): string => {
  const { reads, of = 'user' } = row(kind);
  return reads === null ? of : kindOf(reads);
};

/** Where a message leads. */
export const pageOf = ({ kind, subjectId }: { kind: MessageKind; subjectId: string }): string =>
  row(kind).page.replace('*', subjectId);

/** Who is to be told, by the notice itself or by the table. */
export function toldOf(notice: Notice, records: readonly Whereabouts[]): Addressee[] {
  const { to = [], inCounty } = row(notice.kind);
  if (notice.to !== undefined) return [...notice.to];
  const told = records.flatMap((record) => [
    ...to.flatMap((action) => whoMay(action, record)),
    ...(inCounty !== undefined && record.countyId !== undefined ? whoMightIn(inCounty, record.countyId) : []),
  ]);
  // An auditor looks up what they want to know.
  return told.filter((one) => !('role' in one) || one.role !== 'auditor');
}

/** Whether this person may be told of the record: not of what they did themselves, nor of what they may not read as it is now. */
export function mayHear(person: Actor, { kind }: Notice, records: readonly Whereabouts[], actor: Actor): boolean {
  const { reads } = row(kind);
  if (person.userId === actor.userId) return false;
  return (
    reads === null || records.some((record) => may(person, reads, record as Parameters<typeof may<typeof reads>>[2]))
  );
}

/** What a message is chosen for with; null when there is no choice. */
export function topicOf(kind: MessageKind): MailTopic | null {
  const told = row(kind);
  return 'topic' in told ? told.topic : null;
}

/** How a message goes to somebody by e-mail. */
export function deliveryOf(kind: MessageKind, choices: MailChoices): MailChoice {
  const told = row(kind);
  if ('quiet' in told) return 'none';
  return 'decision' in told ? 'at-once' : (choices[told.topic] ?? 'at-once');
}

/** Of what is wanted, what is another choice than before. */
export const changedChoices = (before: MailChoices, wanted: MailChoices): MailChoices =>
  Object.fromEntries(
    MAIL_TOPICS.filter((topic) => wanted[topic] !== undefined && wanted[topic] !== (before[topic] ?? 'at-once')).map(
      (topic) => [topic, wanted[topic]],
    ),
  );

/** What whoever wants no more of a mail with these kinds chooses; a decision in it is chosen by nobody. */
export const stoppedBy = (kinds: readonly string[]): MailChoices =>
  Object.fromEntries(
    MAIL_TOPICS.filter((topic) => kindsOf([topic]).some((kind) => kinds.includes(kind))).map((topic) => [
      topic,
      'none',
    ]),
  );

/** The kinds of these topics. */
export const kindsOf = (topics: readonly MailTopic[]): MessageKind[] =>
  MESSAGE_KINDS.filter((kind) => topics.some((topic) => topic === topicOf(kind)));

/** Whose a round's deadline is. A report's own day is its parties'; the round's is the caseworker's. */
const DEADLINES_OF: Readonly<Record<DeadlineKind, readonly Role[]>> = {
  need: ['skoleeier', 'leader', 'coordinator', 'caseworker'],
  innstilling: ['secretariat', 'member', 'deputy', 'caseworker'],
  decision: ['caseworker', 'approver'],
  plan: ['skoleeier', 'leader', 'coordinator'],
  report: ['caseworker'],
};

const IN_FORUM: readonly Role[] = ['secretariat', 'member', 'deputy'];

/** A deadline in somebody's calendar. `kind` report with a title is the day of that one report. */
export interface CalendarEvent {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly programme: Programme;
  readonly year: number;
  readonly title: string | null;
  readonly page: string;
  readonly lastDay: Day;
  readonly version: number;
  readonly movedAt: Date;
}

/** Whether a deadline of a round here is this person's. */
export const isTheirs = (actor: Actor, kind: DeadlineKind, round: { countyId: string; forumId: string }): boolean =>
  DEADLINES_OF[kind].some((role) =>
    holds(actor, IN_FORUM.includes(role) ? { role, forumId: round.forumId } : { role, countyId: round.countyId }),
  );
