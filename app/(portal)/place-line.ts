import type { Role } from '#lib/domain/policy/actor';
import type { Texts } from '#lib/texts/texts';
import { rolesAt } from '../role-words';

const AT_A_PLACE: ReadonlySet<Role> = new Set([
  'skoleeier',
  'leader',
  'contributor',
  'coordinator',
  'uh',
  'administrator',
]);

/** What somebody is, and where: «Nordland · Skoleeier Fauske». */
export function placeLine(roles: readonly { role: Role; place: string; county: string }[], t: Texts): string {
  const counties = [...new Set(roles.map(({ county }) => county).filter((county) => county !== ''))];
  const places = rolesAt(roles, t).map(({ role, name, place }) => (AT_A_PLACE.has(role) ? `${name} ${place}` : name));
  return [...counties, ...new Set(places)].join(' · ');
}
