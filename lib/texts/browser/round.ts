import { inLanguage } from '#lib/texts/locale';

export const roundTexts = await inLanguage({ nb: () => import('../nb/round'), nn: () => import('../nn/round') });
