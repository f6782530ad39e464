/** Words about what is too large for one page and is shown a part at a time. */
export const parts = {
  title: 'Deler av runden',
  part: (n: number, regions: string) => `Del ${n}: ${regions}`,
  lines: (what: string, from: number, to: number, all: number) => `${what}, ${from}–${to} av ${all}`,
  range: (what: string, from: number, to: number) => `${what} ${from}–${to}`,
  all: (n: number) => `Vis alle ${n}`,
  print: (n: number) => `Skal du skrive ut alt, velger du «Vis alle ${n}» først.`,
  sum: 'Sum for hele runden',
  next: 'Neste del',
  saveFirst: 'Lagre før du går til en annen del.',
};
