import type { start as nb } from '../nb/start';

export const start: typeof nb = {
  title: 'Framsida',
  menu: { start: 'Framsida', needs: 'Behovsmeldingar', rounds: 'Rundar', innstillinger: 'Innstillingar', tildelinger: 'Tildelingar', reports: 'Rapportar', dispensations: 'Dispensasjonar', log: 'Logg', register: 'Register' },
};
