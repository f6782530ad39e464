import { moneyOfYear, sumKnown } from '#lib/domain/report/money';
import type { Report } from '#lib/domain/report/report';
import { isUnsaid } from '#lib/domain/form/table';
import { languageOf } from '#lib/domain/report/form';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { TextLanguage, TiltakStatus } from '#lib/domain/states';
import type { EgenandelLine, BehovsmeldingLine, BehovsmeldingText, BehovsmeldingUh } from './behovsmelding';
import { BEHOVSMELDING_FORM, isColumn, lineOfField, NEED_FIELDS, type NeedColumn, type NeedField } from './form';
import { UNWRITTEN_TEXT } from './draft';

type Taken = { [F in NeedField]: (typeof BEHOVSMELDING_FORM)[F] extends { begin: infer B } ? B : never }[NeedField];
/** The parts of an earlier need that a new one may take, each as a whole: as the form's table says of its fields. */
export type BeginPart = Taken extends infer B ? (B extends readonly (infer One)[] ? One : B) : never;

const takenWith = (name: NeedField): readonly string[] => {
  const { begin = [] } = lineOfField(name);
  return typeof begin === 'string' ? [begin] : begin;
};
// These are offered after what the owner writes of the work itself.
const AFTER = ['parties', 'uh', 'contact', 'amounts', 'egenandel'] as const satisfies readonly BeginPart[];
const isPart = (part: string): part is BeginPart => NEED_FIELDS.some((name) => takenWith(name).includes(part));
/** The parts in the order they are offered. */
export const PARTS: readonly BeginPart[] = [
  ...new Set(
    NEED_FIELDS.flatMap(takenWith)
      .filter(isPart)
      .filter((part) => !AFTER.some((one) => one === part)),
  ),
  ...AFTER,
];

/** What is taken unless somebody says otherwise: all but the money. */
export const isTakenAtFirst = (part: BeginPart): boolean => part !== 'amounts' && part !== 'egenandel';

/** What a new need is begun from: an earlier need, or a tiltak that has none here. */
export interface BeginSource extends BehovsmeldingText {
  ownerId: string;
  year: number;
  lines: readonly Omit<BehovsmeldingLine, 'receiverName'>[];
  egenandelLines: readonly EgenandelLine[];
  uh: readonly Pick<BehovsmeldingUh, 'organisationId' | 'name'>[];
  parties: readonly { organisationId: string; name: string }[];
}

/** A source of which nothing is known: what a tiltak without a need here says is put over it. */
export const EMPTY_SOURCE: Omit<BeginSource, 'ownerId' | 'year'> = {
  ...UNWRITTEN_TEXT,
  lines: [],
  egenandelLines: [],
  uh: [],
  parties: [],
};

/** Where the new need goes, and what it may name there. */
export interface BeginInto {
  year: number;
  rules: RuleSet;
  partners: readonly string[];
  themeIds: readonly string[];
  owners: readonly string[];
}

export interface Begun {
  text: Partial<BehovsmeldingText>;
  lines: Omit<BehovsmeldingLine, 'receiverName'>[];
  egenandelLines: EgenandelLine[];
  uh: string[];
  parties: string[];
}

/** The columns that a part is taken with. */
const columnsOf = (part: BeginPart): readonly NeedColumn[] =>
  NEED_FIELDS.filter(isColumn).filter((name) => takenWith(name).includes(part));

const pick = (source: BehovsmeldingText, names: readonly (keyof BehovsmeldingText)[]): Partial<BehovsmeldingText> =>
  Object.fromEntries(names.map((name) => [name, source[name]]));

/** Whether the source has something of this part to take. */
export function hasPart(source: BeginSource, part: BeginPart): boolean {
  if (part === 'parties' || part === 'uh') return source[part].length > 0;
  if (part === 'amounts') return source.lines.some(({ amount }) => amount !== null);
  if (part === 'egenandel') return source.egenandelLines.length > 0;
  return columnsOf(part).some((name) => !isUnsaid(source[name]));
}

/**
 * The new need as it begins: the parts that are taken, without what its programme or county does not offer.
 * Money is moved to the years of the new round, and what falls after its last year is left.
 */
export function beginFrom(source: BeginSource, take: readonly BeginPart[], into: BeginInto): Begun {
  const { rules } = into;
  const taken = new Set(take);
  const years = Math.min(source.years, rules.maxYears);
  const moved = <T extends { budgetYear: number }>(lines: readonly T[]): T[] =>
    lines
      .map((line) => ({ ...line, budgetYear: line.budgetYear - source.year + into.year }))
      .filter(({ budgetYear }) => budgetYear >= into.year && budgetYear < into.year + years);
  const uh = taken.has('uh')
    ? source.uh.map(({ organisationId }) => organisationId).filter((id) => into.partners.includes(id))
    : [];
  const offered: Partial<BehovsmeldingText> = {
    themes: source.themes.filter((one) => into.themeIds.includes(one)),
    targetGroups: source.targetGroups.filter((one) => rules.targetGroups.includes(one)),
    unitKinds: source.unitKinds.filter((one) => rules.unitKinds.includes(one)),
    years,
  };
  const names = PARTS.flatMap((part): readonly (keyof BehovsmeldingText)[] => (taken.has(part) ? columnsOf(part) : []));
  const languages = Object.fromEntries(
    Object.entries(source.languages).filter(([name]) => names.some((one) => one === name)),
  );
  return {
    text: {
      ...pick(source, names),
      ...Object.fromEntries(Object.entries(offered).filter(([name]) => names.some((one) => one === name))),
      languages,
    },
    lines: taken.has('amounts')
      ? moved(source.lines).filter((line) => line.side === 'network' || uh.includes(line.receiverId))
      : [],
    egenandelLines: taken.has('egenandel') && rules.egenandelEnforcement !== 'none' ? moved(source.egenandelLines) : [],
    uh,
    parties: taken.has('parties')
      ? source.parties.map(({ organisationId }) => organisationId).filter((id) => into.owners.includes(id))
      : [],
  };
}

/** The last report of the tiltak a need goes on from: how it went, and the money of that year in kroner; null is not given. */
export interface LastReport {
  id: string;
  year: number;
  isFiled: boolean;
  status: TiltakStatus | null;
  goalAttainment: string;
  goalAttainmentIn: TextLanguage;
  granted: number | null;
  spent: number | null;
  unspent: number | null;
  carryOver: number | null;
}

/**
 * What stands beside a new need: the need and the tiltak it goes on from, what that is granted year by year, and how
 * the last year went.
 */
export interface Earlier {
  need: { id: string; title: string } | null;
  tiltak: { reference: string; title: string; granted: readonly { year: number; amount: number }[] } | null;
  report: LastReport | null;
}

/** A report in the few figures that matter to whoever writes the next need: both sides together. */
export function lastReport(report: Report): LastReport {
  const owner = report.halves.find((half) => half.side === 'owner');
  const money = report.halves.map((half) => moneyOfYear(report, half));
  return {
    id: report.id,
    year: report.year,
    isFiled: owner !== undefined && owner.state !== 'open',
    status: owner?.status ?? null,
    goalAttainment: owner?.goalAttainment ?? '',
    goalAttainmentIn: owner === undefined ? 'nb' : languageOf(owner, 'goalAttainment'),
    granted: sumKnown(money.map((one) => one.granted)),
    spent: sumKnown(money.map((one) => one.spent)),
    unspent: sumKnown(money.map((one) => one.unspent)),
    carryOver: sumKnown(money.map((one) => one.carryOver ?? 0)),
  };
}
