import { wholeRequest, type Asked } from '#lib/domain/behovsmelding/sums';
import { assessSplit, type SplitAssessment, type SplitKey } from '#lib/domain/money/fordeling';
import { demandOf, LINE_FIELDS, lineField, type INNSTILLING_FORM, type LineDemand, type LineValues } from './form';
import { isUnsaid, type ValuesOf } from '#lib/domain/form/table';
import { groupBy } from '#lib/domain/tildeling/divide';
import { conflict, done, invalid, refused, type Decision } from '#lib/domain/outcome';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import type { Refusal } from '#lib/domain/refusal';
import type { Subjects } from '#lib/domain/policy/subjects';

type RoundSubject = Subjects['round'];

export type InnstillingHead = ValuesOf<typeof INNSTILLING_FORM>;
export interface InnstillingLine extends LineValues {
  needId: string;
}
/**
 * What a form delivers: the lines it names, which may be a part of the round's. `anyway`: delivered although somebody
 * has a day to send that is not over.
 */
export interface InnstillingInput extends InnstillingHead {
  id: string;
  version: number;
  anyway: boolean;
  lines: readonly InnstillingLine[];
}

/** A need that has been sent, as the forum meets it. */
export interface SentBehovsmelding extends Pick<Asked, 'network' | 'uh'> {
  id: string;
  title: string;
  regionId: string | null;
  regionName: string | null;
}

/** A round that is ready for its forum, with the draft as it stands. */
export interface RoundForForum extends RoundSubject {
  id: string;
  budget: number | null;
  reserve: number;
  revision: number;
  needs: readonly SentBehovsmelding[];
  /** The lines of the draft as it is saved. */
  saved: readonly InnstillingLine[];
  notSent: readonly NotSent[];
}

/** Amounts of a line or of many, in kroner; null when one is not given. */
export interface Recommended {
  network: number | null;
  uh: number | null;
}

/** Lines by their priority, those without one last and else as they came. */
export const inPriority = (lines: readonly InnstillingLine[]): InnstillingLine[] =>
  lines.toSorted((a, b) => (a.priority ?? Number.MAX_SAFE_INTEGER) - (b.priority ?? Number.MAX_SAFE_INTEGER));

/** Whether a line gives less than was asked for, or takes the place of a request that is not given; then it needs a reason. */
function isUnderRequest(need: Pick<SentBehovsmelding, 'network' | 'uh'>, line: Recommended): boolean {
  const asked = wholeRequest(need);
  const given = wholeRequest(line);
  return given !== null && asked !== null && given < asked;
}

/** When each demand of the table's lines is made. */
const DEMANDED: {
  readonly [D in LineDemand]: (
    need: Pick<SentBehovsmelding, 'network' | 'uh'>,
    line: Recommended | undefined,
  ) => boolean;
} = {
  always: () => true,
  'under-request': (need, line) => line !== undefined && isUnderRequest(need, line),
};

/** Σ of the lines; null counts as nothing in `given` and is told by `open`. In kroner. */
export function sumRecommended(lines: readonly Recommended[]): {
  network: number;
  uh: number;
  total: number;
  open: number;
} {
  const network = lines.reduce((sum, line) => sum + (line.network ?? 0), 0);
  const uh = lines.reduce((sum, line) => sum + (line.uh ?? 0), 0);
  return { network, uh, total: network + uh, open: lines.filter((line) => wholeRequest(line) === null).length };
}

/**
 * What stops an innstilling from being delivered: where in the form, and the rule's refusal; without one the field is
 * simply to be filled in.
 */
export interface InnstillingLack {
  readonly field: string;
  readonly refusal: Refusal | null;
}

/**
 * What is missing before the innstilling can be delivered, in the order of the form: the page's list and the gate are the same.
 * A day the forum met; for each sent need both amounts, and a reason when it gets less than it asked for; and a sum within the
 * budget less the reserve. An innstilling is a recommendation, so the 40/60 key only shows.
 */
