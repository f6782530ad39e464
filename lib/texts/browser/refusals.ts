import { inLanguage } from '#lib/texts/in-language';

export const refusalTexts = await inLanguage({
  nb: () => import('../nb/refusals'),
  nn: () => import('../nn/refusals'),
});
