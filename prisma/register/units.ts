import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { isValidOrgnr } from '#lib/domain/organisation';
import { csvRecords } from './csv';
import { jsonObjects } from './json';

export interface Unit {
  orgnr: string;
  name: string;
  form: string;
  kommunenr: string | null;
}

const Json = z.object({
  organisasjonsnummer: z.string(),
  navn: z.string(),
  organisasjonsform: z.object({ kode: z.string() }).optional(),
  forretningsadresse: z.object({ kommunenummer: z.string().optional() }).optional(),
});

const plain = (orgnr: string, name: string, form: string, kommunenr: string): Unit | null => {
  const words = name.replaceAll(/\s+/g, ' ').trim();
  if (!isValidOrgnr(orgnr) || words === '' || words.length > 400 || /[\u0000-\u001f\u007f\ud800-\udfff]/u.test(words))
    return null;
  return { orgnr, name: words, form, kommunenr: /^\d{4}$/.test(kommunenr) ? kommunenr : null };
};

// The open file as data.brreg.no documents it; the older name of the form's column is still about.
async function* fromCsv(pieces: AsyncIterable<string>): AsyncGenerator<Unit | null> {
  let at: { orgnr: number; name: number; form: number; kommunenr: number } | undefined;
  for await (const record of csvRecords(pieces)) {
    if (at === undefined) {
      const column = (...names: string[]): number => record.findIndex((head) => names.includes(head.trim()));
      at = {
        orgnr: column('organisasjonsnummer'),
        name: column('navn'),
        form: column('organisasjonsform.kode', 'orgform.kode'),
        kommunenr: column('forretningsadresse.kommunenummer'),
      };
      if (at.orgnr < 0 || at.name < 0)
        throw new Error('The first line must name the columns, organisasjonsnummer and navn among them.');
    } else if (record.length > 1)
      yield plain(record[at.orgnr] ?? '', record[at.name] ?? '', record[at.form] ?? '', record[at.kommunenr] ?? '');
  }
}

async function* fromJson(pieces: AsyncIterable<string>): AsyncGenerator<Unit | null> {
  for await (const object of jsonObjects(pieces)) {
    const { data } = Json.safeParse(object);
    yield data === undefined
      ? null
      : plain(
          data.organisasjonsnummer,
          data.navn,
          data.organisasjonsform?.kode ?? '',
          data.forretningsadresse?.kommunenummer ?? '',
        );
  }
}

/** The units of Enhetsregisteret's open file, one at a time: enheter.csv or enheter_alle.json, plain or gzipped. Null for one that can not be kept. */
export async function* unitsOf(file: string): AsyncGenerator<Unit | null> {
  const raw = createReadStream(file);
  // The pipeline ends both when one fails; whoever reads the last is told why.
  const pieces = decoded(file.endsWith('.gz') ? pipeline(raw, createGunzip(), () => undefined) : raw);
  yield* /\.json(\.gz)?$/.test(file) ? fromJson(pieces) : fromCsv(pieces);
}

async function* decoded(bytes: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of bytes) yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
