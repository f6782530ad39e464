import { z } from 'zod';
import { LONG_TEXTS } from '#lib/domain/behovsmelding';
import {
  CHANGE_DIRECTIONS,
  EGENANDEL_KINDS,
  EVIDENCE_KINDS,
  SECTOR_GOALS,
  TARGET_GROUPS,
  TEXT_LANGUAGES,
  UNIT_KINDS,
} from '#lib/domain/states';
import { changes } from './changes';
import { COMMENTED } from '#lib/domain/comment';
import { day, Id, kroner, oneOf, requiredText, text, whole } from './fields';

/** A new need: for which owner, in which round. */
export const CreateNeed = z.object({ ownerId: Id, roundId: Id });

/** Some of a closed list, each once. */
const someOf = <const T extends string>(list: readonly [T, ...T[]]) =>
  z.array(oneOf(list)).max(list.length, 'too-long');
/** Several records by their ids, each once. */
const someIds = z.array(Id).max(200, 'too-long');

const email = text(200).pipe(
  z.string().refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'not-an-email'),
);
const given = <T>(field: z.ZodType<T | null>) =>
  field.transform((value, context): T => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });
/** The version a page was read at. */
export const Version = given(whole(1, 2_000_000_000));

const idOrNone = z.union([Id, z.literal('')], 'malformed');
/** The need's own fields. Lengths as on the form. */
const FIELDS: Readonly<Record<string, z.ZodType>> = {
  title: text(200),
  years: given(whole(1, 10)),
  periodStart: day,
  periodEnd: day,
  publicUnits: whole(0, 10_000),
  privateUnits: whole(0, 10_000),
  participants: text(1000),
  unitKinds: someOf(UNIT_KINDS),
  targetGroups: someOf(TARGET_GROUPS),
  themes: someIds,
  sectorGoals: someOf(SECTOR_GOALS),
  need: text(4000),
  evidenceKinds: someOf(EVIDENCE_KINDS),
  evidence: text(2000),
  goals: text(4000),
  measureDescription: text(4000),
  staffInvolvement: text(2000),
  uhUnsettledReason: text(1000),
  samiPerspective: text(2000),
  coherence: text(2000),
  contactName: text(200),
  contactRole: text(200),
  contactEmail: email,
  contactPhone: text(40),
  collective: z.enum(['', 'on'], 'malformed'),
  changeTiltakId: idOrNone,
  changeDirection: oneOf(CHANGE_DIRECTIONS),
  changeReason: text(2000),
  parties: someIds,
  ...Object.fromEntries(
    LONG_TEXTS.map((name) => [`lang.${name}`, z.union([z.literal(''), oneOf(TEXT_LANGUAGES)], 'not-in-list')]),
  ),
};
/** The fields of its rows: the cells of the budget, what goes to coordinating, the lines of the egenandel, the partners. */
const ROWS: Readonly<Record<string, z.ZodType>> = {
  lines: kroner,
  coordinator: kroner,
  'egenandel.budgetYear': whole(2000, 2200),
  'egenandel.kind': z.union([z.literal(''), oneOf(EGENANDEL_KINDS)], 'not-in-list'),
  'egenandel.note': text(200),
  'egenandel.hours': whole(0, 1_000_000),
  'egenandel.rate': kroner,
  'egenandel.amount': kroner,
  'uh.organisationId': idOrNone,
  'uh.contact': text(200),
};
const ROW =
  /^(?:(lines)\.(?:network|uh)_[A-Za-z0-9-]{1,64}_\d{4}|(coordinator)\.\d{4}|(egenandel|uh)\.[A-Za-z0-9-]{1,64}\.([a-zA-Z]+))$/;

/** A draft: everything may be left out, but what is given is well-formed. */
export const SaveNeed = changes((name) => {
  if (Object.hasOwn(FIELDS, name)) return FIELDS[name];
  const [, cell, coordinator, group, part] = ROW.exec(name) ?? [];
  return ROWS[cell ?? coordinator ?? `${group ?? ''}.${part ?? ''}`];
});

/** Sending, with the version one has read where the page knows it. */
export const SubmitNeed = z.object({
  id: Id,
  version: z.preprocess((value) => value ?? null, whole(1, 2_000_000_000)),
});
export const WithdrawNeed = z.object({ id: Id });
export const AskApproval = z.object({ id: Id });
export const ReturnNeed = z.object({ id: Id, comment: requiredText(2000) });

/** Giving a need back to its owner: what must be put right in all, until when, and field by field. */
export const GiveBack = ReturnNeed.extend({
  until: day.prefault(''),
  fields: z
    .preprocess(
      (value) => value ?? {},
      z.record(
        z.string().refine((name) => COMMENTED.includes(name), 'not-in-list'),
        text(1000),
        'malformed',
      ),
    )
    .transform((said) => Object.entries(said).flatMap(([field, text]) => (text === '' ? [] : [{ field, text }]))),
});
/** A note that stays with Statsforvalteren. */
export const WriteNote = z.object({ id: Id, text: requiredText(2000) });
