import { inLanguage } from '#lib/texts/in-language';

export const roundTexts = await inLanguage({ nb: () => import('../nb/round'), nn: () => import('../nn/round') });
