import { z } from 'zod';
import { HALF, REPORT_TEXTS } from '#lib/domain/report/form';
import { HALF_STATES, TEXT_LANGUAGES } from '#lib/domain/states';
import { Version } from './behovsmelding';
import { changes } from './form';
import { Id, oneOf, requiredText, shapeOf, whole } from './fields';

/** A draft, field by field. */
export const SaveHalf = changes();

/** A half as it is written now: everything may be left out, but what is given is well-formed. */
const Written = z.object(shapeOf(HALF)).partial();

/** Filing keeps what is written in the same step. */
export const WriteHalf = Written.extend({
  id: Id,
  version: Version,
  languages: z.partialRecord(oneOf(REPORT_TEXTS), oneOf(TEXT_LANGUAGES), 'malformed').optional(),
});
export const ReturnHalf = z.object({ id: Id, version: Version, comment: requiredText(2000) });
export const AcceptHalf = z.object({ id: Id, version: Version });

const PAGE = 100;
/** The list of reports: in one state or all, and which page. Anything odd in the address is the first page of all. */
export const ReportFilter = z
  .object({ tilstand: oneOf(HALF_STATES).nullable().catch(null), side: whole(1, 10_000).catch(1) })
  .transform(({ tilstand, side }) => ({ state: tilstand, page: side ?? 1, size: PAGE }));
