import { PUBLIC } from '#lib/domain/may';
import type { Actor } from '#lib/domain/policy';

/** Who asks (roles read from the database now) and when. The only place that asks the clock for a request. */
export function currentContext(): Promise<{ actor: Actor; now: Date }> {
  return Promise.resolve({ actor: PUBLIC, now: new Date() });
}
