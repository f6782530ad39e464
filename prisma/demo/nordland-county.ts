import { createHash } from 'node:crypto';
import { addDays, dayAt } from '#lib/domain/day';
import { logRow, needId, type RowsInto } from './nordland-need-rows';
import { org } from './organisations';
import { person } from './persons';
import { NORDLAND, region } from './places';
import { pdf } from './sample-files';
import { asColumn } from '../models';

const PAPER = {
  key: 'papir',
  owner: 'Værøy',
  region: 'RKK Lofoten',
  uh: 'Nord universitet',
  title: 'Felles leseplan for barnehage og skole',
};
const FIELDS = [
  { field: 'staffInvolvement', text: 'Skriv når de tillitsvalgte ble hørt, og hva de mente.' },
  { field: 'measureDescription', text: 'Hva gjør universitetet mellom samlingene, og hva gjør skolene selv?' },
];
const NOTES = [
  {
    key: 'fadelt',
    days: 3,
    clock: '09:20',
    by: 'caseworker',
    text: 'Ringt RKK Salten. De rekker å rette før fristen.',
  },
  {
    key: 'fadelte-nett',
    days: 2,
    clock: '12:10',
    by: 'caseworker',
    text: 'UH er ikke avklart. Hør med Nord universitet om de har kapasitet fra høsten.',
  },
  {
    key: 'fadelte-nett',
    days: 1,
    clock: '08:45',
    by: 'approver',
    text: 'Vent med denne til begge universitetene har svart.',
  },
] as const;

/**
 * What Statsforvalteren has done with the needs of the open round: given back field by field, noted for itself,
 * opened late for one, and registered from paper.
 */
export function addCountyWork(into: RowsInto): void {
  giveBack(into);
  const {
    rows,
    calendar: { ago },
  } = into;
  for (const { key, days, clock, by, text } of NOTES) {
    const [behovsmeldingId, author, at] = [needId(into.roundId, key), person(NORDLAND, by), ago(days, clock)];
    rows.comment.push({
      id: `${behovsmeldingId}-notat-${String(days)}`,
      behovsmeldingId,
      kind: 'internal',
      text,
      authorId: author.id,
      at,
    });
    logRow(into, 'note.write', behovsmeldingId, at, author, {});
  }
  openLate(into);
  addPaper(into);
}

function giveBack({ rows, roundId, calendar: { now, ago } }: RowsInto): void {
  const behovsmeldingId = needId(roundId, 'fadelt');
  const until = addDays(dayAt(now), 12);
  Object.assign(rows.behovsmelding.find(({ id }) => id === behovsmeldingId) ?? {}, { returnedUntil: asColumn(until) });
  rows.comment.push(
    ...FIELDS.map((one) => ({
      ...one,
      id: `${behovsmeldingId}-${one.field}`,
      behovsmeldingId,
      kind: 'return',
      authorId: person(NORDLAND, 'caseworker').id,
      at: ago(3, '09:15'),
    })),
  );
  const line = rows.auditEntry.find(
    ({ action, subjectId }) => action === 'behovsmelding.return' && subjectId === behovsmeldingId,
  );
  if (line !== undefined)
    Object.assign(line, { details: { ...(line.details as object), fields: FIELDS.length, until } });
}

function openLate(into: RowsInto): void {
  const {
    rows,
    roundId,
    year,
    calendar: { day, ago },
  } = into;
  const [by, at, lastDay, reason] = [
    person(NORDLAND, 'caseworker'),
    ago(2, '10:30'),
    `${String(year)}-02-12`,
    'Rådgiveren som skriver behovsmeldingen, er sykmeldt.',
  ];
  rows.lateSending.push({
    roundId,
    organisationId: org('Steigen'),
    until: day(lastDay),
    reason,
    openedById: by.id,
    openedAt: at,
  });
  logRow(into, 'round.open-late', roundId, at, by, { programme: 'DEKOMP', year, owner: 'Steigen', lastDay, reason });
}

/** A small kommune that wrote on paper: the caseworker has typed what the sheets say, and kept them. */
function addPaper(into: RowsInto): void {
  const {
    rows,
    roundId,
    year,
    calendar: { now, ago },
  } = into;
  const [id, by, at] = [needId(roundId, PAPER.key), person(NORDLAND, 'caseworker'), ago(1, '11:05')];
  rows.behovsmelding.push({
    id,
    roundId,
    ownerId: org(PAPER.owner),
    regionId: region(NORDLAND, PAPER.region),
    state: 'submitted',
    title: PAPER.title,
    years: 2,
    paperReceivedOn: asColumn(addDays(dayAt(now), -2)),
    createdById: by.id,
    createdAt: at,
    updatedAt: at,
    submittedById: by.id,
    submittedAt: at,
  });
  rows.behovsmeldingUh.push({ behovsmeldingId: id, organisationId: org(PAPER.uh), sharedAt: at, sharedById: by.id });
  for (const [index, [network, uh]] of (
    [
      [40_000, 60_000],
      [20_000, 30_000],
    ] as const
  ).entries()) {
    const line = { behovsmeldingId: id, budgetYear: year + index };
    rows.behovsmeldingLine.push(
      { ...line, side: 'network', receiverId: org(PAPER.owner), amount: network },
      { ...line, side: 'uh', receiverId: org(PAPER.uh), amount: uh },
    );
  }
  const [name, bytes] = [
    'Behovsmelding fra Værøy, skannet.pdf',
    pdf([
      'Behovsmelding',
      '',
      PAPER.title,
      'Værøy kommune',
      'Søkt: 150 000 kr over to år, sammen med Nord universitet.',
    ]),
  ];
  rows.attachment.push({
    id: `vedlegg-${id}`,
    behovsmeldingId: id,
    name,
    kind: 'pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    addedById: by.id,
    addedAt: at,
    sentAt: at,
  });
  rows.attachmentBytes.push({ attachmentId: `vedlegg-${id}`, bytes });
  logRow(
    into,
    'behovsmelding.register-paper',
    id,
    at,
    by,
    { title: PAPER.title, owner: PAPER.owner, file: name },
    'behovsmelding',
  );
}
