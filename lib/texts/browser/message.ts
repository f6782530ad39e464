import { inLanguage } from '#lib/texts/in-language';

export const messageTexts = await inLanguage({ nb: () => import('../nb/message'), nn: () => import('../nn/message') });
