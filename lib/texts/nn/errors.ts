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
