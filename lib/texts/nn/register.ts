import type { register as nb } from '../nb/register';

export const register: typeof nb = {
  title: 'Register',
};
