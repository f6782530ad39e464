import { addYears, type Day } from '#lib/domain/day';
import { whoMay, type Addressee } from '#lib/domain/message/addressee';
import { merge, only, type Changes, type SavedFields } from '#lib/domain/form/merge';
import { conflict, done, invalid, refused, type Decision } from '#lib/domain/outcome';
import { moneyOfYear } from './money';
import {
  FIELDS_OF,
  type HalfField,
  kindInHalf,
  missingInHalf,
  textsOf,
  tidiedHalf,
  typedHalf,
  typingOfHalf,
} from './form';
import { hasUh, type Half, type HalfFields, type Report, type ReportLanguages } from './report';
import { halfEgenandelRefusals } from './egenandel';
import { languageName, soundIn } from '#lib/domain/form/table';
import type { TiltakStatus } from '#lib/domain/states';

/** One half as the policy sees it: its parties are those who file it. */
interface HalfSubject {
  readonly countyId: string;
  readonly forumId: string;
  readonly state: Half['state'];
  readonly ownerIds: readonly string[];
  readonly delegatedRegionIds: readonly string[];
  readonly uhIds: readonly string[];
}
export interface HalfCase extends HalfSubject {
  readonly half: Half;
  readonly report: Report;
}

/** The owner's half belongs to the owner and whoever it has delegated to; a UH's half to that UH alone. */
export function halfSubject(
  report: Pick<Report, Exclude<keyof HalfSubject, 'state'>>,
  half: Pick<Half, 'side' | 'organisationId' | 'state'>,
): HalfSubject {
  const { countyId, forumId, ownerIds, delegatedRegionIds } = report;
  const place = { countyId, forumId, state: half.state };
  if (half.side === 'owner') return { ...place, ownerIds, delegatedRegionIds, uhIds: [] };
  return {
    ...place,
    ownerIds: [],
    delegatedRegionIds: [],
    uhIds: half.organisationId === null ? [] : [half.organisationId],
  };
}

/** Those who file this half. */
export const filersOf = (report: Report, half: Half): Addressee[] => whoMay('report.save', halfSubject(report, half));

/** A half of the report, by its id; null when it is not there. */
export function halfCase(report: Report, id: string): HalfCase | null {
  const half = report.halves.find((one) => one.id === id);
  return half === undefined ? null : { ...halfSubject(report, half), half, report };
}

/** What is written now. A field that is left out stays as it was. */
export type WrittenFields = { readonly [F in HalfField]?: HalfFields[F] | undefined } & {
  readonly languages?: ReportLanguages | undefined;
};
export type Written = WrittenFields & { readonly version: number };

/** The half with what is written now, of the fields that its side has. */
export function withWritten(half: Half, written: WrittenFields): Half {
  const given = FIELDS_OF[half.side]
    .filter((field) => written[field] !== undefined)
    .map((field) => [field, written[field]] as const);
  return { ...half, ...Object.fromEntries(given), languages: { ...half.languages, ...written.languages } };
}

/** What a save changes in a half, what of it is wrong, and what another has written where both have changed. */
export interface SavedHalf extends SavedFields {
  readonly half: Half;
  readonly fields: readonly (keyof HalfFields)[];
}

/** A draft field by field: what is right is taken, whatever is wrong with the rest. */
export function decideHalfSave({ half }: HalfCase, { began, typed }: Changes): Decision<SavedHalf> {
  const { sound, wrong } = soundIn(kindInHalf, typed);
  const { typing, taken, clashes } = merge(typingOfHalf(half), {
    began: tidiedHalf(began),
    typed: { ...only({}, Object.keys(sound)), ...tidiedHalf(sound) },
  });
  const fields = FIELDS_OF[half.side].filter((field) => taken.includes(field));
  const marked = textsOf(half.side)
    .map(languageName)
    .filter((field) => taken.includes(field));
  const saved = typedHalf(half, only(typing, [...fields, ...marked]));
  return done({
    half: saved,
    fields: marked.length > 0 ? [...fields, 'languages'] : fields,
    stored: only(typing, Object.keys(sound)),
    wrong,
    clashes,
  });
}

/** Filing: the core fields are there, and no more is asked carried over than is unspent. In time or late: a report may always be filed. */
export function decideFile({ half, report }: HalfCase, written: Written): Decision<Half> {
  if (written.version !== half.version) return conflict;
  const filed = withWritten(half, written);
  const missing = missingInHalf(filed, moneyOfYear(report, filed), hasUh(report));
  return missing.length > 0
    ? invalid(Object.fromEntries(missing.map(({ field, code }) => [field, code])))
    : done(filed);
}

/** Giving a half back to its party with a comment. */
export function decideReturn(
  { half }: HalfCase,
  { version, comment }: { version: number; comment: string },
): Decision<string> {
  return version === half.version ? done(comment) : conflict;
}

/** The report that follows, and who files it. */
export interface NextReport {
  readonly year: number;
  readonly dueOn: Day;
  readonly uhIds: readonly string[];
}
/** What accepting the last half sets going; null while other halves wait. */
export interface Closing {
  readonly tiltakStatus: TiltakStatus | null;
  readonly next: NextReport | null;
}

/** The report after this one: for the next year with money, granted or carried over. Null when nothing is left to report. */
export function nextReport({
  year,
  dueOn,
  halves,
  lines,
}: Pick<Report, 'year' | 'dueOn' | 'halves' | 'lines'>): NextReport | null {
  const carried = halves.filter((half) => (half.carryOverAsked ?? 0) > 0);
  const granted = lines.filter((line) => line.budgetYear > year && line.amount !== 0);
  const years = [...granted.map((line) => line.budgetYear), ...(carried.length > 0 ? [year + 1] : [])];
  if (years.length === 0) return null;
  const next = Math.min(...years);
  const uhs = [
    ...granted.filter((line) => line.side === 'uh' && line.budgetYear === next).map((line) => line.receiverId),
    ...carried.filter((half) => half.side === 'uh').map((half) => half.organisationId),
  ];
  const uhIds = [...new Set(uhs.filter((id) => id !== null))];
  return {
    year: next,
    dueOn: addYears(dueOn, next - year),
    uhIds,
  };
}

/** Accepting: the owner's half only with its egenandel, where the rule set requires it. The last half accepted closes the year. */
export function decideAccept({ half, report }: HalfCase, { version }: { version: number }): Decision<Closing | null> {
  if (version !== half.version) return conflict;
  const refusals = half.side === 'owner' ? halfEgenandelRefusals(report, half.egenandel) : [];
  if (refusals.length > 0) return refused(...refusals);
  if (report.halves.some((one) => one.id !== half.id && one.state !== 'accepted')) return done(null);
  const owner = report.halves.find((one) => one.side === 'owner');
  return done({ tiltakStatus: owner?.status ?? null, next: nextReport(report) });
}
