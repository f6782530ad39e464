export const forum = {
  title: 'Samarbeidsforum',
};
