import { budgetYears, cellName, coordinatorName, LONG_TEXTS, type NeedLine, type NeedMoney, type NeedText, type TextLanguages } from './behovsmelding';
import { parseKroner } from './kroner';
import { CHANGE_DIRECTIONS, EVIDENCE_KINDS, SECTOR_GOALS, SIDES, TARGET_GROUPS, TEXT_LANGUAGES, UNIT_KINDS } from './states';

/** A form's fields as they are typed, each with all its values. */
export type Typing = Readonly<Record<string, readonly string[]>>;

const first = (typing: Typing, name: string): string => (typing[name]?.[0] ?? '').trim();
const whole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
const kroner = (text: string): number | null => {
  const read = parseKroner(text);
  return read.ok ? read.value : null;
};
const dayIn = (text: string): Date | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text) : null);
const some = <T extends string>(list: readonly T[], typing: Typing, name: string): T[] => list.filter((one) => typing[name]?.includes(one) === true);
const rows = (typing: Typing, group: string): string[] =>
  [...new Set(Object.keys(typing).flatMap((name) => (name.startsWith(`${group}.`) ? [name.split('.')[1] ?? ''] : [])))].sort((a, b) => Number(a) - Number(b));

/** Hours × rate in kroner, where both are typed; null else, and then the amount is typed itself. */
export function productIn(typing: Typing, row: string): number | null {
  const hours = whole(first(typing, `egenandel.${row}.hours`));
  const rate = kroner(first(typing, `egenandel.${row}.rate`));
  return hours === null || rate === null ? null : kroner(String(hours * rate));
}

/** What a money box begins from: kroner where it is a clear amount, what was typed where it is not, and null for nothing. */
export function moneyIn(typing: Typing, name: string): number | string | null {
  const typed = first(typing, name);
  return typed === '' ? null : (kroner(typed) ?? typed);
}

/** The keys of the rows of a group, in order. */
export const rowsIn = rows;

/** The UH partners chosen in the form, each once. */
const partnersIn = (typing: Typing): string[] => [...new Set(rows(typing, 'uh').map((row) => first(typing, `uh.${row}.organisationId`)).filter((id) => id !== ''))];

/** The language each long text is marked with. */
const languagesIn = (typing: Typing): TextLanguages => Object.fromEntries(LONG_TEXTS.flatMap((name) => {
  const found = TEXT_LANGUAGES.find((one) => one === first(typing, `lang.${name}`));
  return found === undefined ? [] : [[name, found]];
}));

/** What a form says while it is typed, to show sums and what is missing. What is not yet clear is not given; saving judges it strictly. */
export function draftIn(typing: Typing, fixed: { ownerId: string; year: number; dispensations: readonly { rule: string; state: string }[] }) {
  const text = (name: string) => first(typing, name);
  const years = Math.min(Math.max(whole(text('years')) ?? 1, 1), 10);
  const partners = partnersIn(typing);
  const receivers = { network: [fixed.ownerId], uh: partners };
  const lines = SIDES.flatMap((side) => receivers[side].flatMap((receiverId) => budgetYears({ year: fixed.year, years }).map((budgetYear) =>
    ({ side, receiverId, budgetYear, amount: kroner(text(cellName(side, receiverId, budgetYear))) }))));
  const egenandelLines = rows(typing, 'egenandel').flatMap((row) => {
    const part = (name: string) => text(`egenandel.${row}.${name}`);
    const blank = ['note', 'hours', 'amount'].every((name) => part(name) === '');
    return blank ? [] : [{ budgetYear: Number(part('budgetYear')), amount: productIn(typing, row) ?? kroner(part('amount')) }];
  });
  const draft: NeedText & NeedMoney & typeof fixed = {
    ...fixed, years, lines, egenandelLines, uh: partners.map((organisationId) => ({ organisationId })),
    title: text('title'), periodStart: dayIn(text('periodStart')), periodEnd: dayIn(text('periodEnd')), publicUnits: whole(text('publicUnits')), privateUnits: whole(text('privateUnits')),
    participants: text('participants'), targetGroups: some(TARGET_GROUPS, typing, 'targetGroups'), sectorGoals: some(SECTOR_GOALS, typing, 'sectorGoals'), need: text('need'),
    evidenceKinds: some(EVIDENCE_KINDS, typing, 'evidenceKinds'), evidence: text('evidence'), goals: text('goals'), measureDescription: text('measureDescription'), staffInvolvement: text('staffInvolvement'),
    uhUnsettledReason: text('uhUnsettledReason'), samiPerspective: text('samiPerspective'), coherence: text('coherence'),
    unitKinds: some(UNIT_KINDS, typing, 'unitKinds'), themes: [...(typing['themes'] ?? [])], collective: text('collective') !== '', languages: languagesIn(typing),
    changeTiltakId: text('changeTiltakId') || null, changeDirection: CHANGE_DIRECTIONS.find((one) => one === text('changeDirection')) ?? '', changeReason: text('changeReason'),
    contactName: text('contactName'), contactRole: text('contactRole'), contactEmail: text('contactEmail'), contactPhone: text('contactPhone'),
  };
  return draft;
}

const dayOf = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? '';
const said = (number: number | null): string => (number === null ? '' : String(number));

/** The fields of the form as a saved need fills them: what typing begins from. */
export function typingFrom(need: NeedText & { version: number; lines: readonly Omit<NeedLine, 'receiverName'>[]; parties: readonly { organisationId: string }[]; uh: readonly { organisationId: string; contact: string }[]; egenandelLines: readonly { budgetYear: number; kind: string; note: string; hours: number | null; rate: number | null; amount: number | null }[] }): Typing {
  const { lines, uh, egenandelLines } = need;
  const texts = ['title', 'participants', 'need', 'evidence', 'goals', 'measureDescription', 'staffInvolvement', 'uhUnsettledReason', 'samiPerspective', 'coherence', 'changeDirection', 'changeReason', 'contactName', 'contactRole', 'contactEmail', 'contactPhone'] as const;
  return {
    ...Object.fromEntries(texts.map((name) => [name, [need[name]]])),
    version: [said(need.version)], years: [said(need.years)], periodStart: [dayOf(need.periodStart)], periodEnd: [dayOf(need.periodEnd)], publicUnits: [said(need.publicUnits)], privateUnits: [said(need.privateUnits)],
    targetGroups: need.targetGroups, sectorGoals: need.sectorGoals, evidenceKinds: need.evidenceKinds, unitKinds: need.unitKinds, themes: need.themes,
    collective: need.collective ? ['on'] : [], changeTiltakId: [need.changeTiltakId ?? ''], parties: need.parties.map((party) => party.organisationId),
    ...Object.fromEntries(Object.entries(need.languages).map(([name, language]) => [`lang.${name}`, [language]])),
    ...Object.fromEntries(lines.filter(({ side }) => side === 'network').map((line) => [coordinatorName(line.budgetYear), [said(line.coordinator)]])),
    ...Object.fromEntries(lines.map((line) => [cellName(line.side, line.receiverId, line.budgetYear), [said(line.amount)]])),
    ...Object.fromEntries(uh.flatMap((one, row) => [[`uh.${row}.organisationId`, [one.organisationId]], [`uh.${row}.contact`, [one.contact]]])),
    ...Object.fromEntries(egenandelLines.flatMap((line, row) => Object.entries({ ...line, budgetYear: said(line.budgetYear), hours: said(line.hours), rate: said(line.rate), amount: said(line.amount) }).map(([name, value]) => [`egenandel.${row}.${name}`, [value]]))),
  };
}
