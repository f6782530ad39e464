import { inLanguage } from '#lib/texts/in-language';

export const togetherTexts = await inLanguage({
  nb: () => import('../nb/together'),
  nn: () => import('../nn/together'),
});
