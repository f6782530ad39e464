import { inLanguage } from '#lib/texts/locale';

export const errorTexts = await inLanguage({ nb: () => import('../nb/errors'), nn: () => import('../nn/errors') });
