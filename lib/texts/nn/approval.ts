import type { approval as nb } from '../nb/approval';

export const approval: typeof nb = {
  title: 'Godkjenning',
};
