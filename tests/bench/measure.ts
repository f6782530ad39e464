/** Milliseconds that each of many calls took. */
export type Times = readonly number[];

const at = (times: Times, share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
export const median = (times: Times): number => at(times, 0.5);
export const p95 = (times: Times): number => at(times, 0.95);

/** Calls `work` so many times, by so many clients who each wait for their answer before they ask again. */
export async function timed(work: () => Promise<unknown>, calls: number, clients: number): Promise<number[]> {
  const times: number[] = [];
  let left = calls;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const begun = performance.now();
      await work();
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

export interface Compared {
  readonly ours: Times;
  readonly bare: Times;
}
const WARM = 30;
const TURN = 25;

/** Ours and the bare in turns, so that whatever slows the machine slows both; warmed up first. */
export async function inTurns(
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
  calls: number,
  clients: number,
): Promise<Compared> {
  const found = { ours: [] as number[], bare: [] as number[] };
  await timed(ours, WARM, clients);
  await timed(bare, WARM, clients);
  for (let done = 0; done < calls; done += TURN) {
    found.ours.push(...(await timed(ours, TURN, clients)));
    found.bare.push(...(await timed(bare, TURN, clients)));
  }
  return found;
}

/** How many calls of `inTurns` one side makes in all. */
export const callsOf = (calls: number): number => WARM + Math.ceil(calls / TURN) * TURN;
