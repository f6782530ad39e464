import { inLanguage } from '#lib/texts/in-language';

export const peopleTexts = await inLanguage({ nb: () => import('../nb/people'), nn: () => import('../nn/people') });
