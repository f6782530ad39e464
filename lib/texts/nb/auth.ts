import type { Role } from '#lib/domain/policy/policy';

/** The roles, as people call them. */
const roles: Record<Exclude<Role, 'system' | 'public'>, string> = {
  skoleeier: 'Skoleeier (skriver)',
  leader: 'Skoleeier (godkjenner)',
  contributor: 'Bidragsyter',
  coordinator: 'Regionkoordinator',
  uh: 'UH-partner',
  secretariat: 'Sekretariat for samarbeidsforum',
  member: 'Medlem av samarbeidsforum',
  deputy: 'Varamedlem av samarbeidsforum',
  caseworker: 'Saksbehandler',
  approver: 'Beslutter',
  auditor: 'Revisor',
  administrator: 'Administrator',
};

export const auth = {
  title: 'Logg inn',
  lead: 'Du ser det rollen din gir deg tilgang til. Registeret over tildelinger er åpent for alle, uten innlogging.',
  roles,
  writesAndApproves: 'Skoleeier',
  withIssuer: 'Logg inn med arbeidsgiverens konto',
  issuerHelp: 'Du må være invitert med e-postadressen din. Statsforvalteren i fylket inviterer.',
  demoTitle: 'Prøv portalen som en av disse',
  demoHelp: 'Dette er en demo med oppdiktede personer. Velg én, og se portalen slik hun eller han ser den.',
  demoEmpty: 'Demoen har ingen personer ennå. Fyll den med npm run db:seed:demo.',
  demoAs: (name: string) => `Logg inn som ${name}`,
  noCounty: 'Uten fylke',
  notSetUp: 'Innlogging er ikke satt opp her ennå. Registeret over tildelinger kan du lese uten å logge inn.',
  noCookies: 'Nettleseren din tar ikke imot informasjonskapsler. Slå dem på for denne siden, og prøv igjen.',
  failedTitle: 'Du ble ikke logget inn',
  failed: 'Innloggingen ble avbrutt eller gikk ut på tid. Prøv igjen.',
  noRoleTitle: 'Du har ingen rolle i portalen nå',
  noRole: (name: string) =>
    `Du er logget inn som ${name}, men rollen din er avsluttet eller ikke begynt. Kontakt Statsforvalteren i fylket ditt.`,
  toRegister: 'Gå til registeret',
  leaveTitle: 'Logg ut',
  leave: 'Vil du logge ut av portalen?',
};
