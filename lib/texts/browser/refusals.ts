import { inLanguage } from '#lib/texts/locale';

export const refusalTexts = await inLanguage({
  nb: () => import('../nb/refusals'),
  nn: () => import('../nn/refusals'),
});
