import { compareDays, type Day } from '#lib/domain/day';
import { inTime } from '#lib/domain/round/time';
import { holds, may } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import type { RoundCounts } from '#lib/domain/round/steps';
import { TAKES_NEEDS, type Programme, type RoundState } from './states';

/** Everything that can wait for somebody on the front page. */
export type TaskKind =
  | 'need-draft'
  | 'need-approve'
  | 'need-declined'
  | 'need-write'
  | 'need-comment'
  | 'need-returned'
  | 'need-confirm'
  | 'need-uh-part'
  | 'need-uh-declined'
  | 'need-owner-confirm'
  | 'need-owner-objected'
  | 'report-open'
  | 'report-returned'
  | 'dispensation-decide'
  | 'round-close'
  | 'needs-check'
  | 'round-divide'
  | 'proposals-returned'
  | 'round-approve'
  | 'reports-check'
  | 'delegation-ending'
  | 'delegation-lapsing'
  | 'innstilling-make'
  | 'innstilling-next'
  | 'innstilling-read';

/** Something that waits: about which record or round, until when, and the figures its sentence needs (kroner, and how many). */
export interface Task {
  kind: TaskKind;
  id: string;
  title: string;
  due: Day | null;
  count: number;
  kroner: number | null;
  note: string;
  /** What was returned without a day: `due` is the innstilling's day then, and stops nothing by itself. */
  undated?: boolean;
  /** Whose, where that is not the reader's own: an owner or a UH. */
  who?: string;
  round?: { programme: Programme; countyName: string; year: number };
}

/** A round as the front page shows it: where it is, and how many of each. Sums in kroner. */
export interface DeskRound {
  id: string;
  countyId: string;
  countyName: string;
  forumId: string;
  programme: Programme;
  year: number;
  state: RoundState;
  budget: number | null;
  needDue: Day;
  innstillingDue: Day;
  decisionDue: Day;
  reportDue: Day;
  proposerIds: string[];
  submitted: number;
  recommended: number;
  proposed: number;
  proposedSum: number;
  returned: number;
  filed: number;
  counts: RoundCounts;
}

/** What in a round waits for this person, by what the policy lets them do with it now. */
export function roundTasks(round: DeskRound, actor: Actor, now: Date): Task[] {
  const parties = {
    countyId: round.countyId,
    forumId: round.forumId,
    ownerIds: [],
    commenterIds: [],
    writerIds: [],
    partyIds: [],
    delegatedRegionIds: [],
    uhIds: [],
  };
  const task = (kind: TaskKind, due: Day | null, count = 0, kroner: number | null = null): Task => ({
    kind,
    id: round.id,
    title: '',
    due,
    count,
    kroner,
    note: '',
    round: { programme: round.programme, countyName: round.countyName, year: round.year },
  });
  const tasks: Task[] = [];
  if (may(actor, 'round.close', round) && !inTime(round.needDue, now))
    tasks.push(task('round-close', round.innstillingDue, round.counts.sent));
  if (
    round.submitted > 0 &&
    TAKES_NEEDS.includes(round.state) &&
    may(actor, 'behovsmelding.return', { ...parties, state: 'submitted' })
  )
    tasks.push(task('needs-check', round.innstillingDue, round.submitted));
  if (may(actor, 'round.allocate', round))
    tasks.push(
      round.returned > 0
        ? task('proposals-returned', round.decisionDue, round.returned)
        : task('round-divide', round.decisionDue, round.recommended, round.budget),
    );
  if (round.proposed > 0 && may(actor, 'round.approve', round))
    tasks.push(task('round-approve', round.decisionDue, round.proposed, round.proposedSum));
  if (round.filed > 0 && may(actor, 'report.accept', { ...parties, state: 'filed' }))
    tasks.push(task('reports-check', null, round.filed));
  if (may(actor, 'innstilling.deliver', round))
    tasks.push(task('innstilling-make', round.innstillingDue, round.submitted));
  const secretary = holds(actor, { role: 'secretariat', forumId: round.forumId });
  if (secretary && round.state === 'open' && round.submitted > 0)
    tasks.push(task('innstilling-next', round.innstillingDue, round.submitted));
  const member = holds(actor, { role: 'member', forumId: round.forumId });
  if (member && ['closed', 'recommended'].includes(round.state))
    tasks.push(task('innstilling-read', round.innstillingDue, round.submitted + round.recommended));
  return tasks;
}

const WRITING: readonly TaskKind[] = ['need-draft', 'need-write', 'need-comment'];
const isWriting = ({ kind }: Task): number => Number(WRITING.includes(kind));

/** The most urgent first; what has no deadline last. Of the same day, what others wait for comes before what is only being written. */
export function byDeadline(a: Task, b: Task): number {
  const days =
    a.due === null || b.due === null ? Number(a.due === null) - Number(b.due === null) : compareDays(a.due, b.due);
  return days || isWriting(a) - isWriting(b) || a.title.localeCompare(b.title, 'nb') || 0;
}
