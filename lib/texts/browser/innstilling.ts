import { inLanguage } from '#lib/texts/in-language';

export const innstillingTexts = await inLanguage({
  nb: () => import('../nb/innstilling'),
  nn: () => import('../nn/innstilling'),
});
