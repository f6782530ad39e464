import type { Day } from '#lib/domain/day';
import { type EgenandelBase, type Enforcement, requiredEgenandel } from '#lib/domain/money/egenandel';
import { formatKroner, sumOf, toKroner } from '#lib/domain/money/kroner';
import type { Side, TildelingOutcome } from '#lib/domain/states';
import { formatDate, formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/**
 * The right of appeal as the law has it now: the Public Administration Act of 10 February 1967, §§ 28, 29, 18 and 19.
 * The Act of 2025 is not in force.
 */
const APPEAL = { weeks: 3, right: '§ 28', deadline: '§ 29', access: '§§ 18 og 19' } as const;

/** What a letter is made of: a decided tildeling, or a proposed one seen beforehand. Kroner. */
export interface LetterData {
  readonly title: string;
  readonly reference: string | null;
  readonly needNumber: number | null;
  readonly outcome: TildelingOutcome;
  readonly ownerName: string;
  readonly ownerOrgnr: string | null;
  readonly statsforvalterName: string;
  readonly year: number;
  readonly lines: readonly {
    readonly id: string;
    readonly side: Side;
    readonly receiver: string;
    readonly budgetYear: number;
    readonly amount: number | null;
    readonly printed: string | null;
  }[];
  readonly asked: { readonly network: number; readonly uh: number } | null;
  readonly reason: string;
  readonly approvedAt: Date | null;
  readonly reportLastDay: Day | null;
  readonly legalBasis: string;
  readonly requiredEgenandel: number | null;
  readonly plannedEgenandel: number | null;
  readonly egenandelDispensation: boolean;
  readonly egenandelPercent: number;
  readonly egenandelBase: EgenandelBase;
  readonly egenandelEnforcement: Enforcement;
  readonly egenandelSource: string;
  readonly proposedByName: string | null;
  readonly approvedByName: string | null;
}

export interface Letter {
  readonly sender: string;
  readonly receiver: readonly string[];
  readonly reference: string;
  readonly date: string;
  readonly heading: string;
  readonly first: string;
  readonly rows: readonly {
    readonly id: string;
    readonly receiver: string;
    readonly side: string;
    readonly year: string;
    readonly amount: string;
  }[];
  readonly sum: string;
  readonly underTable: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly signed: readonly { readonly name: string; readonly as: string }[];
}

const sumIn = (lines: readonly { readonly amount: number | null }[]): number =>
  toKroner(sumOf(lines.map(({ amount }) => amount ?? 0)));

/** The egenandel the letter demands: what was frozen at approval, else what the rules give for these lines; null when none. */
function demanded({
  requiredEgenandel: frozen,
  lines,
  egenandelPercent: percent,
  egenandelBase: base,
  egenandelEnforcement: enforcement,
}: LetterData): number | null {
  const on = (side: Side): number => sumIn(lines.filter((line) => line.side === side));
  const amount = frozen ?? requiredEgenandel({ owner: on('network'), uh: on('uh') }, { percent, base, enforcement });
  return amount === 0 ? null : amount;
}

function egenandel(data: LetterData, t: Texts): string[] {
  const amount = demanded(data);
  if (amount === null) return [];
  const words = t.letter.egenandel;
  const planned = data.plannedEgenandel === null ? [] : [words.planned(formatKroner(data.plannedEgenandel))];
  return [
    words.required(formatKroner(amount), data.egenandelPercent),
    ...planned,
    ...(data.egenandelDispensation ? [words.dispensed] : []),
    words.source(data.egenandelSource),
  ];
}

/** A tildeling as a letter in the words of one language: the outcome in the heading, the amount in the first sentence. */
export function letter(data: LetterData, t: Texts): Letter {
  const words = t.letter;
  const { title, outcome, ownerName, statsforvalterName, lines, year } = data;
  const refused = outcome === 'refused';
  const sum = sumIn(lines);
  const asked = data.asked === null ? null : data.asked.network + data.asked.uh;
  const section = (heading: string, paragraphs: readonly string[]) =>
    paragraphs.length === 0 ? [] : [{ heading, paragraphs }];
  const reporting =
    data.reportLastDay === null ? [] : [words.reporting(year, formatDay(data.reportLastDay)), words.reportingHalves];
  const signed = [
    { name: data.approvedByName, as: words.approver },
    { name: data.proposedByName, as: words.caseworker },
  ];
  return {
    sender: statsforvalterName,
    receiver: [ownerName, ...(data.ownerOrgnr === null ? [] : [words.orgnr(data.ownerOrgnr)])],
    reference: data.reference ?? (data.needNumber === null ? '' : words.needReference(data.needNumber)),
    date: data.approvedAt === null ? words.notDecided : formatDate(data.approvedAt),
    heading: words.heading[outcome](title),
    first: refused
      ? words.firstRefused(statsforvalterName, ownerName, title, asked === null ? null : formatKroner(asked))
      : words.first(statsforvalterName, formatKroner(sum), title, ownerName, year),
    rows: lines.map((line) => ({
      id: line.id,
      receiver: line.receiver,
      side: line.side === 'uh' ? t.common.chart.uh : t.common.chart.network,
      year: String(line.budgetYear),
      amount: line.amount === null ? (line.printed ?? '') : formatKroner(line.amount),
    })),
    sum: formatKroner(sum),
    underTable: [
      ...(outcome === 'partly' && asked !== null ? [words.partly(formatKroner(asked), formatKroner(asked - sum))] : []),
      ...(lines.some((line) => line.budgetYear > year) ? [words.laterYears(year)] : []),
    ],
    sections: [
      ...section(words.reasonHeading, [
        data.reason === '' ? words.asRecommended : data.reason,
        words.legalBasis(data.legalBasis),
      ]),
      ...(refused ? [] : section(words.conditionsHeading, words.conditions)),
      ...(refused ? [] : section(words.egenandel.heading, egenandel(data, t))),
      ...(refused ? [] : section(words.reportingHeading, reporting)),
      ...section(words.appealHeading, words.appeal(APPEAL, statsforvalterName)),
    ],
    signed: signed.flatMap(({ name, as }) => (name === null ? [] : [{ name, as }])),
  };
}
