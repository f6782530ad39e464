import { formatKroner } from '#lib/domain/money/kroner';
import type { RefusalTexts } from '#lib/texts/explain';
import { formatDay, formatDeadline, megabytes, PROGRAMME_SHORT } from '#lib/texts/format';
import { attachment } from './form';

const at = (where: string | null) => (where === null ? 'Runden' : where);

/** Why a rule says no, with the figures and what would make it right. */
export const refusals: RefusalTexts = {
  'egenandel-short': (r) =>
    `«${r.title}» må ha en egenandel på minst ${formatKroner(r.required)} (${r.percent}\u00a0%). Oppgitt er ${formatKroner(r.planned)}. Det mangler ${formatKroner(r.missing)}. Kilde: ${r.source}`,
  'egenandel-unknown': (r) =>
    `Egenandelen for «${r.title}» kan ikke regnes ut, fordi et beløp ikke er oppgitt. Fyll ut alle beløp. Er det ingenting, skriv 0. Kilde: ${r.source}`,
  'after-deadline': (r) =>
    `Fristen var ${formatDeadline(r.lastDay)}. Kontakt Statsforvalteren hvis du har en særlig grunn.`,
  'over-budget': (r) =>
    r.over === 0
      ? 'Summen er større enn rammen for runden.'
      : `Summen er ${formatKroner(r.used)}. Rammen er ${formatKroner(r.budget)}. Det er ${formatKroner(r.over)} over rammen.`,
  'split-uh-short': (r) =>
    `${at(r.where)}: UH har ${formatKroner(r.uh)}, men skal ha minst ${formatKroner(r.uhShare)} (${r.percent}\u00a0%). Det mangler ${formatKroner(r.missing)}. Kilde: ${r.source}`,
  'split-uh-raised': (r) =>
    `${at(r.where)}: UH har ${formatKroner(r.uh)}, som er ${formatKroner(r.raised)} mer enn ${r.percent}\u00a0%. Det krever en registrert avtale. Kilde: ${r.source}`,
  'split-unknown': (r) =>
    `${at(r.where)}: Fordelingen mellom nettverk og UH kan ikke regnes ut, fordi et beløp ikke er oppgitt. Kilde: ${r.source}`,
  'over-request': (r) => `«${r.title}» har søkt om ${formatKroner(r.asked)} og kan ikke få ${formatKroner(r.amount)}.`,
  'reason-missing': (r) => `«${r.title}» får mindre enn det er søkt om. Skriv hvorfor.`,
  'amount-missing': (r) => `«${r.title}» mangler beløp til nettverk eller UH. Skriv 0 hvis det ikke skal ha noe.`,
  'no-receiver': (r) =>
    `«${r.title}» har ikke søkt om penger til begge sider. Gi bare til den siden som har en mottaker.`,
  'round-exists': (r) => `Fylket har allerede en runde for ${PROGRAMME_SHORT[r.programme]} ${r.year}.`,
  'days-running': () =>
    'Noen har fått en dag å sende til som ikke er passert. Vent på dem, eller kryss av for at du leverer selv om de ikke har sendt.',
  'nothing-to-recommend': () => 'Ingen behov er sendt i runden, så det er ingenting å innstille.',
  'nothing-to-propose': () => 'Det er ingen beløp å foreslå ennå.',
  'nothing-to-return': () => 'Det er ingen forslag å returnere.',
  'nothing-to-confirm': () => 'Det er ingenting her som venter på at du bekrefter det.',
  'nothing-to-approve': () => 'Det er ingen forslag å godkjenne.',
  'round-closed': () => 'Runden er lukket, så behovsmeldingen kan ikke sendes nå.',
  'delegation-overlaps': () =>
    'Regionkontoret har allerede fullmakt til dette i hele eller deler av tiden. Avslutt den først, eller velg en senere dag.',
  'delegation-ended': () => 'Fullmakten er allerede avsluttet.',
  'dispensation-not-needed': () =>
    'Egenandelen er stor nok, eller så krever ikke ordningen egenandel. Du trenger ikke dispensasjon.',
  'already-asked': () => 'Det er allerede søkt om dispensasjon. Vent på svaret.',
  'rules-overlap': (r) =>
    `Regelsettet «${r.name}» gjelder fra ${formatDay(r.from)} i samme ordning. To regelsett kan ikke gjelde på samme tid.`,
  'rules-superseded': (r) => `Regelsettet «${r.name}» er allerede avløst av et nyere. Endre det nyeste.`,
  'theme-exists': (r) => `Fylket har allerede et tema som heter ${r.name}.`,
  'year-not-ready': (r) =>
    `${PROGRAMME_SHORT[r.programme]} ${r.year} kan ikke åpnes ennå. Se hva som mangler i tabellen.`,
  'last-administrator': () =>
    'Dette er den siste administratoren i organisasjonen. Gi rollen til en kollega først, så er det alltid noen som kan gi og ta roller.',
  'has-administrator': () => 'Organisasjonen har allerede en administrator, som selv kan gi rollen til flere.',
  'role-held': () => 'Personen har allerede denne rollen her i perioden.',
  'can-not-invite': () =>
    'Denne e-postadressen kan ikke inviteres herfra. Den som arbeider hos Statsforvalteren, er revisor eller ikke lenger har tilgang, kan ikke få denne rollen. Bruk en annen adresse, eller kontakt dem som drifter portalen.',
  busy: () => 'Noen andre endrer det samme akkurat nå, så dette er ikke lagret. Prøv igjen om litt.',
  'region-exists': (r) => `Fylket har allerede en region som heter ${r.name}.`,
  'region-dissolved': (r) => `Regionen er oppløst fra ${formatDay(r.on)}.`,
  'member-already': () => 'Organisasjonen er allerede med i regionen i denne perioden.',
  'organisation-known': (r) => `Organisasjonsnummeret er allerede registrert. Det tilhører ${r.name}.`,
  'approval-not-asked': () => 'Ingen har bedt om godkjenning nå. Last siden på nytt for å se hva som har skjedd.',
  'email-unverified': () =>
    'Innloggingstjenesten har ikke bekreftet e-postadressen din. Bekreft den der, og prøv igjen.',
  'email-linked': () =>
    'E-postadressen er alt knyttet til en annen innlogging. Logg inn slik du pleier, eller kontakt Statsforvalteren.',
  'not-invited': () =>
    'Vi finner ingen invitasjon til e-postadressen din. Be Statsforvalteren i fylket ditt om tilgang.',
  'access-ended': () => 'Tilgangen din er avsluttet. Kontakt Statsforvalteren i fylket ditt hvis det er feil.',
  'file-empty': (r) => `«${r.name}» er tom. Sjekk at du har valgt riktig fil.`,
  'file-kind-unknown': (r) => `«${r.name}» kan ikke legges ved. ${attachment.kindsAllowed}`,
  'file-damaged': (r) =>
    `«${r.name}» lar seg ikke lese. Filen kan være skadet eller låst med passord. Lagre den på nytt uten passord, og prøv igjen.`,
  'file-macros': (r) =>
    `«${r.name}» inneholder makroer eller annet som kan kjøre. Lagre den uten makroer, eller som pdf.`,
  'file-bomb': (r) => `«${r.name}» blir altfor stor når den pakkes ut. Lagre den på nytt, eller del den opp.`,
  'file-old-office': (r) =>
    `«${r.name}» er i et eldre Office-format eller låst med passord. Lagre den som docx, xlsx eller pdf uten passord.`,
  'file-infected': (r) => `Virussjekken fant noe skadelig i «${r.name}». Filen er ikke lagret.`,
  'scanner-away': (r) => `Virussjekken svarer ikke nå, så «${r.name}» er ikke lagret. Prøv igjen om litt.`,
  'store-away': (r) => `Fillageret svarer ikke nå, så «${r.name}» er ikke lagret. Prøv igjen om litt.`,
  'file-too-large': (r) => `«${r.name}» er ${megabytes(r.size)}. En fil kan være inntil ${megabytes(r.max)}.`,
  'file-other-inside': (r) =>
    `«${r.name}» sier at den er ${attachment.kind[r.says]}, men innholdet er ${r.is === 'unknown' ? 'noe annet' : r.is === 'zip' ? 'et vanlig zip-arkiv' : attachment.kind[r.is]}. ${attachment.kindsAllowed}`,
  'file-there-already': (r) =>
    r.as === '' || r.as === r.name
      ? 'Den samme filen er allerede lagt ved.'
      : `«${r.name}» er den samme filen som «${r.as}», som allerede er lagt ved.`,
  'too-many-files': (r) => `«${r.name}» er ikke lagret. Det kan være høyst ${r.max} vedlegg. Fjern et annet først.`,
};
