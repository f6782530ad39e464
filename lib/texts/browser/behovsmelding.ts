import { inLanguage } from '#lib/texts/locale';

export const behovsmeldingTexts = await inLanguage({
  nb: () => import('../nb/behovsmelding'),
  nn: () => import('../nn/behovsmelding'),
});