export function missingInInnstilling(
  { budget, reserve, needs }: Pick<RoundForForum, 'budget' | 'reserve' | 'needs'>,
  { meetingOn, lines }: Pick<InnstillingInput, 'meetingOn' | 'lines'>,
): InnstillingLack[] {
  const lineOf = new Map(lines.map((line) => [line.needId, line]));
  const perNeed = needs.flatMap((need): InnstillingLack[] => {
    const { id, title } = need;
    const line = lineOf.get(id);
    const lacking = LINE_FIELDS.find((field) => {
      const demand = demandOf(field);
      return demand !== undefined && isUnsaid(line?.[field] ?? null) && DEMANDED[demand](need, line);
    });
    if (lacking === undefined) return [];
    const refusal: Refusal =
      lacking === 'reason' ? { code: 'reason-missing', title } : { code: 'amount-missing', title };
    return [{ field: lineField(lacking, id), refusal }];
  });
  const { total } = sumRecommended(lines);
  const frame = budget === null ? null : budget - reserve;
  return [
    ...(meetingOn === null ? [{ field: 'meetingOn', refusal: null }] : []),
    ...perNeed,
    ...(frame !== null && total > frame
      ? [
          {
            field: lineField('network', needs[0]?.id ?? ''),
            refusal: { code: 'over-budget' as const, budget: frame, used: total, over: total - frame },
          },
        ]
      : []),
    ...(needs.length === 0 ? [{ field: 'meetingOn', refusal: { code: 'nothing-to-recommend' as const } }] : []),
  ];
}

/** Whether somebody has been given a day to send that is not over. What was given back without a day waits for nothing. */
export const isStillRunning = (notSent: readonly NotSent[]): boolean => notSent.some(({ undated }) => !undated);

/** A line for each need of the round that has one: as the form says, and of a need that it does not name as the draft was saved. */
function wholeOf({ needs, saved }: Pick<RoundForForum, 'needs' | 'saved'>, lines: readonly InnstillingLine[]) {
  const lineOf = new Map([...saved, ...lines].map((line) => [line.needId, line]));
  return needs.flatMap(({ id }) => lineOf.get(id) ?? []);
}

/**
 * Delivers the whole innstilling, of which the form may name a part, with nothing missing, and nobody cut off from a day
 * they were given unless one says so. Refuses a need that is given twice. On another revision than the form began from,
 * and with a need that is no longer sent in the round, it is a conflict.
 */
export function deliverInnstilling(round: RoundForForum, form: InnstillingInput): Decision<InnstillingInput> {
  if (form.version !== round.revision) return conflict;
  if (new Set(form.lines.map(({ needId }) => needId)).size < form.lines.length)
    return invalid({ lines: 'not-in-list' });
  const ids = new Set(round.needs.map(({ id }) => id));
  if (form.lines.some(({ needId }) => !ids.has(needId))) return conflict;
  const input = { ...form, lines: wholeOf(round, form.lines) };
  const missing = missingInInnstilling(round, input);
  if (missing.some(({ refusal }) => refusal === null)) return invalid({ meetingOn: 'required' });
  const refusals = missing.flatMap(({ refusal }) => refusal ?? []);
  if (isStillRunning(round.notSent) && !input.anyway) refusals.push({ code: 'days-running' });
  return refusals.length > 0 ? refused(...refusals) : done(input);
}

export interface RegionSum {
  regionId: string | null;
  name: string;
  network: number;
  uh: number;
  total: number;
  open: number;
  needs: number;
  split: SplitAssessment;
}

/**
 * The sums of each region with its 40/60 status; needs without a region are one by themselves, named by the need.
 * Shown, stopping nobody.
 */
export function regionSums(
  needs: readonly SentBehovsmelding[],
  lines: readonly InnstillingLine[],
  key: SplitKey,
): RegionSum[] {
  const lineOf = new Map(lines.map((line) => [line.needId, line]));
  return [...groupBy(needs, ({ id, regionId }) => regionId ?? id).values()].map((group) => {
    const own = group.flatMap(({ id }) => lineOf.get(id) ?? []);
    const sums = sumRecommended(own);
    const open = sums.open + group.length - own.length;
    const [first] = group;
    const split = assessSplit(open > 0 ? { network: null, uh: null } : sums, key, own.length);
    return {
      regionId: first?.regionId ?? null,
      name: first?.regionName ?? first?.title ?? '',
      ...sums,
      open,
      needs: group.length,
      split,
    };
  });
}
