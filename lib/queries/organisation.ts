import { dayAt } from '#lib/domain/day';
import { may } from '#lib/domain/policy/may';
import { findOrganisations } from '#lib/db/organisation';
import { countUnits, findUnit, findUnits } from '#lib/db/organisation';
import { Nothing } from '#lib/schema/fields';
import { LookUp } from '#lib/schema/organisation';
import { listQuery, together } from './query';

const counties = (ways: readonly { id: string }[]): string[] => [...new Set(ways.map(({ id }) => id))];

/** The organisations of the reader's counties, with the names Enhetsregisteret has. */
export const organisationsPage = listQuery({
  action: 'organisation.read',
  schema: Nothing,
  find: async (tx, ways, _, { actor, now }) => {
    const list = await findOrganisations(tx, { counties: counties(ways), own: [] }, dayAt(now));
    const edits = counties(ways).filter((countyId) => may(actor, 'organisation.add', { countyId }));
    return { list, units: await countUnits(tx), edits };
  },
});

/** What the form to add an organisation begins from: a search in Enhetsregisteret, or the unit chosen there. */
export const newOrganisationPage = listQuery({
  action: 'organisation.read',
  schema: LookUp,
  find: async (tx, ways, { q, orgnr }, { actor }) => {
    const adds = counties(ways).filter((countyId) => may(actor, 'organisation.add', { countyId }));
    if (adds.length === 0) return null;
    return {
      adds,
      q,
      ...(await together({
        found: q === '' ? [] : findUnits(tx, q),
        chosen: orgnr === undefined ? null : findUnit(tx, orgnr),
        units: countUnits(tx),
      })),
    };
  },
});
