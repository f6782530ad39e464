import { models } from '#prisma/models';
import { MAIL_TOPICS } from '#lib/domain/message/message';

/** A form as it stands where nothing is chosen. */
export const ALL_AT_ONCE = Object.fromEntries(MAIL_TOPICS.map((topic) => [topic, 'at-once']));

/** The same choice for each kind, for these people. */
export async function chooseFor(where: { id?: string }, choice: string): Promise<void> {
  const people = await models().user.findMany({ where, select: { id: true } });
  await models().mailChoice.deleteMany({ where: { userId: { in: people.map(({ id }) => id) } } });
  await models().mailChoice.createMany({
    data: people.flatMap(({ id }) => MAIL_TOPICS.map((topic) => ({ userId: id, topic, choice }))),
  });
}
