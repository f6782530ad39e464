import { z } from 'zod';
import { oneOf } from './fields';

/** The written language somebody chooses. */
export const ChooseLanguage = z.object({ locale: oneOf(['nb', 'nn']) });
