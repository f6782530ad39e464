import {
  budgetYears,
  type EgenandelLine,
  type BehovsmeldingLine,
  type BehovsmeldingText,
  type BehovsmeldingUh,
  type TextLanguages,
} from './behovsmelding';
import { BEHOVSMELDING_FORM, LONG_TEXTS } from './form';
import { cellName, coordinatorName, kindNamed, named } from './names';
import {
  keptFields,
  namesOf,
  parse,
  print,
  typingOf,
  valuesIn,
  type Kind,
  type ValueOf,
  LANGUAGE,
  languageName,
} from '#lib/domain/form/table';
import type { Typing } from '#lib/domain/form/merge';
import { SIDES } from '#lib/domain/states';

const LINE = BEHOVSMELDING_FORM.egenandel.of;
const KRONER = BEHOVSMELDING_FORM.lines.of;

/** What a field says, as far as it can be read. */
const valueAt = <K extends Kind>(kind: K, typing: Typing, name: string): ValueOf<K> =>
  parse(kind, typing[name] ?? []).value;
const first = (typing: Typing, name: string): string => (typing[name]?.[0] ?? '').trim();

/** The keys of the rows of a group, in order. */
export const rowsIn = (typing: Typing, group: 'egenandel' | 'uh'): string[] => [
  ...new Set(
    Object.keys(typing).flatMap((name) => {
      const at = named(name);
      return at?.of === group ? [at.row] : [];
    }),
  ),
];

/** Hours × rate in kroner, where both are typed; null else, and then the amount is typed itself. */
export function productIn(typing: Typing, row: string): number | null {
  const hours = valueAt(LINE.hours, typing, `egenandel.${row}.hours`);
  const rate = valueAt(LINE.rate, typing, `egenandel.${row}.rate`);
  return hours === null || rate === null ? null : parse(KRONER, [String(hours * rate)]).value;
}

/** What a money box begins from: kroner where it is a clear amount, what was typed where it is not, and null for nothing. */
export function moneyIn(typing: Typing, name: string): number | string | null {
  const typed = first(typing, name);
  return typed === '' ? null : (parse(KRONER, [typed]).value ?? typed);
}

const isBlank = (typing: Typing, row: string): boolean =>
  ['note', 'hours', 'rate', 'amount'].every((part) => first(typing, `egenandel.${row}.${part}`) === '');

/** A whole form as it is kept: partners by their organisation, no empty rows, nothing that follows from the rest. */
export function tidied(typing: Typing): Typing {
  const kept = new Map<string, readonly string[]>();
  for (const [name, said] of Object.entries(keptFields(kindNamed, typing))) {
    const at = named(name);
    const organisation = at?.of === 'uh' ? first(typing, `uh.${at.row}.organisationId`) : '';
    if (at?.of === 'uh' && organisation === '') continue;
    if (
      at?.of === 'egenandel' &&
      (isBlank(typing, at.row) || (at.part === 'amount' && productIn(typing, at.row) !== null))
    )
      continue;
    if (said.length === 0) continue;
    // Named twice, the second stays under its own row, where it is told.
    const key = at?.of === 'uh' ? `uh.${organisation}.${at.part}` : name;
    const isTwice = kept.has(key) || first(typing, `uh.${organisation}.organisationId`) === organisation;
    kept.set(at?.of === 'uh' && organisation !== at.row && !isTwice ? key : name, said);
  }
  return Object.fromEntries(kept);
}

/** What stands in the form, with each partner under its organisation, as soon as one is chosen. */
export function renamed(typing: Typing): Typing {
  const partners = Object.entries(tidied(typing)).filter(([name]) => named(name)?.of === 'uh');
  const rest = Object.entries(typing).filter(([name]) => {
    const at = named(name);
    return at?.of !== 'uh' || first(typing, `uh.${at.row}.organisationId`) === '';
  });
  return Object.fromEntries([...rest, ...partners]);
}

/**
 * The cell of the budget that a field is, with what is typed in it and how much of it goes to coordinating; null when
 * it is another field.
 */
export function cellIn(typing: Typing, field: string, ownerId: string) {
  const at = named(field);
  const cell =
    at?.of === 'coordinator'
      ? { side: 'network' as const, receiverId: ownerId, budgetYear: at.budgetYear }
      : at?.of === 'lines'
        ? { side: at.side, receiverId: at.receiverId, budgetYear: at.budgetYear }
        : null;
  return cell === null ? null : { ...cell, ...amountsIn(typing, cell) };
}

