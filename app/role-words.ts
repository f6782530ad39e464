import type { Role } from '#lib/domain/policy/actor';
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
