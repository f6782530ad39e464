export const start = {
  title: 'Forsiden',
};
