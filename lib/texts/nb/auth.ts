export const auth = {
  title: 'Innlogging',
};
