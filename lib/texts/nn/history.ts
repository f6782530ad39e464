import { formatDate } from '#lib/texts/format';
import type { HistoryTexts } from '#lib/texts/history';
import { auth } from './auth';
import { round } from './round';

type Detail = string | number | boolean | null | undefined;
const said = (detail: Detail): string => String(detail ?? '');
const onDay = (detail: Detail): string => formatDate(new Date(said(detail)));
const ROLES: Readonly<Record<string, string>> = auth.roles;
const roleName = (role: Detail): string => (ROLES[said(role)] ?? said(role)).replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());
const DEADLINES: Readonly<Record<string, string>> = round.deadline;
const deadlineName = (kind: Detail): string => (DEADLINES[said(kind)] ?? '').toLowerCase();

export const history: HistoryTexts = {
  'round.open': (who) => `${who} opna runden`,
  'round.close': (who) => `${who} lukka runden`,
  'round.move-deadline': (who, { deadline, lastDay }) => `${who} flytte fristen for ${deadlineName(deadline)} til ${onDay(lastDay)}`,
  'round.open-late': (who, { owner, lastDay }) => `${who} opna for at ${String(owner)} kan sende til og med ${onDay(lastDay)}`,
  'round.allocate': (who) => `${who} lagra eit forslag til fordeling`,
  'round.propose': (who) => `${who} føreslo tildelingane`,
  'round.approve': (who) => `${who} godkjende tildelingane`,
  'round.return': (who) => `${who} returnerte forslaga`,
  'agreement.register': (who) => `${who} registrerte ein avtale om delen til UH`,
  'behovsmelding.create': (who) => `${who} starta behovsmeldinga`,
  'behovsmelding.save': (who) => `${who} skreiv i kladden`,
  'behovsmelding.submit': (who, { again, onBehalf }) => `${who} sende behovsmeldinga${again === true ? ' på nytt' : ''}${typeof onBehalf === 'string' ? ' på vegner av skuleeigaren' : ''}`,
  'behovsmelding.withdraw': (who) => `${who} trekte behovsmeldinga`,
  'behovsmelding.reopen': (who) => `${who} opna behovsmeldinga igjen som kladd`,
  'behovsmelding.return': (who) => `${who} returnerte behovsmeldinga`,
  'behovsmelding.confirm': (who, { uh }) => (typeof uh === 'string' ? `${who} stadfesta kontakten for ${uh}` : `${who} stadfesta kontakten`),
  'behovsmelding.decline': (who, { uh }) => `${who} svarte nei for ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.share': (who, { uh }) => `${who} delte kladden med ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.save-uh': (who, { uh }) => `${who} fylte ut delen til ${typeof uh === 'string' ? uh : 'UH'}`,
  'behovsmelding.add-sub-partner': (who, { name, uh }) => `${who} la til ${typeof name === 'string' ? name : 'ein underpartnar'}${typeof uh === 'string' ? ` gjennom ${uh}` : ''}`,
  'behovsmelding.remove-sub-partner': (who, { name }) => `${who} fjerna ${typeof name === 'string' ? name : 'ein underpartnar'}`,
  'behovsmelding.confirm-owner': (who, { owner }) => `${who} stadfesta behovsmeldinga for ${typeof owner === 'string' ? owner : 'skuleeigaren'}`,
  'behovsmelding.object': (who, { owner }) => `${who} bad om retting for ${typeof owner === 'string' ? owner : 'skuleeigaren'}`,
  'delegation.give': (who, { region }) => `${who} gav ${typeof region === 'string' ? region : 'regionkontoret'} fullmakt`,
  'delegation.end': (who, { region }) => `${who} avslutta fullmakta til ${typeof region === 'string' ? region : 'regionkontoret'}`,
  'behovsmelding.attach': (who, { file }) => `${who} la ved «${String(file)}»`,
  'behovsmelding.detach': (who, { file }) => `${who} fjerna vedlegget «${String(file)}»`,
  'dispensation.ask': (who) => `${who} søkte om dispensasjon frå eigendelen`,
  'dispensation.ask-split': (who) => `${who} søkte om dispensasjon frå fordelinga mellom nettverk og UH`,
  'dispensation.decide': (who, { granted }) => `${who} ${granted === true ? 'innvilga dispensasjonen' : 'avslo dispensasjonen'}`,
  'dispensation.decide-split': (who, { granted }) => `${who} ${granted === true ? 'innvilga dispensasjonen' : 'avslo dispensasjonen'}`,
  'innstilling.save': (who) => `${who} lagra innstillinga`,
  'innstilling.deliver': (who) => `${who} leverte innstillinga`,
  'tildeling.approve': (who) => `${who} godkjende tildelinga`,
  'tildeling.return': (who) => `${who} returnerte forslaget`,
  'report.save': (who) => `${who} skreiv i rapporten`,
  'report.file-owner': (who) => `${who} sende eigarens del av rapporten`,
  'report.file-uh': (who) => `${who} sende UH sin del av rapporten`,
  'report.return': (who) => `${who} returnerte rapporten`,
  'report.accept': (who) => `${who} godkjende rapporten`,
  'report.attach': (who, { file }) => `${who} la ved «${String(file)}»`,
  'report.detach': (who, { file }) => `${who} fjerna vedlegget «${String(file)}»`,
  'file.tidy': (who, { count }) => `${who} rydda bort ${String(count)} filer som inga sak viste til`,
  'role.give': (who, { name, role }) => `${who} gav ${said(name)} rolla ${roleName(role)}`,
  'role.name-administrator': (who, { name }) => `${who} peikte ut ${said(name)} som administrator`,
  'role.give-seat': (who, { name, role }) => `${who} sette inn ${said(name)} som ${role === 'deputy' ? 'varamedlem' : 'medlem'} av forumet`,
  'role.give-office': (who, { name, role, place }) => `${who} gav ${said(name)} rolla ${roleName(role)} for ${said(place)}`,
  'role.end': (who, { name, role, to }) => `${who} avslutta rolla ${roleName(role)} for ${said(name)} frå ${onDay(to)}`,
  'region.create': (who, { name }) => `${who} oppretta regionen ${said(name)}`,
  'region.rename': (who, { was, name }) => `${who} endra namnet på regionen frå ${said(was)} til ${said(name)}`,
  'region.dissolve': (who, { name, on }) => `${who} løyste opp regionen ${said(name)} frå ${onDay(on)}`,
  'region.add-member': (who, { member, from }) => `${who} tok inn ${said(member)} i regionen frå ${onDay(from)}`,
  'region.end-membership': (who, { member, to }) => `${who} avslutta medlemskapen til ${said(member)} frå ${onDay(to)}`,
  'organisation.add': (who, { name }) => `${who} registrerte ${said(name)}`,
  'organisation.take-name': (who, { was, name }) => `${who} endra namnet frå ${said(was)} til ${said(name)}, som i Einingsregisteret`,
  'units.refresh': (who, { units }) => `${who} henta Einingsregisteret på nytt, med ${said(units)} einingar`,
  'user.invite': (who, { name }) => (typeof name === 'string' ? `${who} inviterte ${name}` : `${who} inviterte ein person`),
  'user.choose-language': (who, { locale }) => `${who} valde ${locale === 'nn' ? 'nynorsk' : 'bokmål'}`,
  'user.sign-in': (who, { name }) => `${typeof name === 'string' ? name : who} logga inn for første gong`,
  'message.mark-read': (who) => `${who} las meldingane sine`,
  other: (who) => `${who} gjorde ei endring`,
};
