import { inLanguage } from '#lib/texts/locale';

export const innstillingTexts = await inLanguage({
  nb: () => import('../nb/innstilling'),
  nn: () => import('../nn/innstilling'),
});
