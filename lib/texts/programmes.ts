import type { Programme } from '#lib/domain/states';

/** What each programme is called in short: names, alike in both languages. */
export const PROGRAMME_SHORT: Readonly<Record<Programme, string>> = {
  DEKOMP: 'DEKOMP',
  REKOMP: 'REKOMP',
  KOMPETANSELOFTET: 'Kompetanseløftet',
  KOLLEKTIV_2026: 'Kollektiv kompetanseutvikling',
};
