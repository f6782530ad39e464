import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { isValidOrgnr } from '#lib/domain/organisation';
import { csvRecords } from './csv';
import { jsonElements } from './json';

export interface Unit {
  orgnr: string;
  name: string;
  form: string;
  kommunenr: string | null;
}
/** Something in the file that can not be kept, and where it is: the line it ends in, or its number in the list, from 1. */
export interface Unread {
  unread: string;
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
async function* fromCsv(bytes: AsyncIterable<Buffer>): AsyncGenerator<Unit | Unread> {
  let at: { orgnr: number; name: number; form: number; kommunenr: number } | undefined;
  for await (const { fields, line } of csvRecords(bytes)) {
    if (at === undefined) {
      const column = (...names: string[]): number => fields.findIndex((head) => names.includes(head.trim()));
      at = {
        orgnr: column('organisasjonsnummer'),
        name: column('navn'),
        form: column('organisasjonsform.kode', 'orgform.kode'),
        kommunenr: column('forretningsadresse.kommunenummer'),
      };
      if (at.orgnr < 0 || at.name < 0)
        throw new Error('The first line must name the columns, organisasjonsnummer and navn among them.');
    } else if (fields.length > 1) {
      const unit = plain(
        fields[at.orgnr] ?? '',
        fields[at.name] ?? '',
        fields[at.form] ?? '',
        fields[at.kommunenr] ?? '',
      );
      yield unit ?? { unread: `line ${line}` };
    }
  }
}

async function* fromJson(bytes: AsyncIterable<Buffer>): AsyncGenerator<Unit | Unread> {
  let number = 0;
  for await (const element of jsonElements(bytes)) {
    number += 1;
    const { data } = Json.safeParse(element);
    const unit =
      data &&
      plain(
        data.organisasjonsnummer,
        data.navn,
        data.organisasjonsform?.kode ?? '',
        data.forretningsadresse?.kommunenummer ?? '',
      );
    yield unit ?? { unread: `unit ${number}` };
  }
}

/**
 * The units of Enhetsregisteret's open file, one at a time: enheter.csv or enheter_alle.json, plain or gzipped; and
 * what in it can not be kept.
 */
export async function* unitsOf(file: string): AsyncGenerator<Unit | Unread> {
  const raw = createReadStream(file);
  // The pipeline ends both when one fails; whoever reads the last is told why.
  const bytes: AsyncIterable<Buffer> = file.endsWith('.gz') ? pipeline(raw, createGunzip(), () => undefined) : raw;
  yield* /\.json(\.gz)?$/.test(file) ? fromJson(bytes) : fromCsv(bytes);
}
