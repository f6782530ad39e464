import { z } from 'zod';
import { DISPENSATION_STATES } from '#lib/domain/states';
import { Id, oneOf, requiredText } from './fields';

/** An owner asks for an exception from the egenandel, with a reason. */
export const AskDispensation = z.object({ id: Id, reason: requiredText(2000) });

const [, ...ANSWERS] = DISPENSATION_STATES;
/** The answer, with a reason either way. */
export const DecideDispensation = z.object({ id: Id, state: oneOf(ANSWERS), reason: requiredText(2000) });
