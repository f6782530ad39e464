import type { FieldError } from '#lib/domain/form/field-errors';

import type { errors as nbErrors } from '#lib/texts/nb/errors';

export const errors: typeof nbErrors = {
  bugTitle: 'Noko gjekk gale hos oss',
  bugBody: 'Det du gjorde, vart kanskje ikkje lagra. Prøv igjen. Skjer det på nytt, send oss referansen under.',
  reference: 'Referanse',
  tryAgain: 'Prøv igjen',
  toStart: 'Gå til framsida',
  missingTitle: 'Sida finst ikkje, eller du har ikkje tilgang til henne',
  missingBody:
    'Sjekk at adressa er rett. Meiner du at du skal ha tilgang, kan du spørje Statsforvaltaren i fylket ditt.',
  conflict:
    'Nokon andre har lagra medan du skreiv. Det du skreiv, står her framleis. Opne sida i eit nytt vindauge og sjå kva som er endra, før du prøver igjen.',
  notNow: 'Dette er ikkje mogleg no. Det kan ha skjedd noko sidan du opna sida, eller du har ikkje lenger tilgang.',
};

/** What stands at a field that is not as it should be. */
export const fieldErrors: Record<FieldError, string> = {
  required: 'Dette må fyllast ut.',
  malformed: 'Dette kan vi ikkje lese. Skriv eller vel på nytt.',
  'bad-character': 'Teksten har eit teikn vi ikkje kan lagre. Skriv han på nytt.',
  'too-long': 'Teksten er for lang.',
  'too-few': 'Vel minst eitt alternativ.',
  'not-in-list': 'Vel eitt av alternativa i lista.',
  'not-a-date': 'Skriv ein dato som finst.',
  'not-an-email': 'Skriv ei e-postadresse, til dømes kari@kommune.no.',
  'end-before-start': 'Slutten må kome etter starten.',
  empty: 'Skriv eit beløp. Er det ingenting, skriv 0.',
  negative: 'Beløpet kan ikkje vere mindre enn null.',
  ore: 'Skriv beløpet i heile kroner, utan øre.',
  'too-large': 'Beløpet er for stort.',
  'not-a-number': 'Skriv eit heilt tal, berre med siffer.',
  'out-of-range': 'Talet er for lite eller for stort.',
  'hours-and-rate': 'Fyll ut både timar og timesats, eller ingen av dei.',
  'out-of-order': 'Datoen må vere etter fristen som står over.',
  'not-between': 'Datoen må liggje mellom fristen før og fristen etter.',
  'same-day': 'Fristen er denne dagen allereie.',
  'in-the-future': 'Vel ein dag som har vore.',
  'no-uh-chosen': 'Vel kva UH beløpet er til.',
  'in-the-past': 'Vel ein dag som ikkje er passert.',
  'after-innstilling': 'Vel ein dag som ikkje er etter fristen for innstillinga.',
  'not-later': 'Vel ein dag etter den første dagen til regelsettet som blir avløyst.',
  'key-not-100': 'Delane til nettverk og UH må til saman bli 100\u00a0prosent.',
  'not-an-orgnr':
    'Organisasjonsnummeret er ikkje rett. Det har ni siffer, og det siste kontrollerer dei andre. Sjå etter om eit siffer er feil.',
  'already-here': 'Denne personen skriv alt her.',
  'above-unspent': 'Du kan ikkje søkje om å overføre meir enn det som er ubrukt.',
  'above-network': 'Koordinatormidlane kan ikkje vere meir enn det nettverket søkjer om same år.',
  'not-confirmed': 'Stadfest at tiltaket er for heile fellesskapet.',
  'above-budget': 'Reserven kan ikkje vere større enn ramma.',
  'not-asked-for': 'Det er ikkje søkt om noko dette året.',
  'too-many-rows': 'Her er det altfor mange linjer. Slå saman nokre av dei.',
  'confirmed-by-uh': 'Partnaren har stadfesta kontakten, så han kan ikkje endrast her. Be dei rette han.',
  'has-own-part':
    'Partnaren kan ikkje takast bort her, for kladden er delt med dei, eller dei har noko eige i han. Bruk sida «Partnarar», der du ser kva som blir borte.',
  'changed-meanwhile': 'Nokon andre har òg endra dette. Vel kva som skal stå.',
  'need-not-sent': 'Behovet er ikkje lenger sendt i runden, så dette vart ikkje lagra.',
};
