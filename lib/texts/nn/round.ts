import type { round as nb } from '../nb/round';

export const round: typeof nb = {
  title: 'Runde',
};
