import { dayAt, partsOfDay } from '#lib/domain/day';
import { holds } from '#lib/domain/policy/may';
import { type Addressee, type Whereabouts, whoMay } from '#lib/domain/message/addressee';
import {
  aboutOf,
  mayHear,
  type MessageDetails,
  type MessageKind,
  type Notice,
  toldOf,
} from '#lib/domain/message/message';
import type { Actor, Role } from '#lib/domain/policy/row';
import type { Action } from '#lib/domain/policy/policy';
import type { DemoRows } from './rows';
import { asColumn, fromColumn } from '../models';

/** The days of the demo, counted from the day of seeding. */
export interface Calendar {
  now: Date;
  /** The year of the round whose deadline is the next 1 February. */
  openYear: number;
  /** A calendar day, as a date column holds it. */
  day: (text: string) => Date;
  /** A moment on a day, never later than the seeding itself. */
  at: (day: string, clock?: string) => Date;
  /** A moment some days before the seeding. */
  ago: (days: number, clock?: string) => Date;
}

/** The calendar of a day of seeding. */
export function calendarOf(now: Date): Calendar {
  const today = dayAt(now);
  const { year } = partsOfDay(today);
  const at = (text: string, clock = '10:00'): Date =>
    new Date(Math.min(Date.parse(`${text}T${clock}:00.000Z`), now.getTime()));
  return {
    now,
    day: asColumn,
    at,
    openYear: today < `${String(year)}-02-01` ? year : year + 1,
    ago: (days, clock) => at(dayAt(new Date(now.getTime() - days * 86_400_000)), clock),
  };
}

/** What each thing done in the demo's history has told somebody. */
const TOLD: Partial<Record<Action, MessageKind>> = {
  'behovsmelding.submit': 'need-sent',
  'behovsmelding.register-paper': 'need-registered',
  'behovsmelding.return': 'need-returned',
  'behovsmelding.withdraw': 'need-withdrawn',
  'behovsmelding.confirm': 'need-confirmed',
  'dispensation.ask': 'dispensation-asked',
  'round.open': 'round-opened',
  'round.close': 'round-closed',
  'round.propose': 'round-proposed',
  'innstilling.deliver': 'innstilling-delivered',
  'tildeling.approve': 'tildeling-decided',
  'report.file-owner': 'report-filed',
  'report.file-uh': 'report-filed',
  'report.return': 'report-returned',
  'report.accept': 'report-accepted',
};
const isTold = (action: string): action is Action => action in TOLD;

type Line = DemoRows['auditEntry'][number];
type Row = Record<string, unknown>;
const find = (rows: readonly Row[], id: unknown): Row => rows.find((row) => row['id'] === id) ?? {};
const idsOf = (rows: readonly Row[], key: string): string[] => [
  ...new Set(rows.map((row) => row[key]).filter((id): id is string => typeof id === 'string')),
];

function behovsmeldingOf(rows: DemoRows, id: unknown): Whereabouts {
  const need = find(rows.behovsmelding, id);
  const ownerIds = idsOf([need], 'ownerId');
  return {
    ownerIds,
    delegatedRegionIds: idsOf(
      rows.delegation.filter(({ organisationId }) => ownerIds.includes(organisationId)),
      'regionId',
    ),
    uhIds: idsOf(
      rows.behovsmeldingUh.filter((uh) => uh.behovsmeldingId === id),
      'organisationId',
    ),
    state: String(need['state']),
  };
}

