export const report = {
  title: 'Rapport',
};
