import { LACKS, NEED_SORTS } from '#lib/domain/behovsmelding/list';
import { DEADLINE_KINDS, NEED_STATES, PROGRAMMES } from '#lib/domain/states';
import { z } from 'zod';
import { aDay, Id, kroner, oneOf, requiredText, text, whole } from './fields';

const deadlines = { need: aDay, innstilling: aDay, decision: aDay, plan: aDay, report: aDay } satisfies Record<
  (typeof DEADLINE_KINDS)[number],
  typeof aDay
>;

/** What a caseworker opens a round with. */
export const OpenRound = z
  .object({
    countyId: Id,
    programme: oneOf(PROGRAMMES),
    year: whole(2017, 2100).pipe(z.number('required')),
    budget: kroner.pipe(z.number('required')),
    reserve: kroner.transform((typed) => typed ?? 0),
    ruleSetId: z.string('required').pipe(Id),
    forumId: z.string('required').pipe(Id),
    ...deadlines,
  })
  .transform(({ need, innstilling, decision, plan, report, ...rest }) => ({
    ...rest,
    deadlines: { need, innstilling, decision, plan, report },
  }));

export const CloseRound = z.object({ id: Id, reason: text(1000) });

/** What the form to open a round asks first; anything unreadable is as if not chosen. */
export const NewRoundFor = z.object({
  programme: z.enum(PROGRAMMES).optional().catch(undefined),
  year: z.coerce.number().int().min(2017).max(2100).optional().catch(undefined),
  countyId: Id.optional().catch(undefined),
});

/** Which needs of a round to list. What an address does not spell right is left out, never an error. */
export const RoundBehovsmeldinger = z.object({
  id: Id,
  state: z.enum(NEED_STATES).exclude(['draft']).optional().catch(undefined),
  region: Id.optional().catch(undefined),
  uh: Id.optional().catch(undefined),
  short: z
    .unknown()
    .optional()
    .transform((typed) => typed === '1' || typed === true),
  lacks: z.enum(LACKS).optional().catch(undefined),
  q: text(100)
    .optional()
    .catch(undefined)
    .transform((typed) => (typed === '' ? undefined : typed)),
  sort: z.enum(NEED_SORTS).catch('number'),
  descending: z
    .unknown()
    .optional()
    .transform((typed) => typed === '1' || typed === true),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** A deadline moved for all in a round. */
export const MoveDeadline = z.object({
  id: Id,
  kind: oneOf(DEADLINE_KINDS),
  lastDay: aDay,
  reason: requiredText(1000),
});
/** Late sending opened for one owner. */
export const OpenLate = z.object({
  id: Id,
  organisationId: z.string('required').pipe(Id),
  until: aDay,
  reason: requiredText(1000),
});

const KEPT = ['state', 'region', 'uh', 'short', 'lacks', 'q', 'sort', 'descending'];

/** The words of an address that filter or sort, and no others. */
const query = text(1000).transform((typed) =>
  new URLSearchParams([...new URLSearchParams(typed)].filter(([name]) => KEPT.includes(name))).toString(),
);

/** A filter kept by name; `back` is the round it is kept from. */
export const KeepFilter = z.object({ name: requiredText(60), query, roundId: Id });
export const ForgetFilter = z.object({ id: Id, roundId: Id });
