/** What PostgreSQL said no with: its code, and the name of the constraint or rule. */
export interface Violation {
  sqlState: string;
  name: string | null;
}

interface Cause {
  originalCode?: unknown;
  originalMessage?: unknown;
  constraint?: unknown;
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: unknown;
}

const isCause = (value: unknown): value is Cause => typeof value === 'object' && value !== null;
// Our own triggers raise their rule's name in front of a colon: "round_within_budget: …".
const NAME = /constraint "([a-z0-9_]+)"|(?:^|ERROR: |error: )([a-z0-9_]+): /i;

/** The constraint an error speaks of, however deep Prisma has packed it; null when it is something else. */
export function constraintOf(error: unknown, depth = 0): Violation | null {
  if (!isCause(error) || depth > 6) return null;
  const code = [error.originalCode, error.code].find(
    (c): c is string => typeof c === 'string' && /^[0-9A-Z]{5}$/.test(c) && !c.startsWith('P20'),
  );
  if (code !== undefined) {
    const text = [error.originalMessage, error.message].find((m): m is string => typeof m === 'string') ?? '';
    const found = NAME.exec(text);
    return { sqlState: code, name: found?.[1] ?? found?.[2] ?? null };
  }
  const meta = isCause(error.meta) ? error.meta : {};
  return (
    constraintOf(error.cause, depth + 1) ??
    constraintOf((meta as { driverAdapterError?: unknown }).driverAdapterError, depth + 1)
  );
}
