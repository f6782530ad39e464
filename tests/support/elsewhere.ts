import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';

/** Another county with a region, a forum, an owner and a caseworker: what nobody of the world may touch. */
export async function makeElsewhere(): Promise<{
  countyId: string;
  regionId: string;
  forumId: string;
  ownerId: string;
  caseworker: Actor;
}> {
  const countyId = 'annetfylke';
  await models().county.create({
    data: { id: countyId, name: 'Annet fylke', prefix: 'AF', statsforvalterName: 'Statsforvalteren i Annet fylke' },
  });
  const region = await models().region.create({ data: { countyId, name: 'Langt borte' } });
  const forum = await models().samarbeidsforum.create({
    data: { countyId, name: 'Et annet forum', programmes: ['DEKOMP'] },
  });
  const owner = await models().organisation.create({
    data: { countyId, name: 'Tromsø', kind: 'kommune', orgnr: '940101808' },
  });
  const user = await models().user.create({
    data: {
      name: 'Siv Saksbehandler',
      email: 'siv@example.no',
      roles: { create: [{ role: 'caseworker', countyId, from: new Date('2020-01-01') }] },
    },
  });
  const caseworker: Actor = {
    userId: user.id,
    name: user.name,
    grants: [{ role: 'caseworker', organisationId: null, regionId: null, countyId, forumId: null }],
  };
  return { countyId, regionId: region.id, forumId: forum.id, ownerId: owner.id, caseworker };
}
