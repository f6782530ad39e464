import { formatKroner } from '#lib/domain/money/kroner';
import type { RefusalTexts } from '#lib/texts/explain';
import { formatDay, formatDeadline, megabytes, PROGRAMME_SHORT } from '#lib/texts/format';
import { attachment } from './form';

const at = (where: string | null) => (where === null ? 'Runden' : where);

/** Why a rule says no, with the figures and what would make it right. */
export const refusals: RefusalTexts = {
  'egenandel-short': (r) =>
    `«${r.title}» må ha ein eigendel på minst ${formatKroner(r.required)} (${r.percent}\u00a0%). Oppgitt er ${formatKroner(r.planned)}. Det manglar ${formatKroner(r.missing)}. Kjelde: ${r.source}`,
  'egenandel-unknown': (r) =>
    `Eigendelen for «${r.title}» kan ikkje reknast ut, fordi eit beløp ikkje er oppgitt. Fyll ut alle beløp. Er det ingenting, skriv 0. Kjelde: ${r.source}`,
  'after-deadline': (r) =>
    `Fristen var ${formatDeadline(r.lastDay)}. Kontakt Statsforvaltaren om du har ein særleg grunn.`,
  'over-budget': (r) =>
    r.over === 0
      ? 'Summen er større enn ramma for runden.'
      : `Summen er ${formatKroner(r.used)}. Ramma er ${formatKroner(r.budget)}. Det er ${formatKroner(r.over)} over ramma.`,
  'split-uh-short': (r) =>
    `${at(r.where)}: UH har ${formatKroner(r.uh)}, men skal ha minst ${formatKroner(r.uhShare)} (${r.percent}\u00a0%). Det manglar ${formatKroner(r.missing)}. Kjelde: ${r.source}`,
  'split-uh-raised': (r) =>
    `${at(r.where)}: UH har ${formatKroner(r.uh)}, som er ${formatKroner(r.raised)} meir enn ${r.percent}\u00a0%. Det krev ein registrert avtale. Kjelde: ${r.source}`,
  'split-unknown': (r) =>
    `${at(r.where)}: Fordelinga mellom nettverk og UH kan ikkje reknast ut, fordi eit beløp ikkje er oppgitt. Kjelde: ${r.source}`,
  'over-request': (r) => `«${r.title}» har søkt om ${formatKroner(r.asked)} og kan ikkje få ${formatKroner(r.amount)}.`,
  'reason-missing': (r) => `«${r.title}» får mindre enn det er søkt om. Skriv kvifor.`,
  'amount-missing': (r) => `«${r.title}» manglar beløp til nettverk eller UH. Skriv 0 om det ikkje skal ha noko.`,
  'no-receiver': (r) =>
    `«${r.title}» har ikkje søkt om pengar til begge sidene. Gi berre til den sida som har ein mottakar.`,
  'round-exists': (r) => `Fylket har alt ein runde for ${PROGRAMME_SHORT[r.programme]} ${r.year}.`,
  'days-running': () =>
    'Nokon har fått ein dag å sende til som ikkje er passert. Vent på dei, eller kryss av for at du leverer sjølv om dei ikkje har sendt.',
  'nothing-to-recommend': () => 'Ingen behov er sende i runden, så det er ingenting å innstille.',
  'nothing-to-propose': () => 'Det er ingen beløp å føreslå enno.',
  'nothing-to-return': () => 'Det er ingen forslag å returnere.',
  'nothing-to-confirm': () => 'Det er ingenting her som ventar på at du stadfestar det.',
  'nothing-to-approve': () => 'Det er ingen forslag å godkjenne.',
  'round-closed': () => 'Runden er lukka, så behovsmeldinga kan ikkje sendast no.',
  'delegation-overlaps': () =>
    'Regionkontoret har alt fullmakt til dette i heile eller delar av tida. Avslutt ho først, eller vel ein seinare dag.',
  'delegation-ended': () => 'Fullmakta er alt avslutta.',
  'dispensation-not-needed': () =>
    'Eigendelen er stor nok, eller så krev ikkje ordninga eigendel. Du treng ikkje dispensasjon.',
  'already-asked': () => 'Det er alt søkt om dispensasjon. Vent på svaret.',
  'rules-overlap': (r) =>
    `Regelsettet «${r.name}» gjeld frå ${formatDay(r.from)} i same ordning. To regelsett kan ikkje gjelde på same tid.`,
  'rules-superseded': (r) => `Regelsettet «${r.name}» er alt avløyst av eit nyare. Endre det nyaste.`,
  'theme-exists': (r) => `Fylket har alt eit tema som heiter ${r.name}.`,
  'year-not-ready': (r) =>
    `${PROGRAMME_SHORT[r.programme]} ${r.year} kan ikkje opnast enno. Sjå kva som manglar i tabellen.`,
  'last-administrator': () =>
    'Dette er den siste administratoren i organisasjonen. Gi rolla til ein kollega først, så er det alltid nokon som kan gi og ta roller.',
  'has-administrator': () => 'Organisasjonen har alt ein administrator, som sjølv kan gi rolla til fleire.',
  'role-held': () => 'Personen har alt denne rolla her i perioden.',
  'can-not-invite': () =>
    'Denne e-postadressa kan ikkje inviterast herifrå. Den som arbeider hos Statsforvaltaren, er revisor eller ikkje lenger har tilgang, kan ikkje få denne rolla. Bruk ei anna adresse, eller kontakt dei som driftar portalen.',
  busy: () => 'Nokon andre endrar det same akkurat no, så dette er ikkje lagra. Prøv igjen om litt.',
  'region-exists': (r) => `Fylket har alt ein region som heiter ${r.name}.`,
  'region-dissolved': (r) => `Regionen er oppløyst frå ${formatDay(r.on)}.`,
  'member-already': () => 'Organisasjonen er alt med i regionen i denne perioden.',
  'organisation-known': (r) => `Organisasjonsnummeret er alt registrert. Det høyrer til ${r.name}.`,
  'approval-not-asked': () => 'Ingen har bede om godkjenning no. Last sida på nytt for å sjå kva som har skjedd.',
  'email-unverified': () => 'Innloggingstenesta har ikkje stadfesta e-postadressa di. Stadfest ho der, og prøv igjen.',
  'email-linked': () =>
    'E-postadressa er alt knytt til ei anna innlogging. Logg inn slik du plar, eller kontakt Statsforvaltaren.',
  'not-invited': () => 'Vi finn ingen invitasjon til e-postadressa di. Be Statsforvaltaren i fylket ditt om tilgang.',
  'access-ended': () => 'Tilgangen din er avslutta. Kontakt Statsforvaltaren i fylket ditt dersom det er feil.',
  'file-empty': (r) => `«${r.name}» er tom. Sjekk at du har valt rett fil.`,
  'file-kind-unknown': (r) => `«${r.name}» kan ikkje leggjast ved. ${attachment.kindsAllowed}`,
  'file-damaged': (r) =>
    `«${r.name}» lèt seg ikkje lese. Fila kan vere skadd eller låst med passord. Lagre ho på nytt utan passord, og prøv igjen.`,
  'file-macros': (r) => `«${r.name}» inneheld makroar eller anna som kan køyre. Lagre ho utan makroar, eller som pdf.`,
  'file-bomb': (r) => `«${r.name}» blir altfor stor når ho blir pakka ut. Lagre ho på nytt, eller del ho opp.`,
  'file-old-office': (r) =>
    `«${r.name}» er i eit eldre Office-format eller låst med passord. Lagre ho som docx, xlsx eller pdf utan passord.`,
  'file-infected': (r) => `Virussjekken fann noko skadeleg i «${r.name}». Fila er ikkje lagra.`,
  'scanner-away': (r) => `Virussjekken svarer ikkje no, så «${r.name}» er ikkje lagra. Prøv igjen om litt.`,
  'store-away': (r) => `Fillageret svarer ikkje no, så «${r.name}» er ikkje lagra. Prøv igjen om litt.`,
  'file-too-large': (r) => `«${r.name}» er ${megabytes(r.size)}. Ei fil kan vere inntil ${megabytes(r.max)}.`,
  'file-other-inside': (r) =>
    `«${r.name}» seier at ho er ${attachment.kind[r.says]}, men innhaldet er ${r.is === 'unknown' ? 'noko anna' : r.is === 'zip' ? 'eit vanleg zip-arkiv' : attachment.kind[r.is]}. ${attachment.kindsAllowed}`,
  'file-there-already': (r) =>
    r.as === '' || r.as === r.name
      ? 'Den same fila er allereie lagd ved.'
      : `«${r.name}» er den same fila som «${r.as}», som allereie er lagd ved.`,
  'too-many-files': (r) => `«${r.name}» er ikkje lagra. Det kan vere høgst ${r.max} vedlegg. Fjern eit anna først.`,
};
