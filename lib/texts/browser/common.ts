import { inLanguage } from '#lib/texts/locale';

export const commonTexts = await inLanguage({ nb: () => import('../nb/common'), nn: () => import('../nn/common') });
