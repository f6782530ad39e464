import type { log as nb } from '../nb/log';

export const log: typeof nb = {
  title: 'Logg',
  under: 'Alt som er gjort i fylket, det nyaste først. Ingenting her kan endrast eller slettast.',
  kind: 'Slag',
  anyKind: 'Alle slag',
  kinds: { behovsmelding: 'Behovsmeldingar', dispensation: 'Dispensasjonar', round: 'Rundar', tildeling: 'Tildelingar', half: 'Rapportar', user: 'Personar', organisation: 'Organisasjonar', forum: 'Samarbeidsforum', region: 'Regionar', county: 'Oppsett' },
  record: 'Sak',
  person: 'Person',
  from: 'Frå og med',
  to: 'Til og med',
  when: 'Når',
  what: 'Kva',
  portal: 'Portalen',
  newer: 'Nyare',
  older: 'Eldre',
  page: (page) => `Side ${page}`,
  noneTitle: 'Ingenting å vise',
  none: 'Det finst ingen hendingar som passar med det du har søkt etter. Alt som blir gjort i portalen, kjem her av seg sjølv.',
};
