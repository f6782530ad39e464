import type { tildeling as nb } from '../nb/tildeling';

export const tildeling: typeof nb = {
  title: 'Tildeling',
};
