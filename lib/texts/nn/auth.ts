import type { auth as nb } from '../nb/auth';

export const auth: typeof nb = {
  title: 'Innlogging',
};
