import type { FieldError } from '#lib/domain/field-errors';

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
  'in-the-past': 'Vel ein dag som ikkje er passert.',
  'not-an-orgnr': 'Organisasjonsnummeret er ikkje rett. Det har ni siffer, og det siste kontrollerer dei andre. Sjå etter om eit siffer er feil.',
  'above-unspent': 'Du kan ikkje søkje om å overføre meir enn det som er ubrukt.',
  'above-network': 'Koordinatormidlane kan ikkje vere meir enn det nettverket søkjer om same år.',
  'not-confirmed': 'Stadfest at tiltaket er for heile fellesskapet.',
  'above-budget': 'Reserven kan ikkje vere større enn ramma.',
};
