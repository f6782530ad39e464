import { models } from '#prisma/models';
import type { Actor, Grant } from '#lib/domain/policy/row';

/** Who acts in the small county of the tests. */
export type Actors = Record<
  | 'skoleeier'
  | 'writer'
  | 'leader'
  | 'contributor'
  | 'otherOwner'
  | 'coordinator'
  | 'uh'
  | 'otherUh'
  | 'secretariat'
  | 'member'
  | 'deputy'
  | 'administrator'
  | 'uhAdministrator'
  | 'caseworker'
  | 'caseworker2'
  | 'approver'
  | 'approver2'
  | 'auditor'
  | 'stranger',
  Actor
>;

const NOWHERE = { organisationId: null, regionId: null, countyId: null, forumId: null };

async function person(
  name: string,
  grant: Partial<Omit<Grant, 'role'>> & { role: Grant['role'] | readonly Grant['role'][] },
): Promise<Actor> {
  const grants = [grant.role].flat().map((role): Grant => ({ ...NOWHERE, ...grant, role }));
  const user = await models().user.create({
    data: {
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@example.no`,
      roles: {
        create: grants
          .filter(({ role }) => role !== 'contributor')
          .map((one) => ({ ...one, from: new Date('2020-01-01') })),
      },
    },
  });
  return { userId: user.id, name, grants };
}

/** One person for each role there is, and some for two; the skoleeier writes and approves. */
export async function makeActors({
  countyId,
  regionId,
  forumId,
  ownerId,
  otherId,
  uhId,
  otherUhId,
}: Record<
  'countyId' | 'regionId' | 'forumId' | 'ownerId' | 'otherId' | 'uhId' | 'otherUhId',
  string
>): Promise<Actors> {
  return {
    skoleeier: await person('Kari Eier', { role: ['skoleeier', 'leader'], organisationId: ownerId, countyId }),
    writer: await person('Sverre Skriver', { role: 'skoleeier', organisationId: ownerId, countyId }),
    leader: await person('Lise Leder', { role: 'leader', organisationId: ownerId, countyId }),
    contributor: await person('Rolf Rektor', { role: 'contributor' }),
    otherOwner: await person('Ola Eier', { role: ['skoleeier', 'leader'], organisationId: otherId, countyId }),
    coordinator: await person('Kaja Koordinator', { role: 'coordinator', regionId, countyId }),
    uh: await person('Unn UH', { role: 'uh', organisationId: uhId }),
    otherUh: await person('Ulf UH', { role: 'uh', organisationId: otherUhId }),
    secretariat: await person('Siri Sekretariat', { role: 'secretariat', forumId, countyId }),
    member: await person('Mona Medlem', { role: 'member', forumId, countyId }),
    deputy: await person('Dag Vara', { role: 'deputy', forumId, countyId }),
    administrator: await person('Ada Administrator', { role: 'administrator', organisationId: ownerId, countyId }),
    uhAdministrator: await person('Ulla Administrator', { role: 'administrator', organisationId: uhId, countyId }),
    caseworker: await person('Sara Saksbehandler', { role: 'caseworker', countyId }),
    caseworker2: await person('Stig Saksbehandler', { role: 'caseworker', countyId }),
    approver: await person('Berit Beslutter', { role: 'approver', countyId }),
    approver2: await person('Bjarne Beslutter', { role: 'approver', countyId }),
    auditor: await person('Rita Revisor', { role: 'auditor', countyId }),
    stranger: { userId: 'stranger', name: 'Fremmed', grants: [] },
  };
}
