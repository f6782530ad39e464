import { inLanguage } from '#lib/texts/locale';

export const togetherTexts = await inLanguage({
  nb: () => import('../nb/together'),
  nn: () => import('../nn/together'),
});
