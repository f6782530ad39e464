import type { Logged } from '#lib/schema/log';
import { formatKeptDay } from '#lib/texts/format';
import { fieldIn, type HistoryTexts, withLost } from '#lib/texts/explain';
import { behovsmelding } from './behovsmelding';
import { auth } from './people';
import { round } from './round';

const kinds: Record<Logged, string> = {
  behovsmelding: 'Behovsmeldinger',
  dispensation: 'Dispensasjoner',
  round: 'Runder',
  tildeling: 'Tildelinger',
  half: 'Rapporter',
  user: 'Personer',
  organisation: 'Organisasjoner',
  forum: 'Samarbeidsforum',
  region: 'Regioner',
  county: 'Oppsett',
};

export const log = {
  title: 'Logg',
  under: 'Alt som er gjort i fylket, det nyeste først. Ingenting her kan endres eller slettes.',
  kind: 'Slag',
  anyKind: 'Alle slag',
  kinds,
  record: 'Sak',
  person: 'Person',
  from: 'Fra og med',
  to: 'Til og med',
  when: 'Når',
  what: 'Hva',
  portal: 'Portalen',
  newer: 'Nyere',
  older: 'Eldre',
  pages: 'Sider i loggen',
  noneTitle: 'Ingenting å vise',
  none: 'Det finnes ingen hendelser som passer med det du har søkt etter. Alt som blir gjort i portalen, kommer her av seg selv.',
};

type Detail = string | number | boolean | null | undefined;
const said = (detail: Detail): string => String(detail ?? '');
const onDay = (detail: Detail): string => formatKeptDay(said(detail));
const ROLES: Readonly<Record<string, string>> = auth.roles;
const roleName = (role: Detail): string =>
  (ROLES[said(role)] ?? said(role)).replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());
const DEADLINES: Readonly<Record<string, string>> = round.deadline;
const deadlineName = (kind: Detail): string => (DEADLINES[said(kind)] ?? '').toLowerCase();
const one = (name: unknown, unit: unknown) =>
  [name, unit].filter((part) => typeof part === 'string' && part !== '').join(', ');
const SHORT: Readonly<Record<string, string>> = round.short;
const programmeName = (programme: Detail): string => SHORT[said(programme)] ?? said(programme);

const LOST = {
  contact: 'kontakten',
  declined: 'svaret nei',
  money: 'beløpene',
  through: 'de som var med gjennom dem',
  plan: 'planen',
};

