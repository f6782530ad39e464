import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ORGANISATION_KINDS } from '#lib/domain/states';
import { FRISKOLE } from './nordland-loft';
import type { DemoRows } from './rows';

const Listed = z.array(
  z.object({
    name: z.string(),
    orgnr: z.string().nullable(),
    kind: z.enum(ORGANISATION_KINDS),
    county: z.string().nullable(),
    kommunenr: z.string().nullable(),
  }),
);
type Listed = z.infer<typeof Listed>[number] & { isExample?: true };

const TF = 'troms-og-finnmark';
const without = (name: string, kind: Listed['kind'], county: string | null = TF): Listed => ({
  name,
  kind,
  county,
  orgnr: null,
  kommunenr: null,
});

// The report for 2021 names these; their numbers were not looked up, and a network has none.
const UNNUMBERED: readonly Listed[] = [
  without('RSK Midt-Finnmark', 'network'),
  without('RSK Øst-Finnmark', 'network'),
  without('Indre Midt-Troms', 'network'),
  without('Region Sør-Troms', 'network'),
  without('Senja og Sørreisa kommuner', 'network'),
  without('Montessorinettverket i Troms', 'network'),
  without('Nettverk for internasjonale skoler', 'network', null),
  without('Troms og Finnmark fylkeskommune', 'fylkeskommune'),
  without('Samisk videregående skole og reindriftsskole', 'state-school'),
  without('Lesesenteret', 'national-centre', null),
  without('Ekrehagen skole', 'friskole'),
  without('Vanna Montessoriskole', 'friskole'),
  without('Longyearbyen skole', 'other', null),
  { ...without(FRISKOLE, 'friskole', 'nordland'), isExample: true },
];
const OFFICES: readonly Listed[] = [
  {
    name: 'Statsforvalteren i Troms og Finnmark',
    orgnr: '967311014',
    kind: 'statsforvalter',
    county: TF,
    kommunenr: null,
  },
  {
    name: 'Statsforvalteren i Nordland',
    orgnr: '974764687',
    kind: 'statsforvalter',
    county: 'nordland',
    kommunenr: null,
  },
];

const listed = Listed.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'organisations.json'), 'utf8')));
const all: readonly Listed[] = [...listed, ...OFFICES, ...UNNUMBERED];

/** A name as part of an id: small letters and hyphens. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const idFor = ({ orgnr, name }: Listed): string => `org-${orgnr ?? slug(name)}`;
// A kommune with several official names is found by any of them.
const byName = new Map(all.flatMap((one) => [one.name, ...one.name.split(' - ')].map((name) => [name, idFor(one)])));

/** The id of an organisation by its name. */
export function org(name: string): string {
  const id = byName.get(name);
  if (id === undefined) throw new Error(`No organisation in the demo is called ${name}.`);
  return id;
}

/** All organisations of the demo. */
export const organisations = (): DemoRows['organisation'] =>
  all.map((one) => ({
    id: idFor(one),
    orgnr: one.orgnr,
    name: one.name,
    kind: one.kind,
    countyId: one.county,
    kommunenr: one.kommunenr,
    isExample: one.isExample ?? false,
  }));
