import { findRoles } from '#lib/db/people/user';
import { findRegister, registerPlaces } from '#lib/db/register/register';
import { findRegisterTiltak } from '#lib/db/register/tiltak';
import { searchRegister, sumsByRegion, registerSums } from '#lib/domain/register';
import { Nothing } from '#lib/schema/fields';
import { ByReference, RegisterAddress } from '#lib/schema/register';
import { query } from './query';

/** The counties and years with an approved tildeling, the newest first. */
export const readRegisterPlaces = query({
  action: 'register.read',
  schema: Nothing,
  load: (tx) => registerPlaces(tx),
  show: (places) => places,
});

/** What is approved in a county and year: sums of all of it, and the tiltak that are searched for. */
export const readRegister = query({
  action: 'register.read',
  schema: RegisterAddress,
  load: (tx, { county, year }) => findRegister(tx, county, year),
  show: (register, _viewer, _tx, { search }) => ({
    ...register,
    search,
    found: searchRegister(register.rows, search),
    sums: registerSums(register.rows),
    regions: sumsByRegion(register.rows),
  }),
});

/** One tiltak by its reference. */
export const readRegisterTiltak = query({
  action: 'register.read',
  schema: ByReference,
  load: (tx, { reference }) => findRegisterTiltak(tx, reference),
  show: (tiltak) => tiltak,
});

/** What the reader is, and where: for the head of every page. */
export const readPlaces = query({
  action: 'start.read',
  schema: Nothing,
  load: () => Promise.resolve({}),
  show: (_self, { actor, now }, tx) => findRoles(tx, actor.userId, now),
});
