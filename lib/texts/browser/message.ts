import { inLanguage } from '#lib/texts/locale';

export const messageTexts = await inLanguage({ nb: () => import('../nb/message'), nn: () => import('../nn/message') });
