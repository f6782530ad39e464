import { z } from 'zod';
import { REPORT_LIMITS, REPORT_STATUSES, type ReportText } from '#lib/domain/report/report';
import { languageField } from '#lib/domain/report/typed';
import { HALF_STATES, SAMI_DEGREES, TEXT_LANGUAGES } from '#lib/domain/states';
import { Version } from './behovsmelding';
import { judgedChanges } from './form';
import { Id, kroner, oneOf, requiredText, text, whole } from './fields';

/** A choice that may be left open. */
const choice = <const T extends string>(list: readonly [T, ...T[]]) =>
  z.union([z.literal(''), oneOf(list)], 'not-in-list').transform((value) => (value === '' ? null : value));
/** A ticked box; a form sends «nei» in front of it, so that no tick is an answer too. */
const tick = z
  .union([z.boolean(), z.enum(['ja', 'nei'])], 'malformed')
  .transform((value) => value === true || value === 'ja');

const L = REPORT_LIMITS;
/** A half as it is written now: everything may be left out, but what is given is well-formed. */
const Written = z
  .object({
    status: choice(REPORT_STATUSES),
    statusReason: text(L.statusReason),
    goals: text(L.goals),
    goalAttainment: text(L.goalAttainment),
    participants: text(L.participants),
    spent: kroner,
    spentIsEstimate: tick,
    carryOverAsked: kroner,
    carryReason: text(L.carryReason),
    egenandel: kroner,
    egenandelUsedFor: text(L.egenandelUsedFor),
    coordinatorFunds: kroner,
    anchoring: text(L.anchoring),
    samiDegree: choice(SAMI_DEGREES),
    samiText: text(L.samiText),
    uhCooperation: text(L.uhCooperation),
    uhUseOfExperience: text(L.uhUseOfExperience),
    coherence: text(L.coherence),
    comment: text(L.comment),
  })
  .partial();

const TEXTS = Object.keys(L) as [ReportText, ...ReportText[]];
const FIELDS: Readonly<Record<string, z.ZodType>> = {
  ...Written.shape,
  spentIsEstimate: z.enum(['', 'ja', 'nei'], 'malformed'),
  ...Object.fromEntries(TEXTS.map((text) => [languageField(text), oneOf(TEXT_LANGUAGES)])),
};
/** A draft, field by field. */
export const SaveHalf = judgedChanges((name) => (Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined));

/** Filing keeps what is written in the same step. */
export const WriteHalf = Written.extend({
  id: Id,
  version: Version,
  languages: z.partialRecord(oneOf(TEXTS), oneOf(TEXT_LANGUAGES), 'malformed').optional(),
});
export const ReturnHalf = z.object({ id: Id, version: Version, comment: requiredText(2000) });
export const AcceptHalf = z.object({ id: Id, version: Version });

const PAGE = 100;
/** The list of reports: in one state or all, and which page. Anything odd in the address is the first page of all. */
export const ReportFilter = z
  .object({ tilstand: oneOf(HALF_STATES).nullable().catch(null), side: whole(1, 10_000).catch(1) })
  .transform(({ tilstand, side }) => ({ state: tilstand, page: side ?? 1, size: PAGE }));
