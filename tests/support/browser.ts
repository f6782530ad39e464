/** A browser's cookies for one site, kept between requests. */
export class Jar {
  private readonly kept = new Map<string, string>();
  get = (name: string): string | undefined => this.kept.get(name);
  header(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '') this.kept.delete(name);
      else this.kept.set(name, value);
    }
    return response;
  }
}

/** Where a response sends the browser. */
export const goesTo = (response: Response): string => response.headers.get('location') ?? `stays, ${response.status}`;
