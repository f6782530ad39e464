import { inLanguage } from '#lib/texts/in-language';

export const formTexts = await inLanguage({ nb: () => import('../nb/form'), nn: () => import('../nn/form') });