const amountsIn = (
  typing: Typing,
  { side, receiverId, budgetYear }: Pick<BehovsmeldingLine, 'side' | 'receiverId' | 'budgetYear'>,
) => ({
  amount: valueAt(KRONER, typing, cellName(side, receiverId, budgetYear)),
  coordinator: side === 'network' ? valueAt(KRONER, typing, coordinatorName(budgetYear)) : null,
});

/** The UH partners in the form, each once. */
const partnersIn = (typing: Typing) => {
  const all = rowsIn(typing, 'uh').map((row) => ({
    organisationId: first(typing, `uh.${row}.organisationId`),
    contact: first(typing, `uh.${row}.contact`),
  }));
  return all.filter(
    (one, index) =>
      one.organisationId !== '' &&
      all.findIndex(({ organisationId }) => organisationId === one.organisationId) === index,
  );
};

const egenandelIn = (typing: Typing, year: number): EgenandelLine[] =>
  rowsIn(typing, 'egenandel')
    .filter((row) => !isBlank(typing, row))
    .map((id) => {
      const part = <P extends keyof typeof LINE>(name: P) => valueAt(LINE[name], typing, `egenandel.${id}.${name}`);
      return {
        id,
        budgetYear: part('budgetYear') ?? year,
        kind: part('kind'),
        note: part('note'),
        hours: part('hours'),
        rate: part('rate'),
        amount: productIn(typing, id) ?? part('amount'),
      };
    });

/** The language each long text is marked with. */
const languagesIn = (typing: Typing): TextLanguages =>
  Object.fromEntries(
    LONG_TEXTS.flatMap((name) => {
      const language = valueAt(LANGUAGE, typing, languageName(name));
      return language === null ? [] : [[name, language]];
    }),
  );

/** The columns of a need as its form says them. */
const textIn = (typing: Typing): BehovsmeldingText => ({
  ...valuesIn(BEHOVSMELDING_FORM, typing),
  languages: languagesIn(typing),
});
/** A need with nothing written in it. */
export const UNWRITTEN_TEXT: BehovsmeldingText = textIn({});

/** What a form says while it is typed, to show sums and what is missing. What is not yet clear is not given; saving judges it strictly. */
export function behovsmeldingDraftIn<F extends { ownerId: string; year: number }>(typing: Typing, fixed: F) {
  const text = textIn(typing);
  const uh = partnersIn(typing);
  const receivers = { network: [fixed.ownerId], uh: uh.map((one) => one.organisationId) };
  const lines = SIDES.flatMap((side) =>
    receivers[side].flatMap((receiverId) =>
      budgetYears({ year: fixed.year, years: text.years }).map((budgetYear) => {
        const cell = { side, receiverId, budgetYear };
        return { ...cell, ...amountsIn(typing, cell) };
      }),
    ),
  );
  return {
    ...fixed,
    ...text,
    lines,
    uh,
    parties: valueAt(BEHOVSMELDING_FORM.parties.of, typing, 'parties').map((organisationId) => ({ organisationId })),
    egenandelLines: egenandelIn(typing, fixed.year),
  };
}

type Filled = BehovsmeldingText & {
  lines: readonly Omit<BehovsmeldingLine, 'receiverName'>[];
  parties: readonly { organisationId: string }[];
  uh: readonly Pick<BehovsmeldingUh, 'organisationId' | 'contact'>[];
  egenandelLines: readonly EgenandelLine[];
};

/** The fields of the form as a saved need fills them: what typing begins from. */
export function typingFrom({ lines, uh, egenandelLines, parties, ...need }: Filled): Typing {
  const fields: [string, readonly string[]][] = [
    ['parties', parties.map((party) => party.organisationId)],
    ...Object.entries(need.languages).map(([name, language]): [string, string[]] => [languageName(name), [language]]),
    ...lines
      .filter(({ side }) => side === 'network')
      .map((line): [string, readonly string[]] => [coordinatorName(line.budgetYear), print(KRONER, line.coordinator)]),
    ...lines.map(({ side, receiverId, budgetYear, amount }): [string, readonly string[]] => [
      cellName(side, receiverId, budgetYear),
      print(KRONER, amount),
    ]),
    ...uh.flatMap(({ organisationId, contact }): [string, string[]][] => [
      [`uh.${organisationId}.organisationId`, [organisationId]],
      [`uh.${organisationId}.contact`, [contact]],
    ]),
    ...egenandelLines.flatMap((line) =>
      namesOf(LINE).map((part): [string, readonly string[]] => [
        `egenandel.${line.id}.${part}`,
        print(LINE[part], line[part]),
      ]),
    ),
  ];
  return tidied({ ...typingOf(BEHOVSMELDING_FORM, need), ...Object.fromEntries(fields) });
}
