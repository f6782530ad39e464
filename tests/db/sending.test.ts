import { beforeAll, describe, expect, test } from 'vitest';
import { isUndated, lastDayToSend, waitsToBeSent } from '#lib/db/behovsmelding/sending';
import { db } from '#lib/db/client';
import { isTrue } from '#lib/db/values';
import { sendingOf, whyNotSend } from '#lib/domain/behovsmelding/sending';
import { addDays, beginningOf, type Day } from '#lib/domain/day';
import { asColumn, models } from '#prisma/models';
import { day } from '#tests/support/day';
import { makeBehovsmelding, makeWorld, type World } from '#tests/support/world';

const LAST = day('2027-03-01');
const STATES = ['draft', 'returned'] as const;
const ROUNDS = ['open', 'closed'] as const;
const LATE = [null, addDays(LAST, 5)];
const UNTIL = [null, addDays(LAST, -3), addDays(LAST, 9)];
/** The days about which both are asked: around each of those above. */
const ASKED = [-4, -3, -2, 0, 1, 5, 6, 9, 10].map((days) => addDays(LAST, days));

let world: World;
let ids: Readonly<Record<(typeof STATES)[number], string>>;
beforeAll(async () => {
  world = await makeWorld();
  ids = { draft: await makeBehovsmelding(world), returned: await makeBehovsmelding(world, { state: 'returned' }) };
  await models().deadline.updateMany({
    where: { roundId: world.roundId, kind: 'need' },
    data: { lastDay: asColumn(LAST) },
  });
});

const read = (id: string, on: Day) =>
  db()
    .selectFrom('Behovsmelding as n')
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .where('n.id', '=', id)
    .select((eb) => [
      lastDayToSend(eb).as('lastDay'),
      isUndated(eb).as('undated'),
      isTrue(eb(waitsToBeSent(eb, beginningOf(on)), 'is', true)).as('waits'),
    ])
    .executeTakeFirstOrThrow();

const cases = STATES.flatMap((state) =>
  ROUNDS.flatMap((roundState) =>
    LATE.flatMap((lateUntil) =>
      UNTIL.filter((until) => until === null || state === 'returned').map((returnedUntil) => ({
        state,
        roundState,
        lateUntil,
        returnedUntil,
      })),
    ),
  ),
);

describe('until when a need may be sent is one rule, in SQL as in the domain', () => {
  test.each(cases)(
    'a need that is $state in a round that is $roundState, let in until $lateUntil, given back until $returnedUntil',
    async ({ state, roundState, lateUntil, returnedUntil }) => {
      const where = { roundId: world.roundId };
      await models().round.update({ where: { id: world.roundId }, data: { state: roundState } });
      await models().behovsmelding.update({
        where: { id: ids[state] },
        data: { returnedUntil: returnedUntil && asColumn(returnedUntil) },
      });
      await models().lateSending.deleteMany({ where });
      if (lateUntil !== null)
        await models().lateSending.create({
          data: {
            ...where,
            organisationId: world.owner.id,
            until: asColumn(lateUntil),
            reason: 'Skolestart',
            openedById: world.actors.caseworker.userId,
            openedAt: beginningOf(LAST),
          },
        });
      const sending = sendingOf({ state, roundState, needLastDay: LAST, lateUntil, returnedUntil });
      for (const on of ASKED) {
        const { lastDay, undated, waits } = await read(ids[state], on);
        const why = whyNotSend(sending, on);
        expect([on, !undated && on > lastDay]).toEqual([on, why?.code === 'after-deadline']);
        // In an open round it waits also past its day: its owner is told that it is late.
        expect([on, waits]).toEqual([on, roundState === 'open' || why === null]);
      }
    },
  );
});
