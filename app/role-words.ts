import type { Role } from '#lib/domain/policy/row';
import type { Texts } from '#lib/texts/texts';

/** Each role once, with where it is held: whoever both writes and approves for an owner is told so in one. */
export function rolesAt(
  held: readonly { role: Role; place: string }[],
  t: Texts,
): { role: Role; name: string; place: string }[] {
  const has = (role: Role, place: string) => held.some((one) => one.role === role && one.place === place);
  return held.flatMap(({ role, place }) => {
    if (role === 'system' || role === 'public' || (role === 'leader' && has('skoleeier', place))) return [];
    return [
      {
        role,
        place,
        name: role === 'skoleeier' && has('leader', place) ? t.auth.writesAndApproves : t.auth.roles[role],
      },
    ];
  });
}

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
