import { z } from 'zod';
import { Id, kroner, requiredText, text } from './fields';

const email = text(200).pipe(z.string().refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'not-an-email'));
const optional = (max: number) => z.preprocess((value) => value ?? '', text(max));

/** A UH knows the need: whom to talk to there. */
export const ConfirmNeed = z.object({ id: Id, contact: requiredText(200), contactRole: optional(200), contactEmail: z.preprocess((value) => value ?? '', email), contactPhone: optional(40) });
export const DeclineNeed = z.object({ id: Id, reason: requiredText(1000) });
export const ShareNeed = z.object({ id: Id, organisationId: Id });
export const RemovePartner = z.object({ id: Id, organisationId: Id });

const CELL = /^uh_([A-Za-z0-9-]{1,64})_(\d{4})$/;
const Cells = z.preprocess((value) => value ?? {}, z.record(z.string().regex(CELL, 'malformed'), kroner, 'malformed').refine((all) => Object.keys(all).length <= 20, 'too-long'));
const Part = z.object({ plan: text(4000), lines: Cells });

/** A UH's own part, with what each field began from. Cells of another than itself are not its own to send. */
export const SaveUhPart = Part.extend({ id: Id, organisationId: Id, began: Part }).transform(({ id, organisationId, began, ...typed }, context) => {
  const part = ({ plan, lines }: z.infer<typeof Part>) => ({
    plan,
    cells: new Map(Object.entries(lines).map(([name, amount]) => {
      const [, receiver, year] = CELL.exec(name) ?? [];
      if (receiver !== organisationId) context.addIssue({ code: 'custom', path: ['lines', name], message: 'not-in-list' });
      return [Number(year), amount];
    })),
  });
  return { id, organisationId, began: part(began), typed: part(typed) };
});

export const AddSubPartner = z.object({ id: Id, throughId: Id, name: requiredText(200), country: optional(100), what: optional(1000) });
export const RemoveSubPartner = z.object({ id: Id, subPartnerId: Id });
export const ConfirmForOwner = z.object({ id: Id });
export const ObjectForOwner = z.object({ id: Id, objection: requiredText(2000) });
