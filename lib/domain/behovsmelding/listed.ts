import { dayAt, type Day } from '#lib/domain/day';
import type { EgenandelStatus } from '#lib/domain/money/egenandel';
import type { SplitStatus } from '#lib/domain/money/fordeling';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { BehovsmeldingState } from '#lib/domain/states';
import type { Behovsmelding, BehovsmeldingMoney, BehovsmeldingText } from './behovsmelding';
import { LACKS, type BehovsmeldingFilter, type Lack, type ListedLack } from './list';
import { missingIn } from './missing';
import { unconfirmedOwners } from './owners';
import { egenandelOf, splitOf } from './sums';

/** All that is judged of a need for the lists: its own fields, its rows and how many files it has. */
export interface ToJudge extends Omit<BehovsmeldingMoney, 'uh'>, BehovsmeldingText {
  state: BehovsmeldingState;
  delegationId: string | null;
  ownerConfirmedAt: Date | null;
  uh: readonly { organisationId: string; confirmedAt: Date | null }[];
  parties: Behovsmelding['parties'];
  files: number;
}

/** What a list shows and filters by, as the rules of the need's round judge it. */
export interface JudgedForLists {
  missing: number;
  egenandelStatus: EgenandelStatus;
  splitStatus: SplitStatus;
  /** In the order of the filters. */
  lacks: ListedLack[];
}

/** How a need stands: the one judgement that every list reads, stored whenever something it depends on is saved. */
export function judge(need: ToJudge, rules: RuleSet): JudgedForLists {
  const missing = missingIn(need, rules).length;
  const [egenandelStatus, splitStatus] = [egenandelOf(need, rules).status, splitOf(need, rules).status];
  const isLacking: Record<ListedLack, boolean> = {
    egenandel: egenandelStatus === 'short' || egenandelStatus === 'unknown',
    fields: missing > 0,
    'uh-contact': need.uh.every(({ confirmedAt }) => confirmedAt === null),
    owner: unconfirmedOwners({ ...need, ownerName: '' }).length > 0,
    split: splitStatus === 'uh-short',
    attachments: need.files === 0,
  };
  const all = ['egenandel', ...LACKS] as const;
  return { missing, egenandelStatus, splitStatus, lacks: all.filter((lack) => isLacking[lack]) };
}

/** The lines of a round that are alike in state, region and what they lack: how many, and what they ask for in kroner. */
export interface TallyGroup {
  state: BehovsmeldingState;
  /** Null: in no region. */
  regionId: string | null;
  lacks: readonly string[];
  count: number;
  network: number;
  uh: number;
}

/** Counts over the whole round for each filter. What is withdrawn lacks nothing. */
export interface ListCounts {
  all: number;
  short: number;
  lacks: Record<Lack, number>;
  states: { key: BehovsmeldingState; count: number }[];
  regions: { key: string; count: number }[];
}

const total = (groups: readonly TallyGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);
const counted = <K>(
  groups: readonly TallyGroup[],
  keyOf: (group: TallyGroup) => K | null,
): { key: K; count: number }[] => {
  const counts = new Map<K, number>();
  for (const group of groups) {
    const key = keyOf(group);
    if (key !== null && group.count > 0) counts.set(key, (counts.get(key) ?? 0) + group.count);
  }
  return [...counts].map(([key, count]) => ({ key, count }));
};

/** What the filters of a round's list count. */
export function countTally(groups: readonly TallyGroup[]): ListCounts {
  const inSums = groups.filter(({ state }) => state !== 'withdrawn');
  const lacking = (lack: ListedLack) => total(inSums.filter(({ lacks }) => lacks.includes(lack)));
  return {
    all: total(groups),
    short: lacking('egenandel'),
    lacks: Object.fromEntries(LACKS.map((lack) => [lack, lacking(lack)])) as Record<Lack, number>,
    states: counted(groups, ({ state }) => state),
    regions: counted(groups, ({ regionId }) => regionId),
  };
}

/** Whether the counts alone answer a filter: not a search in words, nor one for a UH. */
export const isTallied = ({ q, uh }: BehovsmeldingFilter): boolean => q === undefined && uh === undefined;

/** What is found by a filter: how many lines, and their sums in kroner, without the withdrawn unless these are asked for. */
export interface RoundFound {
  count: number;
  network: number;
  uh: number;
}

/** What a filter that needs no search finds, from the counts. */
export function foundIn(groups: readonly TallyGroup[], filter: BehovsmeldingFilter): RoundFound {
  const { state, region, short = false, lacks: lack } = filter;
  const lacking = [...(short ? (['egenandel'] as const) : []), ...(lack === undefined ? [] : [lack])];
  const inSums = (group: TallyGroup): boolean => state === 'withdrawn' || group.state !== 'withdrawn';
  const found = groups.filter(
    (group) =>
      (state === undefined || group.state === state) &&
      (region === undefined || group.regionId === region) &&
      (lacking.length === 0 || inSums(group)) &&
      lacking.every((one) => group.lacks.includes(one)),
  );
  const summed = found.filter(inSums);
  return {
    count: total(found),
    network: summed.reduce((sum, { network }) => sum + network, 0),
    uh: summed.reduce((sum, { uh }) => sum + uh, 0),
  };
}

/** Whether a need came after the last day of its round: by when it was first sent, or by the day it came on paper. */
export const cameLate = (
  { firstSentAt, paperReceivedOn }: { firstSentAt: Date | null; paperReceivedOn: Day | null },
  lastDay: Day,
): boolean =>
  (firstSentAt !== null && dayAt(firstSentAt) > lastDay) || (paperReceivedOn !== null && paperReceivedOn > lastDay);
