/** What a need asks for and plans, in kroner; null is not given. The database keeps these sums with the need. */
export interface Asked {
  network: number | null;
  uh: number | null;
  egenandel: number | null;
}

/** The whole request in kroner; null when a side is not given. */
export const wholeRequest = ({ network, uh }: Pick<Asked, 'network' | 'uh'>): number | null =>
  network === null || uh === null ? null : network + uh;
