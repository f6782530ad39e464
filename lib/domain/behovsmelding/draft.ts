import {
  budgetYears,
  cellName,
  coordinatorName,
  LONG_TEXTS,
  type EgenandelLine,
  type BehovsmeldingLine,
  type BehovsmeldingText,
  type BehovsmeldingUh,
  type TextLanguages,
} from './behovsmelding';
import { DAYS, LISTS, NUMBERS, TEXTS } from './fields';
import { tidy, type Typing } from '#lib/domain/form/merge';
import {
  CHANGE_DIRECTIONS,
  EGENANDEL_KINDS,
  EVIDENCE_KINDS,
  SECTOR_GOALS,
  SIDES,
  TARGET_GROUPS,
  TEXT_LANGUAGES,
  UNIT_KINDS,
} from '#lib/domain/states';
import { typedDay, typedKroner, typedWhole } from '#lib/domain/form/typed';

const first = (typing: Typing, name: string): string => (typing[name]?.[0] ?? '').trim();
const some = <T extends string>(list: readonly T[], typing: Typing, name: string): T[] =>
  list.filter((one) => typing[name]?.includes(one) === true);
/** The same for each of these names. */
const each = <K extends string, V>(names: readonly K[], value: (name: K) => V) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, V>;

/** The row of the egenandel or of the partners that a field stands in. */
export const rowOf = (field: string): string | null => /^(?:egenandel|uh)\.[^.]+/.exec(field)?.[0] ?? null;

/** The keys of the rows of a group, in order. */
export const rowsIn = (typing: Typing, group: 'egenandel' | 'uh'): string[] => [
  ...new Set(Object.keys(typing).flatMap((name) => (name.startsWith(`${group}.`) ? [name.split('.')[1] ?? ''] : []))),
];

/** Hours × rate in kroner, where both are typed; null else, and then the amount is typed itself. */
export function productIn(typing: Typing, row: string): number | null {
  const hours = typedWhole(first(typing, `egenandel.${row}.hours`));
  const rate = typedKroner(first(typing, `egenandel.${row}.rate`));
  return hours === null || rate === null ? null : typedKroner(String(hours * rate));
}

/** What a money box begins from: kroner where it is a clear amount, what was typed where it is not, and null for nothing. */
export function moneyIn(typing: Typing, name: string): number | string | null {
  const typed = first(typing, name);
  return typed === '' ? null : (typedKroner(typed) ?? typed);
}

const isMoney = (name: string): boolean =>
  /^(?:lines|coordinator)\./.test(name) || /^egenandel\..*\.(?:amount|rate)$/.test(name);
const isBlank = (typing: Typing, row: string): boolean =>
  ['note', 'hours', 'rate', 'amount'].every((part) => first(typing, `egenandel.${row}.${part}`) === '');

/** One field's values as they are kept: an amount as whole kroner, however it was typed. */
const kept = (name: string, values: readonly string[]): readonly string[] => {
  const [value = ''] = values;
  return isMoney(name) ? tidy([String(typedKroner(value.trim()) ?? value)]) : tidy(values);
};

/** Some fields with their values as they are kept. */
export const keptFields = (typing: Typing): Typing =>
  Object.fromEntries(Object.entries(typing).map(([name, values]) => [name, kept(name, values)]));

/** A whole form as it is kept: partners by their organisation, no empty rows, nothing that follows from the rest. */
export function tidied(typing: Typing): Typing {
  const named = new Map<string, readonly string[]>();
  for (const [name, values] of Object.entries(typing)) {
    const [group = '', row = '', part = ''] = name.split('.');
    const organisation = group === 'uh' ? first(typing, `uh.${row}.organisationId`) : '';
    if (group === 'uh' && organisation === '') continue;
    if (group === 'egenandel' && (isBlank(typing, row) || (part === 'amount' && productIn(typing, row) !== null)))
      continue;
    const said = kept(name, values);
    // Named twice, the second stays under its own row, where it is told.
    const key = `uh.${organisation}.${part}`;
    const isTwice = named.has(key) || first(typing, `uh.${organisation}.organisationId`) === organisation;
    if (said.length > 0) named.set(group === 'uh' && organisation !== row && !isTwice ? key : name, said);
  }
  return Object.fromEntries(named);
}

/** What stands in the form, with each partner under its organisation, as soon as one is chosen. */
export function renamed(typing: Typing): Typing {
  const named = Object.entries(tidied(typing)).filter(([name]) => name.startsWith('uh.'));
  const rest = Object.entries(typing).filter(
    ([name]) => !name.startsWith('uh.') || first(typing, `uh.${name.split('.')[1] ?? ''}.organisationId`) === '',
  );
  return Object.fromEntries([...rest, ...named]);
}

/** The cell of the budget that a field is, with what is typed in it and how much of it goes to coordinating; null when it is another field. */
export function cellIn(typing: Typing, field: string, ownerId: string) {
  const [, coordinating] = /^coordinator\.(\d{4})$/.exec(field) ?? [];
  const [, side, receiverId = '', year] =
    /^lines\.(network|uh)_(.+)_(\d{4})$/.exec(
      coordinating === undefined ? field : cellName('network', ownerId, Number(coordinating)),
    ) ?? [];
  const found = SIDES.find((one) => one === side);
  const coordinator = found === 'network' ? typedKroner(first(typing, coordinatorName(Number(year)))) : null;
  return found === undefined
    ? null
    : {
        side: found,
        receiverId,
        budgetYear: Number(year),
        amount: typedKroner(first(typing, cellName(found, receiverId, Number(year)))),
        coordinator,
      };
}

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

