import type { forum as nb } from '../nb/forum';

export const forum: typeof nb = {
  title: 'Samarbeidsforum',
};
