import { parseKroner } from '#lib/domain/money/kroner';
import { type AllocationRound, isOpen } from '#lib/domain/tildeling/allocation';
import { asStored, isStanding, judge, type Stop } from '#lib/domain/tildeling/judge';
import type { AssessedLevel } from '#lib/domain/tildeling/split';
import {
  askedOf,
  deviation,
  type Judged,
  judgedAs,
  type RoundCase,
  type Sides,
  total,
} from '#lib/domain/tildeling/tildeling';

/** What stands in the boxes of one need: kroner, null when empty or unreadable. */
export interface Boxes {
  readonly network: number | null;
  readonly uh: number | null;
  readonly reason: string;
}
export type AllBoxes = Readonly<Record<string, Boxes>>;

export interface RegionGroup {
  readonly key: string;
  readonly name: string | null;
  readonly cases: readonly RoundCase[];
  readonly sum: Sides;
  readonly asked: number;
  readonly recommended: number;
}
export interface Live {
  readonly judged: ReadonlyMap<string, Judged>;
  readonly groups: readonly RegionGroup[];
  readonly levels: readonly AssessedLevel[];
  readonly stops: readonly Stop[];
  readonly used: number;
}

/** A need as it would be judged now: by what stands in its boxes, or by what is proposed or decided; null while nothing is set. */
function judgedNow(one: RoundCase, boxes: AllBoxes): Judged | null {
  if (!isOpen(one)) return isStanding(one) ? asStored(one) : null;
  const { network = null, uh = null, reason = '' } = boxes[one.needId] ?? {};
  if (network === null && uh === null) return null;
  return judgedAs(one, { network: network ?? 0, uh: uh ?? 0 }, reason);
}

function groupsOf(cases: readonly RoundCase[], judged: ReadonlyMap<string, Judged>): RegionGroup[] {
  const groups = new Map<string, RoundCase[]>();
  for (const one of cases) groups.set(one.regionId ?? '', [...(groups.get(one.regionId ?? '') ?? []), one]);
  return [...groups].map(([key, its]) => {
    const sum = (of: (one: RoundCase) => number) => its.reduce((all, one) => all + of(one), 0);
    const side = (name: keyof Sides) => sum((one) => judged.get(one.needId)?.given[name] ?? 0);
    return {
      key: key === '' ? 'uten' : key,
      name: its[0]?.regionName ?? null,
      cases: its,
      sum: { network: side('network'), uh: side('uh') },
      asked: sum((one) => total(askedOf(one.lines))),
      recommended: sum((one) => (one.recommended === null ? 0 : total(one.recommended))),
    };
  });
}

/** Every sum and every stop of the workbench as it stands: judged as if all that is typed were saved and proposed. */
export function live(round: AllocationRound, boxes: AllBoxes, reserve: number): Live {
  const judged = new Map<string, Judged>();
  for (const one of round.cases) {
    const now = judgedNow(one, boxes);
    if (now !== null) judged.set(one.needId, now);
  }
  const all = [...judged.values()];
  const open = new Set(round.cases.filter(isOpen).map((one) => one.needId));
  const used = all.reduce((sum, one) => sum + total(one.given), 0);
  const these = all.filter((one) => open.has(one.needId));
  return { judged, groups: groupsOf(round.cases, judged), used, ...judge({ ...round, reserve }, { all, these, used }) };
}

/** Where on the workbench one mends what stops. */
export function placeOfStop({ of, key, refusal }: Stop): string {
  if (of === 'budget') return '#reserve';
  if (of === 'level') return `#unntak-${key}`;
  return `#rows.${key}.${refusal.code === 'reason-missing' ? 'reason' : 'network'}`;
}

/** Whether an amount needs a reason, since it is below the request or the innstilling. */
export const isCut = (one: RoundCase, given: Sides): boolean => {
  const below = deviation({ asked: askedOf(one.lines), recommended: one.recommended, given });
  return below.asked > 0 || (below.recommended ?? 0) > 0;
};

/** The boxes as they came back in a form that was not done. */
export function typedBoxes(start: AllBoxes, typed: Readonly<Record<string, readonly string[]>>): AllBoxes {
  return Object.fromEntries(
    Object.entries(start).map(([needId, boxes]) => {
      const amount = (field: 'network' | 'uh') => {
        const text = typed[`rows.${needId}.${field}`]?.[0];
        const read = text === undefined ? null : parseKroner(text);
        return read === null ? boxes[field] : read.ok ? read.value : null;
      };
      return [
        needId,
        {
          network: amount('network'),
          uh: amount('uh'),
          reason: typed[`rows.${needId}.reason`]?.[0]?.trim() ?? boxes.reason,
        },
      ];
    }),
  );
}
