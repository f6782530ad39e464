import { METHODS } from '#lib/domain/tildeling/methods';
import { z } from 'zod';
import { aDay, Id, kroner, mustBeGiven, oneOf, requiredText, text, whole } from './fields';

/** An empty choice is none. */
const optional = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .nullish()
    .transform((value) => value ?? null);
/** An id of the round, or nothing. */
const OptionalId = optional(Id);
/** Chosen ids; one from a single box, none for all. */
const ChosenIds = z
  .union([Id.transform((id) => [id]), z.array(Id).max(5000)])
  .nullish()
  .transform((ids) => ids ?? null);

const Row = z.object({ network: kroner.default(null), uh: kroner.default(null), reason: text(2000).default('') });
const Weight = whole(0, 1_000_000_000).transform((weight) => weight ?? 0);

/** How a suggestion is made: asked for in the address, and sent along when it is saved. */
const Choice = {
  method: optional(oneOf(METHODS)),
  last: oneOf(['partly', 'not-at-all'])
    .nullish()
    .transform((last) => last ?? 'partly'),
  weights: z
    .record(Id, Weight)
    .nullish()
    .transform((weights) => weights ?? {}),
};

/** The version of a record that a page showed; a page that does not know it leaves it out. */
const Seen = z.preprocess((value) => value ?? null, whole(1, 2_000_000_000));
const Versions = z
  .record(
    Id,
    whole(1, 2_000_000_000).transform((version) => version ?? 0),
  )
  .nullish()
  .transform((versions) => versions ?? {});

/** A working version: an amount to each side of each need, by the need's id, on top of the version one began from. */
export const AllocateRound = z.object({
  id: Id,
  version: Seen,
  rows: z.record(Id, Row).default({}),
  reserve: kroner.default(null),
  ...Choice,
});

/** The workbench, with or without a suggestion. */
export const WorkbenchInput = z.object({ id: Id, ...Choice });

/** The drafts to propose; all when none is named. */
export const ChosenInRound = z.object({ id: Id, ids: ChosenIds });

/** The proposals to approve, each in the version that was read. */
export const ApproveRound = z.object({ id: Id, ids: ChosenIds, versions: Versions });

/** The proposals to send back, and what must be changed. */
export const ReturnRound = z.object({ id: Id, ids: ChosenIds, comment: requiredText(2000) });

const Place = { id: Id, regionId: OptionalId, behovsmeldingId: OptionalId };

export const AskSplit = z.object({ ...Place, reason: requiredText(2000) });

export const RegisterAgreement = z.object({
  ...Place,
  parties: requiredText(500),
  uhPercent: mustBeGiven(whole(0, 100)),
  agreedOn: aDay,
});

export const ApproveTildeling = z.object({ id: Id, version: Seen });

export const ReturnTildeling = z.object({ id: Id, comment: requiredText(2000) });

/** The list, a page at a time. */
export const TildelingList = z.object({
  page: whole(1, 100_000)
    .catch(1)
    .default(1)
    .transform((page) => page ?? 1),
});
