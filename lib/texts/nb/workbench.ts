export const workbench = {
  title: 'Arbeidsbenken',
};
