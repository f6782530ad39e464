import { LINE_FIELDS, lineAt, lineField } from '#lib/domain/innstilling/form';
import type { InnstillingLack, SentBehovsmelding } from '#lib/domain/innstilling/innstilling';
import type { Typing } from '#lib/domain/form/merge';

/**
 * All needs of a round, and the form as the draft fills it, as they are sent to the browser: the rows as one text, a
 * tenth of the bytes.
 */
export interface PackedForm {
  readonly head: Typing;
  readonly regions: readonly (readonly [id: string, name: string | null])[];
  readonly rows: string;
}
type Row = [
  id: string,
  title: string,
  region: number | null,
  network: number | null,
  uh: number | null,
  ...said: string[],
];

export function packForm(needs: readonly SentBehovsmelding[], typing: Typing): PackedForm {
  const regions = [
    ...new Map(needs.flatMap(({ regionId, regionName }) => (regionId === null ? [] : [[regionId, regionName]]))),
  ];
  const place = new Map(regions.map(([id], index) => [id, index]));
  const rows = needs.map(({ id, title, regionId, network, uh }): Row => {
    const said = LINE_FIELDS.map((field) => typing[lineField(field, id)]?.[0] ?? '');
    const last = said.findLastIndex((text) => text !== '');
    return [
      id,
      title,
      (regionId === null ? null : place.get(regionId)) ?? null,
      network,
      uh,
      ...said.slice(0, last + 1),
    ];
  });
  const head = Object.fromEntries(Object.entries(typing).filter(([field]) => lineAt(field) === null));
  return { head, regions, rows: JSON.stringify(rows) };
}

/** The needs and the form again. */
export function unpackForm({ head, regions, rows }: PackedForm): { needs: SentBehovsmelding[]; stored: Typing } {
  const stored = new Map(Object.entries(head));
  // Written by `packForm`, and by nothing else.
  const needs = (JSON.parse(rows) as Row[]).map(([id, title, region, network, uh, ...said]) => {
    for (const [index, field] of LINE_FIELDS.entries())
      if ((said[index] ?? '') !== '') stored.set(lineField(field, id), [said[index] ?? '']);
    const [regionId, regionName] = regions[region ?? -1] ?? [null, null];
    return { id, title, regionId, regionName, network, uh };
  });
  return { needs, stored: Object.fromEntries(stored) };
}

/** What a part of the form began from: its head, and the fields of the needs that are shown. */
export function beganOn(here: readonly Pick<SentBehovsmelding, 'id'>[], stored: Typing): string {
  const shown = new Set(here.map(({ id }) => id));
  const isHere = (field: string): boolean => {
    const at = lineAt(field);
    return at === null || shown.has(at.needId);
  };
  return JSON.stringify(Object.fromEntries(Object.entries(stored).filter(([field]) => isHere(field))));
}

/** What one part tells is missing: by its field what is in it or about the whole, and of the other parts how many of their needs. */
export interface MissingHere {
  readonly here: readonly InnstillingLack[];
  readonly elsewhere: readonly { readonly part: number; readonly count: number; readonly first: string }[];
}

export function missingOn(
  part: number,
  missing: readonly InnstillingLack[],
  partOf: ReadonlyMap<string, number>,
): MissingHere {
  const here: InnstillingLack[] = [];
  const others = new Map<number, { part: number; count: number; first: string }>();
  for (const lack of missing) {
    const place = partOf.get(lineAt(lack.field)?.needId ?? '') ?? part;
    if (place === part || lack.refusal?.code === 'over-budget') here.push(lack);
    else {
      const { count, first } = others.get(place) ?? { count: 0, first: lack.field };
      others.set(place, { part: place, count: count + 1, first });
    }
  }
  return { here, elsewhere: [...others.values()] };
}
