import { inLanguage } from '#lib/texts/locale';

export const tildelingTexts = await inLanguage({
  nb: () => import('../nb/tildeling'),
  nn: () => import('../nn/tildeling'),
});
