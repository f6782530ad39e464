import { z } from 'zod';
import { OptionalId } from './allocation';
import { Id, day, requiredText, whole } from './fields';

const Place = { id: Id, regionId: OptionalId, behovsmeldingId: OptionalId };

export const AskSplit = z.object({ ...Place, reason: requiredText(2000) });

const given = <T>(schema: z.ZodType<T | null>) =>
  schema.transform((value, context): T => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });

export const RegisterAgreement = z.object({
  ...Place,
  parties: requiredText(500),
  uhPercent: given(whole(0, 100)),
  agreedOn: given(day),
});
