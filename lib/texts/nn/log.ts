import { formatKeptDay } from '#lib/texts/format';
import { fieldIn, type HistoryTexts, withLost } from '#lib/texts/explain';
import type { log as nbLog } from '#lib/texts/nb/log';
import { behovsmelding } from './behovsmelding';
import { auth } from './people';
import { round } from './round';

export const log: typeof nbLog = {
  title: 'Logg',
  under: 'Alt som er gjort i fylket, det nyaste først. Ingenting her kan endrast eller slettast.',
  kind: 'Slag',
  anyKind: 'Alle slag',
  kinds: {
    behovsmelding: 'Behovsmeldingar',
    dispensation: 'Dispensasjonar',
    round: 'Rundar',
    tildeling: 'Tildelingar',
    half: 'Rapportar',
    user: 'Personar',
    organisation: 'Organisasjonar',
    forum: 'Samarbeidsforum',
    region: 'Regionar',
    county: 'Oppsett',
  },
  record: 'Sak',
  person: 'Person',
  from: 'Frå og med',
  to: 'Til og med',
  when: 'Når',
  what: 'Kva',
  portal: 'Portalen',
  newer: 'Nyare',
  older: 'Eldre',
  pages: 'Sider i loggen',
  noneTitle: 'Ingenting å vise',
  none: 'Det finst ingen hendingar som passar med det du har søkt etter. Alt som blir gjort i portalen, kjem her av seg sjølv.',
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
  money: 'beløpa',
  through: 'dei som var med gjennom dei',
  plan: 'planen',
};