/** The record a message is about, by the id its page has, as the policy sees it. */
function recordOf(
  rows: DemoRows,
  about: string,
  line: Line,
  details: MessageDetails,
): { subjectId: string; record: Whereabouts; to?: Addressee[] } {
  const round = find(rows.round, line.roundId);
  const place = { countyId: String(round['countyId']), forumId: String(round['forumId']) };
  if (about === 'round')
    return { subjectId: String(line.roundId), record: { ...place, state: String(round['state']) } };
  if (about === 'dispensation')
    return {
      subjectId: String(details['dispensationId']),
      record: { ...behovsmeldingOf(rows, line.subjectId), ...place, state: 'asked' },
    };
  if (about === 'tildeling') {
    const tildeling = find(rows.tildeling, line.subjectId);
    return {
      subjectId: line.subjectId,
      record: { ...behovsmeldingOf(rows, tildeling['behovsmeldingId']), ...place, state: String(tildeling['state']) },
    };
  }
  if (about === 'report') {
    const half = find(rows.reportHalf, line.subjectId);
    const tiltak = find(rows.tiltak, find(rows.annualReport, half['reportId'])['tiltakId']);
    const record = { ...behovsmeldingOf(rows, tiltak['behovsmeldingId']), ...place, state: String(half['state']) };
    const own =
      half['side'] === 'owner' ? { ...record, uhIds: [] } : { ...place, uhIds: idsOf([half], 'organisationId') };
    return {
      subjectId: String(half['reportId']),
      record,
      ...(/return|accept/.test(line.action) && { to: whoMay('report.save', own) }),
    };
  }
  return { subjectId: line.subjectId, record: { ...behovsmeldingOf(rows, line.subjectId), ...place } };
}

function persons(rows: DemoRows): Actor[] {
  return rows.user
    .filter(({ isDemo }) => isDemo === true)
    .map(({ id = '', name }) => ({
      userId: id,
      name,
      grants: rows.roleGrant
        .filter(({ userId }) => userId === id)
        .map(({ role, organisationId = null, regionId = null, countyId = null, forumId = null }) => ({
          role: role as Role,
          organisationId,
          regionId,
          countyId,
          forumId,
        })),
    }));
}

const stands = (person: Actor, one: Addressee): boolean =>
  'userId' in one ? one.userId === person.userId : holds(person, one);

const DAY = 86_400_000;
const UNREAD_DAYS = 6;
const UNREAD_AT_LEAST = 2;

/** Counts as read what is some days old, but for the newest: an inbox where nothing is new shows little. */
function readOld(messages: DemoRows['message'], now: Date): void {
  const newest = messages.toSorted((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime());
  for (const message of newest.slice(UNREAD_AT_LEAST)) {
    const at = new Date(message.at).getTime();
    if (now.getTime() - at > UNREAD_DAYS * DAY) message.readAt = new Date(at + DAY);
  }
}

/** Tells the demo's persons what has happened to them, as the commands would have. */
export function addMessages(rows: DemoRows, { now }: Calendar): void {
  const everybody = persons(rows);
  for (const line of rows.auditEntry) {
    const kind = isTold(line.action) ? TOLD[line.action] : undefined;
    const at = new Date(line.at);
    // One line tells of a round's proposals, not each; and history before the portal told anybody nothing.
    if (
      kind === undefined ||
      (line.subjectType === 'tildeling') !== (kind === 'tildeling-decided') ||
      (kind === 'innstilling-delivered' && line.subjectType !== 'round') ||
      now.getTime() - at.getTime() > 400 * DAY
    )
      continue;
    const about = aboutOf(kind);
    const said = line.details as MessageDetails;
    const { subjectId, record, to } = recordOf(rows, about, line, said);
    const round = find(rows.round, line.roundId);
    const owner = find(rows.organisation, record.ownerIds?.[0]);
    const lastDay = rows.deadline.find((one) => one.roundId === line.roundId && one.kind === 'need')?.lastDay;
    const notice: Notice = { kind, subjectId, ...(to !== undefined && { to }) };
    const actor: Actor = { userId: line.actorId, name: line.actorName, grants: [] };
    const { title } = find(rows.behovsmelding, line.subjectId);
    const details = {
      ...(typeof title === 'string' && { title }),
      ...(about === 'round' && { programme: String(round['programme']) }),
      year: Number(round['year']),
      ...said,
      owner: typeof owner['name'] === 'string' ? owner['name'] : '',
      ...(lastDay !== undefined && { lastDay: fromColumn(lastDay) }),
    };
    const told = toldOf(notice, [record]);
    for (const person of everybody.filter(
      (one) => told.some((address) => stands(one, address)) && mayHear(one, notice, [record], actor),
    )) {
      rows.message.push({
        userId: person.userId,
        kind,
        subjectType: about,
        subjectId,
        details,
        actorId: actor.userId,
        actorName: actor.name,
        at,
        delivery: 'none',
      });
    }
  }
  for (const person of everybody)
    readOld(
      rows.message.filter(({ userId }) => userId === person.userId),
      now,
    );
}
