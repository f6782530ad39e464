import type { Logged } from '#lib/schema/log';

const kinds: Record<Logged, string> = {
  behovsmelding: 'Behovsmeldinger',
  dispensation: 'Dispensasjoner',
  round: 'Runder',
  tildeling: 'Tildelinger',
  half: 'Rapporter',
  user: 'Personer',
  organisation: 'Organisasjoner',
  forum: 'Samarbeidsforum',
  region: 'Regioner',
  county: 'Oppsett',
};

export const log = {
  title: 'Logg',
  under: 'Alt som er gjort i fylket, det nyeste først. Ingenting her kan endres eller slettes.',
  kind: 'Slag',
  anyKind: 'Alle slag',
  kinds,
  record: 'Sak',
  person: 'Person',
  from: 'Fra og med',
  to: 'Til og med',
  when: 'Når',
  what: 'Hva',
  portal: 'Portalen',
  newer: 'Nyere',
  older: 'Eldre',
  page: (page: number) => `Side ${page}`,
  noneTitle: 'Ingenting å vise',
  none: 'Det finnes ingen hendelser som passer med det du har søkt etter. Alt som blir gjort i portalen, kommer her av seg selv.',
};
