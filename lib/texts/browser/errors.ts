import { inLanguage } from '#lib/texts/in-language';

export const errorTexts = await inLanguage({ nb: () => import('../nb/errors'), nn: () => import('../nn/errors') });
