import { inLanguage } from '#lib/texts/locale';

export const formTexts = await inLanguage({ nb: () => import('../nb/form'), nn: () => import('../nn/form') });
