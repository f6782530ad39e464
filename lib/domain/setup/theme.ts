import { dayOf } from '#lib/domain/round/time';
import { done, invalid, refused, type Decision } from '#lib/domain/outcome';

/** A theme of a county, from its first day until, not including, `to`. */
export interface Theme {
  id: string;
  name: string;
  from: Date;
  to: Date | null;
}

/** A theme the county does not have, whatever the letters' size. */
export function decideTheme(
  before: { themes: readonly Theme[] },
  input: { name: string; from: Date },
): Decision<{ name: string; from: Date }> {
  const there = before.themes.find(({ name }) => name.toLowerCase() === input.name.toLowerCase());
  return there === undefined ? done(input) : refused({ code: 'theme-exists', name: there.name });
}

/** Ends a theme; needs that name it keep it. */
export function decideThemeEnd(
  before: { themes: readonly Theme[] },
  { id, on }: { id: string; on: Date },
): Decision<{ theme: Theme; to: Date }> {
  const theme = before.themes.find((one) => one.id === id);
  if (theme === undefined) return invalid({ on: 'malformed' });
  if (on <= theme.from) return invalid({ on: 'end-before-start' });
  return theme.to !== null && theme.to <= on ? invalid({ on: 'out-of-range' }) : done({ theme, to: on });
}

/** Whether a theme holds on a day. */
export const themeHolds = ({ from, to }: Theme, day: string): boolean =>
  dayOf(from) <= day && (to === null || dayOf(to) > day);
