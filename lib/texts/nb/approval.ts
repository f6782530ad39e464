export const approval = {
  title: 'Godkjenning',
};
