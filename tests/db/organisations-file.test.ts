import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unitsOf, type Unit } from '../../prisma/register/units';

// A few rows in the layout of the open file of data.brreg.no, written for this test; more columns stand between in the real one.
const CSV = [
  '"organisasjonsnummer","navn","organisasjonsform.kode","organisasjonsform.beskrivelse","forretningsadresse.adresse","forretningsadresse.kommune","forretningsadresse.kommunenummer"',
  '"972418021","FAUSKE KOMMUNE","KOMM","Kommune","Torgg. 21,\nPostboks 93","FAUSKE - FUOSKO","1841"',
  '"970940243","NORD UNIVERSITET","ORGL","Organisasjonsledd","""Huset"", 2. etg.","BODØ","1804"',
  '"970940244","FEIL SIFFER","AS","Aksjeselskap","","",""',
  '"123456785","","AS","Aksjeselskap","","",""',
  '"959469881","LOABÁK - LAVANGEN KOMMUNE","KOMM","Kommune","","","5518"',
  '',
].join('\n');
const JSON_LIST = JSON.stringify(
  [
    {
      organisasjonsnummer: '972418021',
      navn: 'FAUSKE "KOMMUNE" {',
      organisasjonsform: { kode: 'KOMM', beskrivelse: 'Kommune' },
      forretningsadresse: { adresse: ['Torgg. 21'], kommunenummer: '1841' },
    },
    { organisasjonsnummer: '970940243', navn: 'NORD\\UNIVERSITET', organisasjonsform: { kode: 'ORGL' } },
    { navn: 'UTEN NUMMER' },
  ],
  null,
  2,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enheter-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function unitsIn(name: string, content: string | Buffer) {
  const file = join(folder, name);
  await writeFile(file, content);
  const units: (Unit | null)[] = [];
  for await (const unit of unitsOf(file)) units.push(unit);
  return units;
}

const FAUSKE = { orgnr: '972418021', name: 'FAUSKE KOMMUNE', form: 'KOMM', kommunenr: '1841' };
const NORD = { orgnr: '970940243', name: 'NORD UNIVERSITET', form: 'ORGL', kommunenr: '1804' };
const LAVANGEN = { orgnr: '959469881', name: 'LOABÁK - LAVANGEN KOMMUNE', form: 'KOMM', kommunenr: '5518' };

it.each([
  ['as it is', 'enheter.csv', CSV],
  ['gzipped', 'enheter.csv.gz', gzipSync(CSV)],
  [
    'with a mark, other line ends and semicolons',
    'semikolon.csv',
    `\ufeff${CSV.replaceAll('","', '";"').replaceAll('\n', '\r\n')}`,
  ],
])('the csv file is read %s: a wrong number and a missing name are passed over', async (_, name, content) => {
  expect(await unitsIn(name, content)).toEqual([FAUSKE, NORD, null, null, LAVANGEN]);
});

it('the json file is read object by object, whatever stands in a name', async () => {
  const units = [
    { ...FAUSKE, name: 'FAUSKE "KOMMUNE" {' },
    { orgnr: '970940243', name: 'NORD\\UNIVERSITET', form: 'ORGL', kommunenr: null },
    null,
  ];
  expect(await unitsIn('enheter_alle.json.gz', gzipSync(JSON_LIST))).toEqual(units);
  expect(await unitsIn('flat.json', JSON.stringify(JSON.parse(JSON_LIST)))).toEqual(units);
});

it('a file of other columns, or cut off, is told of', async () => {
  await expect(unitsIn('other.csv', 'a,b\n1,2\n')).rejects.toThrow('organisasjonsnummer');
  await expect(unitsIn('half.csv.gz', gzipSync(CSV).subarray(0, 60))).rejects.toThrow();
  await expect(unitsIn('half.json', JSON_LIST.slice(0, 80))).rejects.toThrow('in the middle of a unit');
});
