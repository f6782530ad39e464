export const tildeling = {
  title: 'Tildeling',
};
