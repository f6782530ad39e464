import { inLanguage } from '#lib/texts/in-language';

export const reportTexts = await inLanguage({ nb: () => import('../nb/report'), nn: () => import('../nn/report') });
