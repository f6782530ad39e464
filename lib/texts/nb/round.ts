export const round = {
  title: 'Runde',
};
