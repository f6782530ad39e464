import { z } from 'zod';
import { LONG_TEXTS } from '#lib/domain/behovsmelding';
import { parseKroner } from '#lib/domain/kroner';
import { CHANGE_DIRECTIONS, EGENANDEL_KINDS, EVIDENCE_KINDS, SECTOR_GOALS, SIDES, TARGET_GROUPS, TEXT_LANGUAGES, UNIT_KINDS } from '#lib/domain/states';
import { day, Id, kroner, oneOf, requiredText, text, whole } from './fields';

/** A new need: for which owner, in which round. */
export const CreateNeed = z.object({ ownerId: Id, roundId: Id });

const LIMIT = 200;
/** Rows by the name they have in the form, at most as many as anybody means. */
const rows = <T extends z.ZodType>(key: z.ZodString, row: T) =>
  z.preprocess((value) => value ?? {}, z.record(key, row, 'malformed').refine((all) => Object.keys(all).length <= LIMIT, 'too-long'));
const Index = z.string().regex(/^\d{1,3}$/, 'malformed');

/** Several records by their ids, each once. */
const someIds = z.preprocess((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value), z.array(Id, 'malformed').max(LIMIT, 'too-long').transform((all) => [...new Set(all)]));

/** Some of a closed list, each once; a form sends one tick as text, several as a list, none as nothing. */
const someOf = <const T extends string>(list: readonly [T, ...T[]]) =>
  z.preprocess((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value), z.array(oneOf(list), 'malformed').max(list.length, 'too-long').transform((all) => [...new Set(all)]));

const email = text(200).pipe(z.string().refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'not-an-email'));
const given = <T>(field: z.ZodType<T | null>) => field.transform((value, context): T => {
  if (value !== null) return value;
  context.addIssue({ code: 'custom', message: 'required' });
  return z.NEVER;
});
/** The version a page was read at. */
export const Version = given(whole(1, 2_000_000_000));

const CELL = /^(network|uh)_([A-Za-z0-9-]{1,64})_(\d{4})$/;
const Lines = rows(z.string().regex(CELL, 'malformed'), kroner).transform((cells) => Object.entries(cells).flatMap(([key, amount]) => {
  const [, side, receiverId, year] = CELL.exec(key) ?? [];
  const found = SIDES.find((one) => one === side);
  return found === undefined || receiverId === undefined ? [] : [{ side: found, receiverId, budgetYear: Number(year), amount }];
}));

const EgenandelRow = z.object({ budgetYear: given(whole(2000, 2200)), kind: oneOf(EGENANDEL_KINDS), note: text(200), hours: whole(0, 1_000_000), rate: kroner, amount: kroner });
/** Hours × rate decides the amount where both are given; a row with nothing in it is no line. */
const Egenandel = rows(Index, EgenandelRow.transform((row, context) => {
  if ((row.hours === null) !== (row.rate === null)) context.addIssue({ code: 'custom', path: ['hours'], message: 'hours-and-rate' });
  if (row.hours === null || row.rate === null) return row;
  const product = parseKroner(String(row.hours * row.rate));
  if (product.ok) return { ...row, amount: product.value };
  context.addIssue({ code: 'custom', path: ['amount'], message: product.error });
  return z.NEVER;
})).transform((all) => Object.entries(all).map(([key, row]) => ({ key, ...row })).filter((row) => row.note !== '' || row.hours !== null || row.amount !== null));

const Partners = rows(Index, z.object({ organisationId: z.union([Id, z.literal('')], 'malformed'), contact: text(200) }))
  .transform((all) => Object.entries(all).map(([key, row]) => ({ key, ...row })).filter((row) => row.organisationId !== ''));

/** How much of the network's goes to coordinating, by year. */
const Coordinator = rows(z.string().regex(/^\d{4}$/, 'malformed'), kroner).transform((years) => Object.entries(years).map(([year, amount]) => ({ budgetYear: Number(year), amount })));

/** The language of each long text; one that is not said is the owner's. */
const Languages = z.preprocess((value) => value ?? {}, z.partialRecord(z.enum(LONG_TEXTS, 'malformed'), oneOf(TEXT_LANGUAGES), 'malformed'));

/** A choice of one record, or none. */
const idOrNone = z.preprocess((value) => value ?? '', z.union([Id, z.literal('')], 'malformed')).transform((id) => (id === '' ? null : id));

/** A draft: everything may be left out, but what is given is well-formed. Lengths as on the form. */
export const SaveNeed = z.object({
  id: Id, version: Version, title: text(200), years: given(whole(1, 10)), periodStart: day, periodEnd: day,
  publicUnits: whole(0, 10_000), privateUnits: whole(0, 10_000), participants: text(1000), unitKinds: someOf(UNIT_KINDS), targetGroups: someOf(TARGET_GROUPS), themes: someIds, sectorGoals: someOf(SECTOR_GOALS),
  need: text(4000), evidenceKinds: someOf(EVIDENCE_KINDS), evidence: text(2000), goals: text(4000), measureDescription: text(4000), staffInvolvement: text(2000),
  uhUnsettledReason: text(1000), samiPerspective: text(2000), coherence: text(2000),
  contactName: text(200), contactRole: text(200), contactEmail: email, contactPhone: text(40),
  collective: z.preprocess((ticked) => ticked === 'on', z.boolean()), changeTiltakId: idOrNone, changeDirection: z.preprocess((value) => value ?? '', oneOf(CHANGE_DIRECTIONS)), changeReason: text(2000),
  lang: Languages, lines: Lines, coordinator: Coordinator, egenandel: Egenandel, uh: Partners, parties: someIds,
}).transform(({ id, version, lines, coordinator, egenandel, uh, parties, lang, ...text }) => ({ id, version, lines, coordinator, egenandel, uh, parties, text: { ...text, languages: lang } }));

/** Sending, with the version one has read where the page knows it. */
export const SubmitNeed = z.object({ id: Id, version: z.preprocess((value) => value ?? null, whole(1, 2_000_000_000)) });
export const WithdrawNeed = z.object({ id: Id });
export const ReturnNeed = z.object({ id: Id, comment: requiredText(2000) });
