import { PARTS } from '#lib/domain/behovsmelding/begin';
import { COMMENTED } from '#lib/domain/behovsmelding/form';
import { SIDES } from '#lib/domain/states';
import { z } from 'zod';
import { aDay, day, email, Id, kroner, oneOf, requiredText, text, whole } from './fields';
import { Attend, changes } from './form';

/** A new need: for which owner, in which round. */
const CreateBehovsmelding = z.object({ ownerId: Id, roundId: Id });

const given = <T>(field: z.ZodType<T | null>) =>
  field.transform((value, context): T => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });
/** The version a page was read at. */
export const Version = given(whole(1, 2_000_000_000));

/** What is changed in a draft, field by field. What each field says is read by the form's table. */
export const SaveBehovsmelding = changes();

/** Sending, with the version one has read where the page knows it. */
export const SubmitBehovsmelding = z.object({
  id: Id,
  version: z.preprocess((value) => value ?? null, whole(1, 2_000_000_000)),
});
export const ThisBehovsmelding = z.object({ id: Id });
export const AskApproval = z.object({ id: Id });
export const ReturnBehovsmelding = z.object({ id: Id, comment: requiredText(2000) });

/** Giving a need back to its owner: what must be put right in all, until when, and field by field. */
export const GiveBack = ReturnBehovsmelding.extend({
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

const idOrNull = z
  .preprocess((value) => value ?? '', z.union([Id, z.literal('')], 'malformed'))
  .transform((id) => (id === '' ? null : id));
const parts = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(oneOf(PARTS), 'malformed').max(PARTS.length, 'too-long'),
);

/** A new need: for which owner, in which round, what it takes from an earlier one, and which granted tiltak it asks to change. */
export const BeginBehovsmelding = CreateBehovsmelding.extend({
  fromId: idOrNull,
  fromTiltakId: idOrNull,
  changeTiltakId: idOrNull,
  take: parts,
});

/** What the page for a new need may begin from. What an address does not spell right is left out. */
export const NewBehovsmeldingFor = z.object({
  fra: Id.optional().catch(undefined),
  tiltak: Id.optional().catch(undefined),
  endre: Id.optional().catch(undefined),
});

const optional = (max: number) => z.preprocess((value) => value ?? '', text(max));

/** A UH knows the need: whom to talk to there. */
export const ConfirmBehovsmelding = z.object({
  id: Id,
  contact: requiredText(200),
  contactRole: optional(200),
  contactEmail: z.preprocess((value) => value ?? '', email),
  contactPhone: optional(40),
});
export const DeclineBehovsmelding = z.object({ id: Id, reason: requiredText(1000) });
export const ShareBehovsmelding = z.object({ id: Id, organisationId: Id });
export const RemovePartner = z.object({ id: Id, organisationId: Id });

/** A UH's part of a need, by both: the need's id and the UH's. */
const PartId = z.string('malformed').regex(/^[A-Za-z0-9-]{1,64}_[A-Za-z0-9-]{1,64}$/, 'malformed');
const parted = <T extends { id: string }>({ id, ...rest }: T) => {
  const [need = '', organisationId = ''] = id.split('_');
  return { ...rest, id: need, organisationId };
};

/** What is changed in a UH's own part. */
export const SaveUhPart = changes(PartId).transform(parted);
export const AttendPart = Attend.extend({ id: PartId }).transform(parted);

export const AddSubPartner = z.object({
  id: Id,
  throughId: Id,
  name: requiredText(200),
  country: optional(100),
  what: optional(1000),
});
export const RemoveSubPartner = z.object({ id: Id, subPartnerId: Id });
export const ConfirmForOwner = z.object({ id: Id });
export const ObjectForOwner = z.object({ id: Id, objection: requiredText(2000) });

const PAPER_CELL = /^(network|uh)_(\d{4})$/;
const OWN = /^year_(\d{4})$/;
const cells = (name: RegExp) =>
  z.preprocess(
    (value) => value ?? {},
    z
      .record(z.string().regex(name, 'malformed'), kroner, 'malformed')
      .refine((all) => Object.keys(all).length <= 40, 'too-long'),
  );
const Lines = cells(PAPER_CELL).transform((all) =>
  Object.entries(all).flatMap(([key, amount]) => {
    const [, side, year] = PAPER_CELL.exec(key) ?? [];
    const found = SIDES.find((one) => one === side);
    return found === undefined ? [] : [{ side: found, budgetYear: Number(year), amount }];
  }),
);

const Own = cells(OWN).transform((all) =>
  Object.entries(all).map(([key, amount]) => ({ budgetYear: Number(OWN.exec(key)?.[1]), amount })),
);

/** A need that came on paper: what stands on its first page, and the sheets as a file, if any. */
export const RegisterPaper = z.object({
  id: Id,
  ownerId: z.union([Id, z.literal('')], 'malformed').refine((id) => id !== '', 'required'),
  title: requiredText(200),
  receivedOn: aDay,
  uhId: z.union([Id, z.literal('')], 'malformed').transform((id) => (id === '' ? null : id)),
  lines: Lines,
  egenandel: Own,
  file: z.instanceof(File, { message: 'malformed' }).nullable(),
});
