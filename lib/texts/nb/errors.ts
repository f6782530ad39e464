import type { FieldError } from '#lib/domain/form/field-errors';

/** What the error pages say. A reference is what the reader can quote to whoever helps. */
export const errors = {
  bugTitle: 'Noe gikk galt hos oss',
  bugBody: 'Det du gjorde, ble kanskje ikke lagret. Prøv igjen. Skjer det på nytt, send oss referansen under.',
  reference: 'Referanse',
  tryAgain: 'Prøv igjen',
  toStart: 'Gå til forsiden',
  missingTitle: 'Siden finnes ikke, eller du har ikke tilgang til den',
  missingBody:
    'Sjekk at adressen er riktig. Mener du at du skal ha tilgang, kan du spørre Statsforvalteren i fylket ditt.',
  conflict:
    'Noen andre har lagret mens du skrev. Det du skrev, står her fortsatt. Åpne siden i et nytt vindu og se hva som er endret, før du prøver igjen.',
  notNow: 'Dette er ikke mulig nå. Det kan ha skjedd noe siden du åpnet siden, eller du har ikke lenger tilgang.',
};

/** What stands at a field that is not as it should be. */
export const fieldErrors: Record<FieldError, string> = {
  required: 'Dette må fylles ut.',
  malformed: 'Dette kan vi ikke lese. Skriv eller velg på nytt.',
  'bad-character': 'Teksten har et tegn vi ikke kan lagre. Skriv den på nytt.',
  'too-long': 'Teksten er for lang.',
  'too-few': 'Velg minst ett alternativ.',
  'not-in-list': 'Velg et av alternativene i listen.',
  'not-a-date': 'Skriv en dato som finnes.',
  'not-an-email': 'Skriv en e-postadresse, for eksempel kari@kommune.no.',
  'end-before-start': 'Slutten må komme etter starten.',
  empty: 'Skriv et beløp. Er det ingenting, skriv 0.',
  negative: 'Beløpet kan ikke være mindre enn null.',
  ore: 'Skriv beløpet i hele kroner, uten øre.',
  'too-large': 'Beløpet er for stort.',
  'not-a-number': 'Skriv et helt tall, bare med siffer.',
  'out-of-range': 'Tallet er for lite eller for stort.',
  'hours-and-rate': 'Fyll ut både timer og timesats, eller ingen av dem.',
  'out-of-order': 'Datoen må være etter fristen som står over.',
  'not-between': 'Datoen må ligge mellom fristen før og fristen etter.',
  'same-day': 'Fristen er denne dagen allerede.',
  'in-the-future': 'Velg en dag som har vært.',
  'no-uh-chosen': 'Velg hvilken UH beløpet er til.',
  'in-the-past': 'Velg en dag som ikke er passert.',
  'after-innstilling': 'Velg en dag som ikke er etter fristen for innstillingen.',
  'not-later': 'Velg en dag etter den første dagen til regelsettet som avløses.',
  'key-not-100': 'Andelene til nettverk og UH må til sammen bli 100\u00a0prosent.',
  'not-an-orgnr':
    'Organisasjonsnummeret er ikke riktig. Det har ni siffer, og det siste kontrollerer de andre. Se etter om et siffer er feil.',
  'already-here': 'Denne personen skriver allerede her.',
  'above-unspent': 'Du kan ikke søke om å overføre mer enn det som er ubrukt.',
  'above-network': 'Koordinatormidlene kan ikke være mer enn det nettverket søker om samme år.',
  'not-confirmed': 'Bekreft at tiltaket er for hele fellesskapet.',
  'above-budget': 'Reserven kan ikke være større enn rammen.',
  'not-asked-for': 'Det er ikke søkt om noe dette året.',
  'too-many-rows': 'Her er det altfor mange linjer. Slå sammen noen av dem.',
  'confirmed-by-uh': 'Partneren har bekreftet kontakten, så den kan ikke endres her. Be dem rette den.',
  'has-own-part':
    'Partneren kan ikke tas bort her, for kladden er delt med dem, eller de har noe eget i den. Bruk siden «Partnere», der du ser hva som blir borte.',
  'changed-meanwhile': 'Noen andre har også endret dette. Velg hva som skal stå.',
  'need-not-sent': 'Behovet er ikke lenger sendt i runden, så dette ble ikke lagret.',
};
