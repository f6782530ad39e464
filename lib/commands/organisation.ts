import { done } from '#lib/domain/outcome';
import { decideOrganisation as decideAdd, decideName as decideTake } from '#lib/domain/organisation';
import { AddOrganisation, RefreshUnits, TakeName } from '#lib/schema/organisation';
import { insertOrganisation, lockForOrganisation, lockName, setName } from '#lib/db/organisation';
import { countUnits, dropUnits, putUnits } from '#lib/db/organisation';
import { command } from './command';

/** Adds an organisation to the caseworker's county, by its number in Enhetsregisteret; a network has none. */
export const addOrganisation = command({
  action: 'organisation.add',
  schema: AddOrganisation,
  load: lockForOrganisation,
  decide: decideAdd,
  save: async (tx, { countyId }, { name, kind, orgnr, kommunenr }) => {
    const id = await insertOrganisation(tx, countyId, { name, kind, orgnr, kommunenr });
    return {
      value: { id },
      log: [{ subjectType: 'organisation', subjectId: id, roundId: null, countyId, details: { name, kind, orgnr } }],
    };
  },
});

/** Gives an organisation the name it has in Enhetsregisteret. */
export const takeName = command({
  action: 'organisation.take-name',
  schema: TakeName,
  load: (tx, { id }) => lockName(tx, id),
  decide: (before) => decideTake(before),
  save: async (tx, { id, name: was, countyId }, { name }) => {
    await setName(tx, id, name);
    return { value: { id }, log: [{ subjectId: id, roundId: null, countyId, details: { was, name } }] };
  },
});

/**
 * Stores a batch of Enhetsregisteret's open file; the last takes away what the file no longer has. `now` is the same
 * for all batches of a file.
 */
export const refreshUnits = command({
  action: 'units.refresh',
  schema: RefreshUnits,
  load: () => Promise.resolve({}),
  decide: (_, input) => done(input),
  save: async (tx, _, { units, last }, { now }) => {
    const stored = units.length === 0 ? 0 : await putUnits(tx, units, now);
    const gone = last ? await dropUnits(tx, now) : 0;
    const log = last
      ? [
          {
            subjectType: 'units',
            subjectId: 'units',
            roundId: null,
            countyId: null,
            details: { units: await countUnits(tx), gone },
          },
        ]
      : [];
    return { value: { stored, gone }, log };
  },
});
