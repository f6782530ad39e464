import { createHash } from 'node:crypto';
import { kindByName } from '#lib/domain/attachment/attachment';
import type { Calendar } from './messages';
import { needId } from './nordland-need-rows';
import { org } from './organisations';
import { person } from './persons';
import { TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';
import { docx, pdf, xlsx } from './sample-files';

const MINUTES = [
  'Drøftingsreferat',
  '',
  'Til stede: rektorene, hovedtillitsvalgt og rådgiver oppvekst.',
  'De tillitsvalgte slutter seg til behovet og til planen.',
  'Hovedverneombudet ble orientert.',
];
const CONSENT = [
  'Samtykke til partnerskap',
  'Universitetet og kommunen er enige om å planlegge samlingene sammen.',
  'Kontaktpersonene møtes en gang i måneden.',
];
const ACCOUNTS = [
  ['Post', 'Kroner'],
  ['Samlinger', 84_000],
  ['Reise', 26_000],
  ['Frikjøp', 40_000],
] as const;

const NEEDS: readonly { key: string; name: string; bytes: Uint8Array<ArrayBuffer> }[] = [
  { key: 'tidlig', name: 'Drøftingsreferat tidlig innsats.pdf', bytes: pdf(MINUTES) },
  { key: 'lesing', name: 'Drøftingsreferat 2. november.pdf', bytes: pdf([...MINUTES, 'Vedtatt enstemmig.']) },
  {
    key: 'lesing',
    name: 'Resultater kartleggingsprøver.xlsx',
    bytes: xlsx([
      ['Trinn', 'Under grensen'],
      ['1. trinn', 14],
      ['2. trinn', 19],
      ['3. trinn', 17],
    ]),
  },
  { key: 'ledere', name: 'Samtykke fra Steigen og Hamarøy.docx', bytes: docx(CONSENT) },
  {
    key: 'fadelt',
    name: 'Plan for samlingene.docx',
    bytes: docx(['Plan for samlingene', 'Fire samlinger i året, med veiledning imellom.']),
  },
];

/** Puts a few files on the needs of the open round and on the halves of two reports, as their writers would have. */
export function addFiles(rows: DemoRows, { openYear, ago, at }: Calendar): void {
  const add = (
    belongsTo: { behovsmeldingId: string } | { halfId: string },
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    by: string,
    addedAt: Date,
    sentAt: Date | null,
  ): void => {
    const id = `vedlegg-${String(rows.attachment.length + 1)}`;
    rows.attachment.push({
      id,
      ...belongsTo,
      name,
      kind: kindByName(name) ?? 'pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      addedById: by,
      addedAt,
      sentAt,
    });
    rows.attachmentBytes.push({ attachmentId: id, bytes });
  };
  for (const { key, name, bytes } of NEEDS) {
    const id = needId(`runde-no-${String(openYear)}`, key);
    const need = rows.behovsmelding.find((one) => one.id === id);
    if (need === undefined) continue;
    const sentAt = need.submittedAt === undefined || need.submittedAt === null ? null : new Date(need.submittedAt);
    add({ behovsmeldingId: id }, name, bytes, need.createdById, sentAt ?? ago(1, '13:10'), sentAt);
  }
  for (const half of rows.reportHalf
    .filter(({ state, side, filedAt }) => state === 'filed' && side === 'owner' && filedAt !== undefined)
    .slice(0, 2)) {
    const filedAt = new Date(half.filedAt ?? ago(6));
    add({ halfId: half.id ?? '' }, 'Regnskapsutdrag.xlsx', xlsx(ACCOUNTS), half.filedById ?? '', filedAt, filedAt);
  }
  const tromso = needId(`runde-tf-${String(openYear)}`, 'samisk');
  const sent = rows.behovsmelding.find(({ id }) => id === tromso);
  if (sent?.submittedAt != null)
    add(
      { behovsmeldingId: tromso },
      'Plan for samlingene.docx',
      docx(['Plan for samlingene', 'To samlinger i Hammerfest og to på nett hvert år.']),
      sent.createdById,
      new Date(sent.submittedAt),
      new Date(sent.submittedAt),
    );
  // The reports of 2021 had none that we know of: these say in their names that they are examples.
  const { id: heidi } = person(TROMS_OG_FINNMARK, 'skoleeier');
  const own = rows.reportHalf.find(({ side, organisationId }) => side === 'owner' && organisationId === org('Tromsø'));
  if (own === undefined) return;
  const sentAt = at('2022-01-28', '12:30');
  add({ halfId: own.id ?? '' }, 'Regnskapsutdrag 2021 (eksempel).xlsx', xlsx(ACCOUNTS), heidi, sentAt, sentAt);
  add(
    { halfId: own.id ?? '' },
    'Referat fra siste samling (eksempel).docx',
    docx(['Referat', 'Skolene la fram hva de har prøvd ut, og hva de tar med seg videre.']),
    heidi,
    sentAt,
    sentAt,
  );
}