export const history: HistoryTexts = {
  'round.open': (who) => `${who} opna runden`,
  'round.close': (who) => `${who} lukka runden`,
  'round.move-deadline': (who, { deadline, lastDay }) =>
    `${who} flytte fristen for ${deadlineName(deadline)} til ${onDay(lastDay)}`,
  'round.open-late': (who, { owner, lastDay }) =>
    `${who} opna for at ${String(owner)} kan sende til og med ${onDay(lastDay)}`,
  'round.allocate': (who) => `${who} lagra eit forslag til fordeling`,
  'round.propose': (who) => `${who} føreslo tildelingane`,
  'round.approve': (who) => `${who} godkjende tildelingane`,
  'round.return': (who) => `${who} returnerte forslaga`,
  'agreement.register': (who) => `${who} registrerte ein avtale om delen til UH`,
  'behovsmelding.create': (who) => `${who} starta behovsmeldinga`,
  'behovsmelding.save': (who) => `${who} skreiv i kladden`,
  'behovsmelding.attend': (who) => `${who} var i kladden`,
  'behovsmelding.submit': (who, { again, onBehalf }) =>
    `${who} sende behovsmeldinga${again === true ? ' på nytt' : ''}${typeof onBehalf === 'string' ? ' på vegner av skuleeigaren' : ''}`,
  'behovsmelding.withdraw': (who) => `${who} trekte behovsmeldinga`,
  'behovsmelding.reopen': (who) => `${who} opna behovsmeldinga igjen som kladd`,
  'behovsmelding.return': (who) => `${who} returnerte behovsmeldinga`,
  'note.write': (who) => `${who} skreiv eit internt notat`,
  'behovsmelding.register-paper': (who) => `${who} registrerte behovsmeldinga, som kom på papir`,
  'behovsmelding.confirm': (who, { uh }) =>
    typeof uh === 'string' ? `${who} stadfesta kontakten for ${uh}` : `${who} stadfesta kontakten`,
  'behovsmelding.decline': (who, { uh }) => `${who} svarte nei for ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.share': (who, { uh }) => `${who} delte kladden med ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.remove-partner': (who, { uh, ...lost }) =>
    `${who} tok ${said(uh)} ut av behovsmeldinga${withLost('Borte blei', LOST, lost)}`,
  'behovsmelding.save-uh': (who, { uh }) => `${who} fylte ut delen til ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.attend-uh': (who) => `${who} var i UH-delen`,
  'behovsmelding.add-sub-partner': (who, { name, uh }) =>
    `${who} la til ${typeof name === 'string' ? name : 'ein underpartnar'}${typeof uh === 'string' ? ` gjennom ${uh}` : ''}`,
  'behovsmelding.remove-sub-partner': (who, { name }) =>
    `${who} fjerna ${typeof name === 'string' ? name : 'ein underpartnar'}`,
  'behovsmelding.confirm-owner': (who, { owner }) =>
    `${who} stadfesta behovsmeldinga for ${typeof owner === 'string' ? owner : 'skuleeigaren'}`,
  'behovsmelding.object': (who, { owner }) =>
    `${who} bad om retting for ${typeof owner === 'string' ? owner : 'skuleeigaren'}`,
  'delegation.give': (who, { region }) =>
    `${who} gav ${typeof region === 'string' ? region : 'regionkontoret'} fullmakt`,
  'delegation.end': (who, { region }) =>
    `${who} avslutta fullmakta til ${typeof region === 'string' ? region : 'regionkontoret'}`,
  'behovsmelding.attach': (who, { file }) => `${who} la ved «${String(file)}»`,
  'behovsmelding.detach': (who, { file }) => `${who} fjerna vedlegget «${String(file)}»`,
  'behovsmelding.ask-approval': (who) => `${who} bad om godkjenning`,
  'behovsmelding.decline-approval': (who) => `${who} sende behovsmeldinga tilbake til dei som skriv`,
  'contributor.invite': (who, { name, unit, may }) =>
    `${who} inviterte ${one(name, unit)} til å ${may === 'write' ? 'skrive' : 'kommentere'}`,
  'contributor.end': (who, { name, unit }) => `${who} avslutta tilgangen for ${one(name, unit)}`,
  'comment.write': (who, { field }) => `${who} kommenterte ${fieldIn(behovsmelding.fields, field, 'behovsmeldinga')}`,
  'comment.resolve': (who, { field, resolved }) =>
    `${who} ${resolved === true ? 'løyste' : 'opna igjen'} ein kommentar til ${fieldIn(behovsmelding.fields, field, 'behovsmeldinga')}`,
  'dispensation.ask': (who) => `${who} søkte om dispensasjon frå eigendelen`,
  'dispensation.ask-split': (who) => `${who} søkte om dispensasjon frå fordelinga mellom nettverk og UH`,
  'dispensation.decide': (who, { granted }) =>
    `${who} ${granted === true ? 'innvilga dispensasjonen' : 'avslo dispensasjonen'}`,
  'dispensation.decide-split': (who, { granted }) =>
    `${who} ${granted === true ? 'innvilga dispensasjonen' : 'avslo dispensasjonen'}`,
  'innstilling.save': (who) => `${who} lagra innstillinga`,
  'innstilling.attend': (who) => `${who} var i innstillinga`,
  'innstilling.deliver': (who) => `${who} leverte innstillinga`,
  'tildeling.approve': (who) => `${who} godkjende tildelinga`,
  'tildeling.return': (who) => `${who} returnerte forslaget`,
  'report.save': (who) => `${who} skreiv i rapporten`,
  'report.attend': (who) => `${who} var i rapporten`,
  'report.file-owner': (who) => `${who} sende eigaren sin del av rapporten`,
  'report.file-uh': (who) => `${who} sende UH sin del av rapporten`,
  'report.return': (who) => `${who} returnerte rapporten`,
  'report.accept': (who) => `${who} godkjende rapporten`,
  'report.attach': (who, { file }) => `${who} la ved «${String(file)}»`,
  'report.detach': (who, { file }) => `${who} fjerna vedlegget «${String(file)}»`,
  'filter.keep': (who) => `${who} lagra eit filter`,
  'filter.forget': (who) => `${who} fjerna eit filter`,
  'behovsmelding.restate': (who, { count }) => `${who} vurderte ${String(count)} behovsmeldingar på nytt for listene`,
  'file.tidy': (who, { count }) => `${who} rydda bort ${String(count)} filer som inga sak viste til`,
  'role.give': (who, { name, role }) => `${who} gav ${said(name)} rolla ${roleName(role)}`,
  'role.name-administrator': (who, { name }) => `${who} peikte ut ${said(name)} som administrator`,
  'role.give-seat': (who, { name, role }) =>
    `${who} sette inn ${said(name)} som ${role === 'deputy' ? 'varamedlem' : 'medlem'} av forumet`,
  'role.give-office': (who, { name, role, place }) =>
    `${who} gav ${said(name)} rolla ${roleName(role)} for ${said(place)}`,
  'role.end': (who, { name, role, to }) => `${who} avslutta rolla ${roleName(role)} for ${said(name)} frå ${onDay(to)}`,
  'region.create': (who, { name }) => `${who} oppretta regionen ${said(name)}`,
  'region.rename': (who, { was, name }) => `${who} endra namnet på regionen frå ${said(was)} til ${said(name)}`,
  'region.dissolve': (who, { name, on }) => `${who} løyste opp regionen ${said(name)} frå ${onDay(on)}`,
  'region.add-member': (who, { member, from }) => `${who} tok inn ${said(member)} i regionen frå ${onDay(from)}`,
  'region.end-membership': (who, { member, to }) => `${who} avslutta medlemskapen til ${said(member)} frå ${onDay(to)}`,
  'rules.save': (who, { name, programme, from }) =>
    `${who} lagra regelsettet «${said(name)}» for ${programmeName(programme)}, gyldig frå ${onDay(from)}`,
  'deadlines.save': (who, { programme }) => `${who} endra dei faste fristane for ${programmeName(programme)}`,
  'theme.add': (who, { name }) => `${who} la til temaet «${said(name)}»`,
  'theme.end': (who, { name, to }) => `${who} avslutta temaet «${said(name)}» frå ${onDay(to)}`,
  'forum.set-programmes': (who, { programmes }) =>
    `${who} endra ordningane forumet behandlar, til ${said(programmes).split(' ').map(programmeName).join(', ')}`,
  'year.open': (who, { year, rounds }) => `${who} opna året ${said(year)} med ${said(rounds)} rundar`,
  'organisation.add': (who, { name }) => `${who} registrerte ${said(name)}`,
  'organisation.take-name': (who, { was, name }) =>
    `${who} endra namnet frå ${said(was)} til ${said(name)}, som i Einingsregisteret`,
  'units.refresh': (who, { units }) => `${who} henta Einingsregisteret på nytt, med ${said(units)} einingar`,
  'user.invite': (who, { name }) =>
    typeof name === 'string' ? `${who} inviterte ${name}` : `${who} inviterte ein person`,
  'user.choose-language': (who, { locale }) => `${who} valde ${locale === 'nn' ? 'nynorsk' : 'bokmål'}`,
  'user.sign-in': (who, { name }) => `${typeof name === 'string' ? name : who} logga inn for første gong`,
  'user.choose-mail': (who) => `${who} valde korleis varsel skal komme`,
  'user.stop-mail': (who, { name }) => `${typeof name === 'string' ? name : who} sa nei til e-post av eitt slag`,
  'calendar.make': (who) => `${who} laga ei ny kalenderadresse`,
  'calendar.end': (who) => `${who} avslutta kalenderadressa si`,
  'mail.claim': (who) => `${who} tok ut e-post for å sende han`,
  'mail.settle': (_who, { name }) => `E-posten til ${typeof name === 'string' ? name : 'ein person'} kom ikkje fram`,
  'mail.digest': (who) => `${who} samla meldingane for dagen`,
  'mail.tidy': (who) => `${who} rydda i e-posten`,
  'reminder.write': (who) => `${who} minte om ein frist`,
  'message.mark-read': (who) => `${who} las meldingane sine`,
  other: (who) => `${who} gjorde ei endring`,
};
