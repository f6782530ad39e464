import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

/** A process of its own that asks the portal's list over one database. */
export interface Lists {
  /** The milliseconds that the list with this filter took. */
  readonly list: (filter: Readonly<Record<string, string>>) => Promise<number>;
  readonly stop: () => void;
}

const Answer = z.object({ took: z.number().optional(), error: z.string().optional() });

/** Starts the process for a round and somebody who works with it. */
export async function startLists(url: string, roundId: string, userId: string): Promise<Lists> {
  const child = fork('tests/bench/list-process.ts', [roundId, userId], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url },
  });
  const ended = once(child, 'exit').then((): never => {
    throw new Error('The process that asks for lists has ended.');
  });
  ended.catch(() => undefined);
  await Promise.race([once(child, 'message'), ended]);
  const list = async (filter: Readonly<Record<string, string>>): Promise<number> => {
    child.send(filter);
    const said: unknown[] = await Promise.race([once(child, 'message'), ended]);
    const { took, error } = Answer.parse(said[0]);
    if (took === undefined) throw new Error(error);
    return took;
  };
  return { list, stop: () => child.kill() };
}
