import { inLanguage } from '#lib/texts/locale';

export const reportTexts = await inLanguage({ nb: () => import('../nb/report'), nn: () => import('../nn/report') });
