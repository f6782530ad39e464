export const need = {
  title: 'Behovsmelding',
};
