import { z } from 'zod';
import { SIDES } from '#lib/domain/states';
import { day, Id, kroner, requiredText } from './fields';

const CELL = /^(network|uh)_(\d{4})$/;
const OWN = /^year_(\d{4})$/;
const cells = (name: RegExp) =>
  z.preprocess(
    (value) => value ?? {},
    z
      .record(z.string().regex(name, 'malformed'), kroner, 'malformed')
      .refine((all) => Object.keys(all).length <= 40, 'too-long'),
  );
const Lines = cells(CELL).transform((all) =>
  Object.entries(all).flatMap(([key, amount]) => {
    const [, side, year] = CELL.exec(key) ?? [];
    const found = SIDES.find((one) => one === side);
    return found === undefined ? [] : [{ side: found, budgetYear: Number(year), amount }];
  }),
);

const Own = cells(OWN).transform((all) =>
  Object.entries(all).map(([key, amount]) => ({ budgetYear: Number(OWN.exec(key)?.[1]), amount })),
);

/** A need that came on paper: what stands on its first page, and the sheets as a file, if any. */
export const RegisterPaper = z.object({
  id: Id,
  ownerId: z.union([Id, z.literal('')], 'malformed').refine((id) => id !== '', 'required'),
  title: requiredText(200),
  receivedOn: day.pipe(z.date('required')),
  uhId: z.union([Id, z.literal('')], 'malformed').transform((id) => (id === '' ? null : id)),
  lines: Lines,
  egenandel: Own,
  file: z.instanceof(File, { message: 'malformed' }).nullable(),
});