function egenandelIn(typing: Typing, year: number): EgenandelLine[] {
  return rowsIn(typing, 'egenandel')
    .filter((row) => !isBlank(typing, row))
    .map((id) => {
      const part = (name: string) => first(typing, `egenandel.${id}.${name}`);
      const kind = EGENANDEL_KINDS.find((one) => one === part('kind')) ?? 'penger';
      return {
        id,
        budgetYear: typedWhole(part('budgetYear')) ?? year,
        kind,
        note: part('note'),
        hours: typedWhole(part('hours')),
        rate: typedKroner(part('rate')),
        amount: productIn(typing, id) ?? typedKroner(part('amount')),
      };
    });
}

/** The language each long text is marked with. */
const languagesIn = (typing: Typing): TextLanguages =>
  Object.fromEntries(
    LONG_TEXTS.flatMap((name) => {
      const found = TEXT_LANGUAGES.find((one) => one === first(typing, `lang.${name}`));
      return found === undefined ? [] : [[name, found]];
    }),
  );

/** What a form says while it is typed, to show sums and what is missing. What is not yet clear is not given; saving judges it strictly. */
export function behovsmeldingDraftIn<F extends { ownerId: string; year: number }>(typing: Typing, fixed: F) {
  const years = Math.min(Math.max(typedWhole(first(typing, 'years')) ?? 1, 1), 10);
  const uh = partnersIn(typing);
  const receivers = { network: [fixed.ownerId], uh: uh.map((one) => one.organisationId) };
  const lines = SIDES.flatMap((side) =>
    receivers[side].flatMap((receiverId) =>
      budgetYears({ year: fixed.year, years }).map((budgetYear) => ({
        side,
        receiverId,
        budgetYear,
        amount: typedKroner(first(typing, cellName(side, receiverId, budgetYear))),
        coordinator: side === 'network' ? typedKroner(first(typing, coordinatorName(budgetYear))) : null,
      })),
    ),
  );
  const text: BehovsmeldingText = {
    ...each(TEXTS, (name) => first(typing, name)),
    ...each(NUMBERS, (name) => typedWhole(first(typing, name))),
    ...each(DAYS, (name) => typedDay(first(typing, name))),
    years,
    unitKinds: some(UNIT_KINDS, typing, 'unitKinds'),
    targetGroups: some(TARGET_GROUPS, typing, 'targetGroups'),
    themes: [...(typing['themes'] ?? [])],
    sectorGoals: some(SECTOR_GOALS, typing, 'sectorGoals'),
    evidenceKinds: some(EVIDENCE_KINDS, typing, 'evidenceKinds'),
    collective: first(typing, 'collective') !== '',
    languages: languagesIn(typing),
    changeTiltakId: first(typing, 'changeTiltakId') || null,
    changeDirection: CHANGE_DIRECTIONS.find((one) => one === first(typing, 'changeDirection')) ?? '',
  };
  return {
    ...fixed,
    ...text,
    lines,
    uh,
    parties: (typing['parties'] ?? []).map((organisationId) => ({ organisationId })),
    egenandelLines: egenandelIn(typing, fixed.year),
  };
}

const dayOf = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? '';
const said = (number: number | null): string => (number === null ? '' : String(number));

type Filled = BehovsmeldingText & {
  lines: readonly Omit<BehovsmeldingLine, 'receiverName'>[];
  parties: readonly { organisationId: string }[];
  uh: readonly Pick<BehovsmeldingUh, 'organisationId' | 'contact'>[];
  egenandelLines: readonly EgenandelLine[];
};

/** The fields of the form as a saved need fills them: what typing begins from. */
export function typingFrom({ lines, uh, egenandelLines, parties, ...need }: Filled): Typing {
  const rows = egenandelLines.flatMap(({ id, kind, note, budgetYear, hours, rate, amount }) =>
    Object.entries({
      kind,
      budgetYear: said(budgetYear),
      note,
      hours: said(hours),
      rate: said(rate),
      amount: said(amount),
    }).map(([part, value]): [string, string[]] => [`egenandel.${id}.${part}`, [value]]),
  );
  return tidied({
    years: [said(need.years)],
    ...each(TEXTS, (name) => [need[name]]),
    ...each(NUMBERS, (name) => [said(need[name])]),
    ...each(DAYS, (name) => [dayOf(need[name])]),
    ...each(LISTS, (name): readonly string[] => need[name]),
    collective: need.collective ? ['on'] : [],
    changeTiltakId: [need.changeTiltakId ?? ''],
    changeDirection: [need.changeDirection],
    parties: parties.map((party) => party.organisationId),
    ...Object.fromEntries(Object.entries(need.languages).map(([name, language]) => [`lang.${name}`, [language]])),
    ...Object.fromEntries(
      lines
        .filter(({ side }) => side === 'network')
        .map((line) => [coordinatorName(line.budgetYear), [said(line.coordinator)]]),
    ),
    ...Object.fromEntries(
      lines.map((line) => [cellName(line.side, line.receiverId, line.budgetYear), [said(line.amount)]]),
    ),
    ...Object.fromEntries(
      uh.flatMap(({ organisationId, contact }) => [
        [`uh.${organisationId}.organisationId`, [organisationId]],
        [`uh.${organisationId}.contact`, [contact]],
      ]),
    ),
    ...Object.fromEntries(rows),
  });
}
