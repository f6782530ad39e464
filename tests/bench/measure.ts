/** Milliseconds that each of many calls took, and what ended them before their number was full. */
export interface Measured {
  readonly times: readonly number[];
  readonly failed: string | null;
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
export const median = ({ times }: Measured): number => at(times, 0.5);
export const p95 = ({ times }: Measured): number => at(times, 0.95);

/** What is measured. It may answer the milliseconds itself, when it is done in another process. */
export type Work = () => Promise<unknown>;

const TURN = 10;
const WARM = 5;
const CALLS = 40;
/** What is slow is called fewer times: the whole must end. */
const LONGEST_MS = 6000;

interface Runner {
  readonly work: Work;
  times: number[];
  spent: number;
  failed: string | null;
}

/** Calls the work some times, by so many clients who each wait for their answer before they ask again. */
async function turn(runner: Runner, calls: number, clients: number, longest = LONGEST_MS * clients): Promise<void> {
  let left = calls;
  const client = async (): Promise<void> => {
    while (left > 0 && runner.failed === null && runner.spent < longest) {
      left -= 1;
      const begun = performance.now();
      try {
        const own = await runner.work();
        const took = typeof own === 'number' ? own : performance.now() - begun;
        runner.times.push(took);
        runner.spent += took;
      } catch (error) {
        runner.failed = `${error instanceof Error ? error.message : String(error)} (${((performance.now() - begun) / 1000).toFixed(0)} s)`;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/**
 * The works in turns, so that whatever slows the machine slows all alike, warmed up first. One that fails or has had
 * its time is left out of the turns after.
 */
export async function inTurns(works: readonly Work[], { calls = CALLS, clients = 1 } = {}): Promise<Measured[]> {
  const runners = works.map((work): Runner => ({ work, times: [], spent: 0, failed: null }));
  for (const runner of runners) {
    // The first calls of all compile and plan, and are never the answer.
    await turn(runner, WARM * clients, clients, (LONGEST_MS * clients) / 2);
    Object.assign(runner, { times: [], spent: 0 });
  }
  const goesOn = ({ times, spent, failed }: Runner): boolean =>
    failed === null && times.length < calls && spent < LONGEST_MS * clients;
  while (runners.some(goesOn))
    for (const runner of runners.filter(goesOn))
      await turn(runner, Math.min(TURN * clients, calls - runner.times.length), clients);
  return runners;
}
