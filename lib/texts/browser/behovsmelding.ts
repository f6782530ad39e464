import { inLanguage } from '#lib/texts/in-language';

export const behovsmeldingTexts = await inLanguage({
  nb: () => import('../nb/behovsmelding'),
  nn: () => import('../nn/behovsmelding'),
});
