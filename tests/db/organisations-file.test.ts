import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unitsOf, type Unit, type Unread } from '../../prisma/register/units';

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
  const units: (Unit | Unread)[] = [];
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
  expect(await unitsIn(name, content)).toEqual([FAUSKE, NORD, { unread: 'line 5' }, { unread: 'line 6' }, LAVANGEN]);
});

it('the json file is read object by object, whatever stands in a name', async () => {
  const units = [
    { ...FAUSKE, name: 'FAUSKE "KOMMUNE" {' },
    { orgnr: '970940243', name: 'NORD\\UNIVERSITET', form: 'ORGL', kommunenr: null },
    { unread: 'unit 3' },
  ];
  expect(await unitsIn('enheter_alle.json.gz', gzipSync(JSON_LIST))).toEqual(units);
  expect(await unitsIn('flat.json', JSON.stringify(JSON.parse(JSON_LIST)))).toEqual(units);
});

it('what can not be kept is told of by its line, the header counted and a line break inside quotes too', async () => {
  const units = await unitsIn('lines.csv', `${CSV.trimEnd()}\n\n"1","EN",\n`);
  expect(units.filter((unit) => 'unread' in unit)).toEqual([
    { unread: 'line 5' },
    { unread: 'line 6' },
    { unread: 'line 9' },
  ]);
});

it('a quote inside a name that has none around it is part of the name', async () => {
  const csv = 'organisasjonsnummer,navn,organisasjonsform.kode\n972418021,FAUSKE "STORE" KOMMUNE,KOMM\n';
  expect(await unitsIn('quote.csv', csv)).toEqual([{ ...FAUSKE, name: 'FAUSKE "STORE" KOMMUNE', kommunenr: null }]);
});

it('of a large file little is in memory at a time', { timeout: 60_000 }, async () => {
  const [head = '', ...rows] = CSV.split('\n').slice(0, 2);
  const file = join(folder, 'large.csv.gz');
  await writeFile(file, gzipSync(`${head}\n${`972418021,${'X'.repeat(300)},KOMM,,,,1841\n`.repeat(100_000)}`));
  expect(rows).toHaveLength(1);
  let [count, most] = [0, 0];
  const before = process.memoryUsage().arrayBuffers;
  for await (const unit of unitsOf(file)) {
    if ('orgnr' in unit) count += 1;
    if (count % 1000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(count).toBe(100_000);
  expect(most).toBeLessThan(20 * 1024 * 1024);
});

it('a file of other columns, or cut off, is told of', async () => {
  await expect(unitsIn('other.csv', 'a,b\n1,2\n')).rejects.toThrow('organisasjonsnummer');
  await expect(unitsIn('half.csv.gz', gzipSync(CSV).subarray(0, 60))).rejects.toThrow();
  await expect(unitsIn('half.json', JSON_LIST.slice(0, 80))).rejects.toThrow('can not be read after unit 0');
  await expect(unitsIn('half-list.json', JSON_LIST.slice(0, -1))).rejects.toThrow('can not be read after unit 3');
  await expect(unitsIn('no-list.json', '{"organisasjonsnummer":"972418021"}')).rejects.toThrow('no whole JSON list');
  const unclosed = `${CSV}"972418021","FAUSKE\n${'x\n'.repeat(1_000_000)}`;
  await expect(unitsIn('unclosed.csv', unclosed)).rejects.toThrow('can not be read after line 7');
});
