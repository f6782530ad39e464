import type { workbench as nb } from '../nb/workbench';

export const workbench: typeof nb = {
  title: 'Arbeidsbenken',
};
