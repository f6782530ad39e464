import type { Programme } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';

/** What a round is called everywhere: «DEKOMP Nordland 2027», and without its county where that is known: «DEKOMP 2027». */
export const roundName = (
  t: Texts,
  { programme, countyName, year }: { programme: Programme; countyName?: string; year: number },
): string => [t.round.short[programme], countyName, year].filter((part) => part !== undefined).join(' ');
