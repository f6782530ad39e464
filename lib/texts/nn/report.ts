import type { report as nb } from '../nb/report';

export const report: typeof nb = {
  title: 'Rapport',
};
