import type { need as nb } from '../nb/need';

export const need: typeof nb = {
  title: 'Behovsmelding',
};
