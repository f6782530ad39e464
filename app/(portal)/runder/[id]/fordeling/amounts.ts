import { parseKroner } from '#lib/domain/money/kroner';
import type { SplitLevel } from '#lib/domain/money/fordeling';
import { byRegion } from '#lib/domain/round/parts';
import { judgeAmounts, type Judgement, type Stop, type Terms } from '#lib/domain/tildeling/judge';
import { placeOf } from '#lib/domain/tildeling/split';
import { type Judged, type Sides, total } from '#lib/domain/tildeling/tildeling';
import { boxesOf, type TypedFields, type WorkChunk, type WorkLine } from './lines';

export interface RegionTotals {
  readonly key: string;
  readonly name: string | null;
  readonly given: Sides;
  readonly asked: number;
  readonly recommended: number;
}
export interface Live extends Judgement {
  readonly judged: ReadonlyMap<string, Judged>;
  readonly regions: readonly RegionTotals[];
  readonly reserve: number;
  readonly used: number;
}

/** A line as it would be judged now; null while nothing is set. */
function judgedNow(line: WorkLine, typed: TypedFields): Judged | null {
  const { network, uh, reason } = boxesOf(line, typed);
  return network === null && uh === null ? null : { ...line, given: { network: network ?? 0, uh: uh ?? 0 }, reason };
}

function regionSums(lines: readonly WorkLine[], judged: ReadonlyMap<string, Judged>): RegionTotals[] {
  return byRegion(lines).map(([key, its]) => {
    const sum = (of: (one: WorkLine) => number) => its.reduce((all, one) => all + of(one), 0);
    const side = (name: keyof Sides) => sum((one) => judged.get(one.needId)?.given[name] ?? 0);
    return {
      key,
      name: its[0]?.regionName ?? null,
      given: { network: side('network'), uh: side('uh') },
      asked: sum((one) => total(one.asked)),
      recommended: sum((one) => (one.recommended === null ? 0 : total(one.recommended))),
    };
  });
}

/** Every sum and every stop of the workbench as it stands: judged as if all that is typed were saved and proposed. */
export function live(terms: Terms, lines: readonly WorkLine[], typed: TypedFields): Live {
  const judged = new Map<string, Judged>();
  const these: Judged[] = [];
  for (const line of lines) {
    const now = judgedNow(line, typed);
    if (now === null) continue;
    judged.set(line.needId, now);
    if (line.open) these.push(now);
  }
  const all = [...judged.values()];
  const used = all.reduce((sum, one) => sum + total(one.given), 0);
  const read = typed.reserve === undefined ? null : parseKroner(typed.reserve);
  const reserve = read === null ? terms.reserve : read.ok ? read.value : 0;
  const judgement = judgeAmounts({ ...terms, reserve }, { all, these, used });
  return { judged, regions: regionSums(lines, judged), reserve, used, ...judgement };
}

/** Where on its page one mends what stops. */
export function placeOfStop({ of, key, refusal }: Stop): string {
  if (of === 'budget') return '#reserve';
  if (of === 'level') return `#unntak-${key}`;
  return `#rows.${key}.${refusal.code === 'reason-missing' ? 'reason' : 'network'}`;
}

/** In which parts each need and each sum of the key is, by their index. The budget is in none: it is mended on any. */
export function partsByKey(
  parts: readonly (readonly WorkChunk[])[],
  level: SplitLevel,
): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  for (const [index, chunks] of parts.entries())
    for (const line of chunks.flatMap(({ lines }) => lines))
      for (const key of [line.needId, placeOf(level, line).key])
        places.set(key, (places.get(key) ?? new Set()).add(index));
  return places;
}
