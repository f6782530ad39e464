import { inLanguage } from '#lib/texts/in-language';

export const commonTexts = await inLanguage({ nb: () => import('../nb/common'), nn: () => import('../nn/common') });