/** What was done, as a sentence without its full stop. */
export const history: HistoryTexts = {
  'round.open': (who) => `${who} åpnet runden`,
  'round.close': (who) => `${who} lukket runden`,
  'round.move-deadline': (who, { deadline, lastDay }) =>
    `${who} flyttet fristen for ${deadlineName(deadline)} til ${onDay(lastDay)}`,
  'round.open-late': (who, { owner, lastDay }) =>
    `${who} åpnet for at ${String(owner)} kan sende til og med ${onDay(lastDay)}`,
  'round.allocate': (who) => `${who} lagret et forslag til fordeling`,
  'round.propose': (who) => `${who} foreslo tildelingene`,
  'round.approve': (who) => `${who} godkjente tildelingene`,
  'round.return': (who) => `${who} returnerte forslagene`,
  'agreement.register': (who) => `${who} registrerte en avtale om UHs andel`,
  'behovsmelding.create': (who) => `${who} startet behovsmeldingen`,
  'behovsmelding.save': (who) => `${who} skrev i kladden`,
  'behovsmelding.attend': (who) => `${who} var i kladden`,
  'behovsmelding.submit': (who, { again, onBehalf }) =>
    `${who} sendte behovsmeldingen${again === true ? ' på nytt' : ''}${typeof onBehalf === 'string' ? ' på vegne av skoleeieren' : ''}`,
  'behovsmelding.withdraw': (who) => `${who} trakk behovsmeldingen`,
  'behovsmelding.reopen': (who) => `${who} åpnet behovsmeldingen igjen som kladd`,
  'behovsmelding.return': (who) => `${who} returnerte behovsmeldingen`,
  'note.write': (who) => `${who} skrev et internt notat`,
  'behovsmelding.register-paper': (who) => `${who} registrerte behovsmeldingen, som kom på papir`,
  'behovsmelding.confirm': (who, { uh }) =>
    typeof uh === 'string' ? `${who} bekreftet kontakten for ${uh}` : `${who} bekreftet kontakten`,
  'behovsmelding.decline': (who, { uh }) => `${who} svarte nei for ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.share': (who, { uh }) => `${who} delte kladden med ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.remove-partner': (who, { uh, ...lost }) =>
    `${who} tok ${said(uh)} ut av behovsmeldingen${withLost('Borte ble', LOST, lost)}`,
  'behovsmelding.save-uh': (who, { uh }) => `${who} fylte ut delen til ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.attend-uh': (who) => `${who} var i UH-delen`,
  'behovsmelding.add-sub-partner': (who, { name, uh }) =>
    `${who} la til ${typeof name === 'string' ? name : 'en underpartner'}${typeof uh === 'string' ? ` gjennom ${uh}` : ''}`,
  'behovsmelding.remove-sub-partner': (who, { name }) =>
    `${who} fjernet ${typeof name === 'string' ? name : 'en underpartner'}`,
  'behovsmelding.confirm-owner': (who, { owner }) =>
    `${who} bekreftet behovsmeldingen for ${typeof owner === 'string' ? owner : 'skoleeieren'}`,
  'behovsmelding.object': (who, { owner }) =>
    `${who} ba om retting for ${typeof owner === 'string' ? owner : 'skoleeieren'}`,
  'delegation.give': (who, { region }) =>
    `${who} ga ${typeof region === 'string' ? region : 'regionkontoret'} fullmakt`,
  'delegation.end': (who, { region }) =>
    `${who} avsluttet fullmakten til ${typeof region === 'string' ? region : 'regionkontoret'}`,
  'behovsmelding.attach': (who, { file }) => `${who} la ved «${String(file)}»`,
  'behovsmelding.detach': (who, { file }) => `${who} fjernet vedlegget «${String(file)}»`,
  'behovsmelding.ask-approval': (who) => `${who} ba om godkjenning`,
  'behovsmelding.decline-approval': (who) => `${who} sendte behovsmeldingen tilbake til dem som skriver`,
  'contributor.invite': (who, { name, unit, may }) =>
    `${who} inviterte ${one(name, unit)} til å ${may === 'write' ? 'skrive' : 'kommentere'}`,
  'contributor.end': (who, { name, unit }) => `${who} avsluttet tilgangen for ${one(name, unit)}`,
  'comment.write': (who, { field }) => `${who} kommenterte ${fieldIn(behovsmelding.fields, field, 'behovsmeldingen')}`,
  'comment.resolve': (who, { field, resolved }) =>
    `${who} ${resolved === true ? 'løste' : 'åpnet igjen'} en kommentar til ${fieldIn(behovsmelding.fields, field, 'behovsmeldingen')}`,
  'dispensation.ask': (who) => `${who} søkte om dispensasjon fra egenandelen`,
  'dispensation.ask-split': (who) => `${who} søkte om dispensasjon fra fordelingen mellom nettverk og UH`,
  'dispensation.decide': (who, { granted }) =>
    `${who} ${granted === true ? 'innvilget dispensasjonen' : 'avslo dispensasjonen'}`,
  'dispensation.decide-split': (who, { granted }) =>
    `${who} ${granted === true ? 'innvilget dispensasjonen' : 'avslo dispensasjonen'}`,
  'innstilling.save': (who) => `${who} lagret innstillingen`,
  'innstilling.attend': (who) => `${who} var i innstillingen`,
  'innstilling.deliver': (who) => `${who} leverte innstillingen`,
  'tildeling.approve': (who) => `${who} godkjente tildelingen`,
  'tildeling.return': (who) => `${who} returnerte forslaget`,
  'report.save': (who) => `${who} skrev i rapporten`,
  'report.attend': (who) => `${who} var i rapporten`,
  'report.file-owner': (who) => `${who} sendte eierens del av rapporten`,
  'report.file-uh': (who) => `${who} sendte UHs del av rapporten`,
  'report.return': (who) => `${who} returnerte rapporten`,
  'report.accept': (who) => `${who} godkjente rapporten`,
  'report.attach': (who, { file }) => `${who} la ved «${String(file)}»`,
  'report.detach': (who, { file }) => `${who} fjernet vedlegget «${String(file)}»`,
  'filter.keep': (who) => `${who} lagret et filter`,
  'filter.forget': (who) => `${who} fjernet et filter`,
  'behovsmelding.restate': (who, { count }) => `${who} vurderte ${String(count)} behovsmeldinger på nytt for listene`,
  'file.tidy': (who, { count }) => `${who} ryddet bort ${String(count)} filer som ingen sak viste til`,
  'role.give': (who, { name, role }) => `${who} ga ${said(name)} rollen ${roleName(role)}`,
  'role.name-administrator': (who, { name }) => `${who} pekte ut ${said(name)} som administrator`,
  'role.give-seat': (who, { name, role }) =>
    `${who} satte inn ${said(name)} som ${role === 'deputy' ? 'varamedlem' : 'medlem'} av forumet`,
  'role.give-office': (who, { name, role, place }) =>
    `${who} ga ${said(name)} rollen ${roleName(role)} for ${said(place)}`,
  'role.end': (who, { name, role, to }) =>
    `${who} avsluttet rollen ${roleName(role)} for ${said(name)} fra ${onDay(to)}`,
  'region.create': (who, { name }) => `${who} opprettet regionen ${said(name)}`,
  'region.rename': (who, { was, name }) => `${who} endret navnet på regionen fra ${said(was)} til ${said(name)}`,
  'region.dissolve': (who, { name, on }) => `${who} oppløste regionen ${said(name)} fra ${onDay(on)}`,
  'region.add-member': (who, { member, from }) => `${who} tok inn ${said(member)} i regionen fra ${onDay(from)}`,
  'region.end-membership': (who, { member, to }) =>
    `${who} avsluttet medlemskapet til ${said(member)} fra ${onDay(to)}`,
  'rules.save': (who, { name, programme, from }) =>
    `${who} lagret regelsettet «${said(name)}» for ${programmeName(programme)}, gyldig fra ${onDay(from)}`,
  'deadlines.save': (who, { programme }) => `${who} endret de faste fristene for ${programmeName(programme)}`,
  'theme.add': (who, { name }) => `${who} la til temaet «${said(name)}»`,
  'theme.end': (who, { name, to }) => `${who} avsluttet temaet «${said(name)}» fra ${onDay(to)}`,
  'forum.set-programmes': (who, { programmes }) =>
    `${who} endret ordningene forumet behandler, til ${said(programmes).split(' ').map(programmeName).join(', ')}`,
  'year.open': (who, { year, rounds }) => `${who} åpnet året ${said(year)} med ${said(rounds)} runder`,
  'organisation.add': (who, { name }) => `${who} registrerte ${said(name)}`,
  'organisation.take-name': (who, { was, name }) =>
    `${who} endret navnet fra ${said(was)} til ${said(name)}, som i Enhetsregisteret`,
  'units.refresh': (who, { units }) => `${who} hentet Enhetsregisteret på nytt, med ${said(units)} enheter`,
  'user.invite': (who, { name }) =>
    typeof name === 'string' ? `${who} inviterte ${name}` : `${who} inviterte en person`,
  'user.choose-language': (who, { locale }) => `${who} valgte ${locale === 'nn' ? 'nynorsk' : 'bokmål'}`,
  'user.sign-in': (who, { name }) => `${typeof name === 'string' ? name : who} logget inn for første gang`,
  'user.choose-mail': (who) => `${who} valgte hvordan varsler skal komme`,
  'user.stop-mail': (who, { name }) => `${typeof name === 'string' ? name : who} sa nei til e-post av ett slag`,
  'calendar.make': (who) => `${who} laget en ny kalenderadresse`,
  'calendar.end': (who) => `${who} avsluttet kalenderadressen sin`,
  'mail.claim': (who) => `${who} tok ut e-post for å sende den`,
  'mail.settle': (_who, { name }) => `E-posten til ${typeof name === 'string' ? name : 'en person'} kom ikke fram`,
  'mail.digest': (who) => `${who} samlet dagens meldinger`,
  'mail.tidy': (who) => `${who} ryddet i e-posten`,
  'reminder.write': (who) => `${who} minnet om en frist`,
  'message.mark-read': (who) => `${who} leste meldingene sine`,
  other: (who) => `${who} gjorde en endring`,
};
