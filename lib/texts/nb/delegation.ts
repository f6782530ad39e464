import type { DelegationState } from '#lib/domain/people/delegation';
import type { DelegationCover } from '#lib/domain/states';

const covers: Record<DelegationCover, string> = { needs: 'Melde behov', reports: 'Rapportere' };
const state: Record<DelegationState, string> = {
  coming: 'Begynner senere',
  valid: 'Gjelder',
  ending: 'Går snart ut',
  ended: 'Avsluttet',
};

/** An owner lets a region's office act for it. */
export const delegation = {
  title: 'Fullmakter',
  underOwner:
    'Her gir dere regionkontoret fullmakt til å melde behov eller rapportere for dere, og her tar dere den tilbake.',
  underOffice: 'Her ser du hvem som har gitt kontoret ditt fullmakt, og hvor lenge den gjelder.',
  underCounty: 'Her ser du hvilke skoleeiere som har gitt et regionkontor fullmakt, og hva de har skrevet.',
  noneInCounty: 'Ingen skoleeiere i fylket har gitt fullmakt ennå',
  noneInCountyText: 'Når en skoleeier gir et regionkontor fullmakt, kan du lese den her.',
  givenTitle: 'Fullmakter dere har gitt',
  noneGiven: 'Dere har ikke gitt noen fullmakt som gjelder nå',
  noneGivenText:
    'Med en fullmakt kan koordinatoren i regionen skrive og sende for dere. Dere leser alt, bekrefter det som er sendt, og kan ta fullmakten tilbake når dere vil.',
  earlier: 'Avsluttede fullmakter',
  receivedTitle: 'Skoleeiere dere har fullmakt fra',
  noneReceived: 'Ingen skoleeiere har gitt kontoret fullmakt ennå',
  noneReceivedText:
    'Skoleeieren gir fullmakten skriftlig her i portalen. Da ser du kladdene deres og kan skrive og sende for dem.',
  without: (names: string) => `Medlemmer uten fullmakt til kontoret: ${names}`,
  columns: {
    owner: 'Skoleeier',
    office: 'Regionkontor',
    covers: 'Gjelder',
    term: 'Tid',
    state: 'Status',
    note: 'Fullmakten',
    given: 'Gitt av',
    ended: 'Avsluttet av',
  },
  covers,
  both: 'Melde behov og rapportere',
  state,
  term: (from: string, last: string | null) =>
    last === null ? `fra ${from}, til den blir avsluttet` : `${from} til og med ${last}`,
  until: (words: string) => `siste dag ${words}`,
  heldNoDay: 'tatt tilbake før den begynte',
  by: (name: string, when: string) => `${name}, ${when}`,
  read: 'Les fullmakten',
  giveTitle: 'Gi en ny fullmakt',
  giveLead:
    'Regionkontoret ser kladdene deres så lenge fullmakten gjelder, og mister tilgangen samme dag som den slutter.',
  fields: {
    ownerId: 'Skoleeier',
    regionId: 'Hvilket regionkontor?',
    covers: 'Hva gjelder fullmakten?',
    from: 'Fra og med',
    lastDay: 'Til og med',
    note: 'Fullmakten, med egne ord',
  },
  coversHelp: {
    needs: 'Skrive og sende behovsmeldinger. Dere bekrefter det som er sendt.',
    reports: 'Skrive og sende eierens del av rapportene.',
  },
  lastDayHelp: 'Står det tomt, gjelder fullmakten til dere avslutter den.',
  noteHelp: 'Skriv hvem som har vedtatt fullmakten, og hva den gjelder. Dette er det skriftlige grunnlaget.',
  formerMember: 'Dere er ikke lenger medlem av regionen.',
  give: 'Gi fullmakten',
  noRegions: 'Dere er ikke med i noen region, så det er ikke noe regionkontor å gi fullmakt til.',
  end: 'Avslutt fullmakten',
  endField: 'Slutter å gjelde fra og med',
  endHelp: 'Velger du i dag, mister kontoret tilgangen med en gang. Det som er sendt, blir stående.',
  endFor: (office: string) => `Avslutt fullmakten til ${office}`,
  done: {
    gitt: 'Fullmakten er gitt. Koordinatoren kan begynne den dagen den gjelder fra.',
    avsluttet: 'Fullmakten er avsluttet fra den dagen du valgte.',
  },
};
