import { isOver } from '#lib/domain/region';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** Whether a region is active, is to be dissolved, or has been, in words. */
export function regionState(region: { dissolvedOn: Date | null }, now: Date, t: Texts): string {
  const words = t.people.region;
  if (region.dissolvedOn === null) return words.active;
  return isOver(region, now) ? words.over(formatDate(region.dissolvedOn)) : words.ends(formatDate(region.dissolvedOn));
}
