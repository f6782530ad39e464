import type { start as nb } from '../nb/start';

export const start: typeof nb = {
  title: 'Framsida',
};
