import type { Calendar } from './messages';
import { FRISKOLE } from './nordland-loft';
import { org, organisations, slug } from './organisations';
import type { DemoRows } from './rows';

export const NORDLAND = 'nordland';
export const TROMS_OG_FINNMARK = 'troms-og-finnmark';

interface Place {
  name: string;
  members: readonly string[];
  isExample?: true;
  to?: string;
}

/** RKK Salten and RKK Vesterålen by their own pages; the strategy counts nine regions and names none, so six are examples. */
const NORDLAND_REGIONS: readonly Place[] = [
  {
    name: 'RKK Salten',
    members: ['Rødøy', 'Meløy', 'Gildeskål', 'Beiarn', 'Saltdal', 'Fauske', 'Sørfold', 'Steigen', 'Hamarøy'],
  },
  { name: 'RKK Vesterålen', members: ['Andøy', 'Bø', 'Hadsel', 'Lødingen', 'Sortland', 'Øksnes'] },
  { name: 'Videregående opplæring', members: ['Nordland fylkeskommune'] },
  { name: 'RKK Lofoten', members: ['Vågan', 'Vestvågøy', 'Flakstad', 'Moskenes', 'Værøy', 'Røst'], isExample: true },
  { name: 'Ofoten', members: ['Narvik', 'Evenes'], isExample: true },
  {
    name: 'RKK Ytre Helgeland',
    members: ['Alstahaug', 'Leirfjord', 'Herøy', 'Dønna', 'Lurøy', 'Træna'],
    isExample: true,
  },
  {
    name: 'RKK Indre Helgeland',
    members: ['Vefsn', 'Grane', 'Hattfjelldal', 'Rana', 'Hemnes', 'Nesna'],
    isExample: true,
  },
  { name: 'RKK Sør-Helgeland', members: ['Bindal', 'Sømna', 'Brønnøy', 'Vega', 'Vevelstad'], isExample: true },
  { name: 'Bodø', members: ['Bodø', FRISKOLE], isExample: true },
];

/** An example of a region that ended in the middle of a year: its members went on in another, and what it was granted stays. */
export const DISSOLVED = {
  name: 'Brønnøysundregionen',
  members: ['Brønnøy', 'Vega', 'Vevelstad'],
  into: 'RKK Sør-Helgeland',
  on: ({ openYear }: Calendar): string => `${String(openYear - 2)}-08-01`,
} as const;

/** As the report for 2021 and the region offices name them; Nord-Troms is our name for the region that Kåfjord leads. */
const TF_REGIONS: readonly Place[] = [
  { name: 'RSK Vest-Finnmark', members: ['Alta', 'Hammerfest', 'Hasvik', 'Nordkapp', 'Loppa', 'Måsøy'] },
  { name: 'RSK Midt-Finnmark', members: ['Gamvik', 'Karasjok', 'Kautokeino', 'Lebesby', 'Porsanger'] },
  { name: 'RSK Øst-Finnmark', members: [] },
  { name: 'Indre Midt-Troms', members: ['Målselv', 'Bardu', 'Lavangen', 'Salangen', 'Dyrøy', 'Sørreisa'] },
  { name: 'Senja og Sørreisa', members: ['Senja', 'Sørreisa'] },
  { name: 'Sør-Troms', members: [] },
  { name: 'Nord-Troms', members: ['Kåfjord', 'Nordreisa', 'Storfjord', 'Lyngen'], isExample: true },
  {
    name: 'Tromsø-regionen',
    members: ['Tromsø', 'Balsfjord', 'Karlsøy', 'Ekrehagen skole', 'Vanna Montessoriskole'],
    to: '2021-09-01',
  },
];

/** The id of a region in a county, by its name. */
export const region = (countyId: string, name: string): string =>
  `region-${countyId === NORDLAND ? 'no' : 'tf'}-${slug(name)}`;
/** The id of a county's samarbeidsforum. */
export const forum = (countyId: string): string => `forum-${countyId}`;

/** The two counties with their organisations, regions, memberships and fora. */
export function places(
  calendar: Calendar,
): Pick<DemoRows, 'county' | 'organisation' | 'region' | 'regionMembership' | 'samarbeidsforum'> {
  const { day } = calendar;
  const over: Place = { name: DISSOLVED.name, members: DISSOLVED.members, isExample: true, to: DISSOLVED.on(calendar) };
  const every = [
    [NORDLAND, [...NORDLAND_REGIONS, over]],
    [TROMS_OG_FINNMARK, TF_REGIONS],
  ] as const;
  const since = (name: string, member: string): string =>
    name === DISSOLVED.into && DISSOLVED.members.some((one) => one === member) ? DISSOLVED.on(calendar) : '2020-01-01';
  return {
    county: [
      {
        id: TROMS_OG_FINNMARK,
        name: 'Troms og Finnmark',
        prefix: 'TF',
        statsforvalterName: 'Statsforvalteren i Troms og Finnmark',
        statsforvalterOrgnr: '967311014',
      },
      {
        id: NORDLAND,
        name: 'Nordland',
        prefix: 'NO',
        statsforvalterName: 'Statsforvalteren i Nordland',
        statsforvalterOrgnr: '974764687',
      },
    ],
    organisation: organisations(),
    region: every.flatMap(([countyId, list]) =>
      list.map(({ name, isExample = false, to }) => ({
        id: region(countyId, name),
        countyId,
        name,
        isExample,
        dissolvedOn: to === undefined ? null : day(to),
      })),
    ),
    regionMembership: every.flatMap(([countyId, list]) =>
      list.flatMap(({ name, members, to }) =>
        members.map((member) => ({
          regionId: region(countyId, name),
          organisationId: org(member),
          from: day(since(name, member)),
          to: to === undefined ? null : day(to),
        })),
      ),
    ),
    samarbeidsforum: [
      {
        id: forum(TROMS_OG_FINNMARK),
        countyId: TROMS_OG_FINNMARK,
        name: 'Samarbeidsforum i Troms og Finnmark',
        programmes: ['DEKOMP'],
      },
      {
        id: forum(NORDLAND),
        countyId: NORDLAND,
        name: 'Samarbeidsforum for kompetanseutvikling i Nordland',
        programmes: ['DEKOMP', 'REKOMP', 'KOMPETANSELOFTET', 'KOLLEKTIV_2026'],
      },
    ],
  };
}
