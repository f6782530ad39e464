import { z } from 'zod';

const YEAR = /^20\d{2}$/;
const Search = z.string().max(200).catch('');

/** A county and a year of the register, with what is searched for. */
export const RegisterAddress = z.object({
  county: z.string().regex(/^[a-z-]{1,64}$/),
  year: z.string().regex(YEAR).transform(Number),
  search: Search,
});

/** A reference as it is printed: TF-2021-0013. */
export const ByReference = z.object({ reference: z.string().regex(/^[A-Z]{1,8}-20\d{2}-\d{4,6}$/) });

/** A county and a year chosen in one list: «nordland/2025». */
export const ChosenPlace = z.string().regex(/^[a-z-]{1,64}\/20\d{2}$/);
