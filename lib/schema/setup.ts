import { z } from 'zod';
import { OWNER_KINDS, PROGRAMMES, TARGET_GROUPS, UNIT_KINDS } from '#lib/domain/states';
import { Id, aDay, kroner, oneOf, requiredText, text, whole } from '#lib/schema/fields';

const number = (min: number, max: number) => whole(min, max).pipe(z.number('required'));
/** One or more of a closed list: a form sends one tick as text, several as a list, none as nothing. */
const ticked = <const T extends string>(list: readonly [T, ...T[]]) =>
  z.preprocess(
    (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
    z
      .array(oneOf(list), 'malformed')
      .min(1, 'too-few')
      .max(list.length, 'too-long')
      .transform((all) => [...new Set(all)]),
  );
const enforcement = oneOf(['require', 'warn', 'none']);

/** A rule set as it is written: `id` is the one it goes on from, empty for the first of a programme. */
export const SaveRules = z
  .object({
    countyId: Id,
    id: z.union([z.literal(''), Id], 'malformed').transform((value) => (value === '' ? null : value)),
    programme: oneOf(PROGRAMMES),
    name: requiredText(200),
    validFrom: aDay,
    legalBasis: requiredText(500),
    egenandelPercent: number(0, 99),
    egenandelBase: oneOf(['total-grant', 'owner-grant', 'total-budget']),
    egenandelEnforcement: enforcement,
    egenandelTolerance: kroner.transform((typed) => typed ?? 0),
    egenandelSource: requiredText(1000),
    splitNetwork: number(0, 100),
    splitUh: number(0, 100),
    splitLevel: oneOf(['tiltak', 'region', 'round']),
    splitEnforcement: enforcement,
    splitSource: requiredText(1000),
    maxYears: number(1, 10),
    maxYearsSource: requiredText(1000),
    applicantKinds: ticked(OWNER_KINDS),
    targetGroups: ticked(TARGET_GROUPS),
    unitKinds: ticked(UNIT_KINDS),
    collectiveOnly: z.preprocess((tick) => tick === 'on', z.boolean()),
    demandsSource: requiredText(1000),
  })
  .transform(({ countyId, id, programme, ...values }) => ({ countyId, id, programme, values }));

/** The deadlines of a programme as they fall in one year. */
export const SaveDeadlines = z
  .object({
    countyId: Id,
    programme: oneOf(PROGRAMMES),
    year: number(2017, 2100),
    need: aDay,
    innstilling: aDay,
    decision: aDay,
    plan: aDay,
    report: aDay,
  })
  .transform(({ countyId, programme, year, ...deadlines }) => ({ countyId, programme, year, deadlines }));

export const AddTheme = z.object({ countyId: Id, name: requiredText(200), from: aDay });
export const EndTheme = z.object({ countyId: Id, id: Id, on: aDay });
export const SetProgrammes = z.object({ id: Id, programmes: ticked(PROGRAMMES) });

/** A new year: what was read of the plan, and the budget of each programme; none means it is not opened now. */
export const OpenYear = z.object({
  countyId: Id,
  year: number(2017, 2100),
  seen: text(4000),
  budget: z.preprocess((typed) => typed ?? {}, z.partialRecord(z.enum(PROGRAMMES, 'malformed'), kroner, 'malformed')),
});

/** Which county's set-up, of which programme or rule set, and for which year; what makes no sense is left out. */
export const SetupFor = z.object({
  fylke: Id.optional().catch(undefined),
  ordning: z.enum(PROGRAMMES).optional().catch(undefined),
  regler: Id.optional().catch(undefined),
  aar: z.coerce.number().int().min(2017).max(2100).optional().catch(undefined),
});
