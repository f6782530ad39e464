import { inLanguage } from '#lib/texts/locale';

export const peopleTexts = await inLanguage({ nb: () => import('../nb/people'), nn: () => import('../nn/people') });
