import { inLanguage } from '#lib/texts/locale';

export const partsTexts = await inLanguage({ nb: () => import('../nb/parts'), nn: () => import('../nn/parts') });
