const HERE = 'http://here.invalid';

/** A path on this site, else `otherwise`: an address elsewhere must not be reached through us. */
export function pathHere(back: unknown, otherwise: string): string {
  if (typeof back !== 'string' || !back.startsWith('/') || !URL.canParse(back, HERE)) return otherwise;
  const url = new URL(back, HERE);
  return url.origin === HERE && !url.pathname.startsWith('//') ? url.pathname + url.search : otherwise;
}
