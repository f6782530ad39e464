import type { FieldError } from '#lib/domain/field-errors';

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
  'in-the-past': 'Velg en dag som ikke er passert.',
  'not-an-orgnr': 'Organisasjonsnummeret er ikke riktig. Det har ni siffer, og det siste kontrollerer de andre. Se etter om et siffer er feil.',
  'above-unspent': 'Du kan ikke søke om å overføre mer enn det som er ubrukt.',
  'above-network': 'Koordinatormidlene kan ikke være mer enn det nettverket søker om samme år.',
  'not-confirmed': 'Bekreft at tiltaket er for hele fellesskapet.',
  'above-budget': 'Reserven kan ikke være større enn rammen.',
};
