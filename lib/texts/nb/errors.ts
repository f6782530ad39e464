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
