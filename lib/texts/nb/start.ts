export const start = {
  title: 'Forsiden',
  menu: { start: 'Forsiden', needs: 'Behovsmeldinger', rounds: 'Runder', innstillinger: 'Innstillinger', tildelinger: 'Tildelinger', reports: 'Rapporter', dispensations: 'Dispensasjoner', log: 'Logg', register: 'Register' },
};
