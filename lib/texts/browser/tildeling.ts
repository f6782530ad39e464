import { inLanguage } from '#lib/texts/in-language';

export const tildelingTexts = await inLanguage({
  nb: () => import('../nb/tildeling'),
  nn: () => import('../nn/tildeling'),
});
