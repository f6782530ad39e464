import { logRow, needId, type RowsInto } from './nordland-need-rows';
import { CONTRIBUTOR, person, WRITER, type Person } from './persons';
import { NORDLAND } from './places';

/** Those who write together on Fauske's draft: the owner has asked a rektor to write in it, and they talk about the fields. */
export function addWriters(into: RowsInto): void {
  const {
    rows,
    calendar: { ago },
    roundId,
  } = into;
  const behovsmeldingId = needId(roundId, 'tidlig');
  rows.contributor.push({
    id: `${behovsmeldingId}-rektor`,
    behovsmeldingId,
    userId: CONTRIBUTOR.id,
    may: 'write',
    unit: CONTRIBUTOR.unit,
    invitedById: WRITER.id,
    invitedAt: ago(9, '10:15'),
  });
  logRow(into, 'contributor.invite', behovsmeldingId, ago(9, '10:15'), WRITER, {
    name: CONTRIBUTOR.name,
    unit: CONTRIBUTOR.unit,
    may: 'write',
  });
  const say = (
    field: string,
    author: Person,
    at: Date,
    text: string,
    resolved: { resolvedById: string; resolvedAt: Date } | object = {},
  ) => {
    rows.comment.push({
      id: `${behovsmeldingId}-${field}-${String(rows.comment.length + 1)}`,
      behovsmeldingId,
      field,
      kind: 'contributor',
      text,
      authorId: author.id,
      at,
      ...resolved,
    });
    logRow(into, 'comment.write', behovsmeldingId, at, author, { field });
  };
  const owner = person(NORDLAND, 'skoleeier');
  say(
    'goals',
    CONTRIBUTOR,
    ago(8, '09:05'),
    'Vi hos oss kan måle dette på kartleggingsprøven i april. Skal vi skrive det inn?',
  );
  say('goals', owner, ago(8, '11:40'), 'Ja, gjør det. Da ser vi om tiltaket har virket.');
  say('participants', CONTRIBUTOR, ago(8, '09:12'), 'Sulitjelma skole vil også være med.', {
    resolvedById: WRITER.id,
    resolvedAt: ago(7, '14:30'),
  });
  logRow(into, 'comment.resolve', behovsmeldingId, ago(7, '14:30'), WRITER, { field: 'participants', resolved: true });
}
