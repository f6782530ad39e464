import type { Role } from '#lib/domain/policy';
import type { Texts } from '#lib/texts/texts';

/** What somebody is, and where: «Nordland · Skoleeier Fauske». */
export function placeLine(roles: readonly { role: Role; place: string; county: string }[], t: Texts): string {
  const counties = [...new Set(roles.map(({ county }) => county).filter((county) => county !== ''))];
  const places = roles.flatMap(({ role, place }) => {
    if (role === 'system' || role === 'public') return [];
    return [role === 'skoleeier' || role === 'uh' || role === 'coordinator' ? `${t.auth.roles[role]} ${place}` : t.auth.roles[role]];
  });
  return [...counties, ...new Set(places)].join(' · ');
}
