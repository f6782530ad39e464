import type { Whereabouts } from './addressee';
import type { Day } from '#lib/domain/day';
import { daysLeft } from '#lib/domain/round/time';
import { may } from '#lib/domain/policy/may';
import type { MessageKind, Notice } from './message';
import type { Actor } from '#lib/domain/policy/row';
import type { Action } from '#lib/domain/policy/policy';
import type { Programme } from '#lib/domain/states';

/** So many days before a deadline one is reminded of what one has open. */
const STEPS = [3, 14] as const;
type Step = (typeof STEPS)[number];
/** The longest before, in days. */
export const REMINDED_WITHIN = Math.max(...STEPS);

/**
 * Which reminder is due: that of 14 days until 3 days are left, then that of 3 days until it has passed; null before
 * and after. Also when the day itself was missed.
 */
export function stepOf(lastDay: Day, now: Date): Step | null {
  const left = daysLeft(lastDay, now);
  return left < 0 ? null : (STEPS.find((step) => left <= step) ?? null);
}

export type ReminderKind = Extract<MessageKind, `reminder-${string}`>;

/** What each reminder asks somebody to do, as the policy has it. */
export const REMINDED: { readonly [K in ReminderKind]: readonly Action[] } = {
  'reminder-need': ['behovsmelding.save'],
  'reminder-confirm': ['behovsmelding.confirm'],
  'reminder-close': ['round.close'],
  'reminder-innstilling': ['innstilling.deliver'],
  'reminder-divide': ['round.allocate'],
  'reminder-approve': ['round.approve'],
  'reminder-report': ['report.save'],
};

/** Something open with a deadline: what is to be done, and to which record. */
export interface OpenThing {
  readonly kind: ReminderKind;
  readonly roundId: string;
  readonly programme: Programme;
  readonly year: number;
  readonly lastDay: Day;
  readonly title: string;
  readonly record: Whereabouts & { readonly proposerIds?: readonly string[] };
}

const can = (person: Actor, { kind, record }: OpenThing): boolean =>
  REMINDED[kind].some((action) => may(person, action, record as Parameters<typeof may>[2]));

/** One reminder for each person, deadline and step: of all they have open there and may do something about now. */
export function remindersFor(
  open: readonly { readonly thing: OpenThing; readonly persons: readonly Actor[] }[],
  now: Date,
): Notice[] {
  const found = new Map<string, { userId: string; kind: ReminderKind; things: OpenThing[] }>();
  for (const { thing, persons } of open) {
    const step = stepOf(thing.lastDay, now);
    if (step === null) continue;
    for (const person of persons.filter((one) => can(one, thing))) {
      const key = `${person.userId} ${thing.kind}:${thing.roundId}:${thing.lastDay}:${step}`;
      const there = found.get(key) ?? { userId: person.userId, kind: thing.kind, things: [] };
      there.things.push(thing);
      found.set(key, there);
    }
  }
  return [...found].flatMap(([key, { userId, kind, things }]): Notice[] => {
    const [first] = things;
    if (first === undefined) return [];
    const { roundId, programme, year, lastDay, title } = first;
    const details = {
      programme,
      year,
      lastDay,
      days: daysLeft(lastDay, now),
      count: things.length,
      title: things.length === 1 ? title : '',
    };
    return [{ kind, subjectId: roundId, to: [{ userId }], details, once: key.slice(userId.length + 1) }];
  });
}
