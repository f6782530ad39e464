import type { nb } from '../nb';

/** Words about what is too large for one page and is shown a part at a time. */
export const parts: (typeof nb)['parts'] = {
  title: 'Delar av runden',
  part: (n, regions) => `Del ${n}: ${regions}`,
  lines: (what, from, to, all) => `${what}, ${from}–${to} av ${all}`,
  range: (what, from, to) => `${what} ${from}–${to}`,
  all: (n) => `Vis alle ${n}`,
  print: (n) => `Skal du skrive ut alt, vel du «Vis alle ${n}» først.`,
  sum: 'Sum for heile runden',
  next: 'Neste del',
  saveFirst: 'Lagre før du går til ein annan del.',
};
