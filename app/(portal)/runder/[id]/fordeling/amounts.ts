import { parseKroner } from '#lib/domain/money/kroner';
import type { RoundCase } from '#lib/domain/tildeling/tildeling';
import {
  askedOf,
  deviation,
  judgeBudget,
  judgeCase,
  judgedAs,
  total,
  type Judged,
  type Sides,
} from '#lib/domain/tildeling/tildeling';
import { isOpen, type AllocationRound } from '#lib/domain/tildeling/allocation';
import { assessLevel, judgeLevel, levelSums, type AssessedLevel } from '#lib/domain/tildeling/split';
import type { Refusal } from '#lib/domain/refusal';

/** What stands in the boxes of one need: kroner, null when empty or unreadable. */
export interface Boxes {
  readonly network: number | null;
  readonly uh: number | null;
  readonly reason: string;
}
export type AllBoxes = Readonly<Record<string, Boxes>>;

export interface Stop {
  readonly key: string;
  readonly href: string;
  readonly refusal: Refusal;
}
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

/** What a need is given now: what stands in its boxes, or what is proposed or decided; null while nothing is set. */
function givenNow(one: RoundCase, boxes: AllBoxes): (Sides & { reason: string }) | null {
  if (!isOpen(one)) return one.tildeling === null || one.needState === 'withdrawn' ? null : one.tildeling;
  const { network = null, uh = null, reason = '' } = boxes[one.needId] ?? {};
  return network === null && uh === null ? null : { network: network ?? 0, uh: uh ?? 0, reason };
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

/** Every sum and every stop of the workbench as it stands, by the same rules as proposing. */
export function live(round: AllocationRound, boxes: AllBoxes, reserve: number): Live {
  const judged = new Map(
    round.cases.flatMap((one) => {
      const given = givenNow(one, boxes);
      return given === null
        ? []
        : [[one.needId, judgedAs(one, { network: given.network, uh: given.uh }, given.reason)] as const];
    }),
  );
  const all = [...judged.values()];
  const sums = levelSums(round.rules.splitLevel, all);
  const used = all.reduce((sum, one) => sum + total(one.given), 0);
  const open = new Set(round.cases.filter(isOpen).map((one) => one.needId));
  const stops = [
    ...judgeBudget(round.budget, reserve, used).map((refusal) => ({ key: 'budget', href: '#reserve', refusal })),
    ...sums.flatMap((sum) =>
      judgeLevel(sum, round.rules, round.exceptions).map((refusal) => ({
        key: sum.key,
        href: `#unntak-${sum.key}`,
        refusal,
      })),
    ),
    ...all
      .filter((one) => open.has(one.needId))
      .flatMap((one) =>
        judgeCase(one, round.rules).map((refusal) => ({
          key: `${one.needId}-${refusal.code}`,
          href: `#rows.${one.needId}.${refusal.code === 'reason-missing' ? 'reason' : 'network'}`,
          refusal,
        })),
      ),
  ];
  return {
    judged,
    groups: groupsOf(round.cases, judged),
    levels: sums.map((sum) => assessLevel(sum, round.rules, round.exceptions)),
    stops,
    used,
  };
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
