import { z } from 'zod';
import { SIDES } from '#lib/domain/states';
import { day, Id, kroner, requiredText } from './fields';

const CELL = /^(network|uh)_(\d{4})$/;
const Lines = z.preprocess((value) => value ?? {}, z.record(z.string().regex(CELL, 'malformed'), kroner, 'malformed').refine((all) => Object.keys(all).length <= 40, 'too-long'))
  .transform((cells) => Object.entries(cells).flatMap(([key, amount]) => {
    const [, side, year] = CELL.exec(key) ?? [];
    const found = SIDES.find((one) => one === side);
    return found === undefined ? [] : [{ side: found, budgetYear: Number(year), amount }];
  }));

/** A need that came on paper: what stands on its first page, and the sheets as a file, if any. */
export const RegisterPaper = z.object({
  id: Id, ownerId: z.union([Id, z.literal('')], 'malformed').refine((id) => id !== '', 'required'), title: requiredText(200), receivedOn: day.pipe(z.date('required')),
  uhId: z.union([Id, z.literal('')], 'malformed').transform((id) => (id === '' ? null : id)), lines: Lines,
  file: z.instanceof(File, { message: 'malformed' }).nullable(),
});
