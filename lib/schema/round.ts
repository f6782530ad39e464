import { z } from 'zod';
import { LACKS, NEED_SORTS } from '#lib/domain/need-list';
import { DEADLINE_KINDS, NEED_STATES, PROGRAMMES } from '#lib/domain/states';
import { day, Id, kroner, oneOf, text, whole } from '#lib/schema/fields';

const aDay = day.pipe(z.date('required'));
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
export const RoundNeeds = z.object({
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
