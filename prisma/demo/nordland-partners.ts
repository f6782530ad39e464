import { logRow, needId, type RowsInto } from './nordland-need-rows';
import { org } from './organisations';
import { contactAt, CONTRIBUTOR, person, type Person, WRITER } from './persons';
import { NORDLAND, TROMS_OG_FINNMARK } from './places';

const NORD = 'Nord universitet';
const UIT = 'UiT Norges arktiske universitet';
const CENTRE = 'Lesesenteret';

/**
 * What the UH and the other owners have answered in the open round: shared, confirmed, filled in, declined, not
 * settled, and not confirmed by its owner.
 */
export function addPartners(into: RowsInto): void {
  const {
    rows,
    calendar: { ago },
    roundId,
    year,
  } = into;
  const [ingrid, per, trond, kari] = [
    person(NORDLAND, 'uh'),
    person(TROMS_OG_FINNMARK, 'uh'),
    person(NORDLAND, 'coordinator'),
    person(NORDLAND, 'skoleeier'),
  ];
  const idOf = (key: string) => needId(roundId, key);
  const partner = (key: string, uh: string) => {
    const found = rows.behovsmeldingUh.find(
      (one) => one.behovsmeldingId === idOf(key) && one.organisationId === org(uh),
    );
    if (found !== undefined) return found;
    const added = { behovsmeldingId: idOf(key), organisationId: org(uh) };
    rows.behovsmeldingUh.push(added);
    return added;
  };
  const share = (key: string, uh: string, by: Person, days: number) => {
    Object.assign(partner(key, uh), { sharedAt: ago(days, '09:40'), sharedById: by.id });
    logRow(into, 'behovsmelding.share', idOf(key), ago(days, '09:40'), by, { uh });
  };
  const decline = (key: string, uh: string, by: Person, days: number, reason: string) => {
    Object.assign(partner(key, uh), {
      declinedAt: ago(days, '13:05'),
      declinedById: by.id,
      declineReason: reason,
      contact: by.name,
    });
    logRow(into, 'behovsmelding.decline', idOf(key), ago(days, '13:05'), by, { uh, reason });
  };
  const cells = (key: string, uh: string, amounts: readonly (number | null)[]) =>
    amounts.forEach((amount, index) =>
      rows.behovsmeldingLine.push({
        behovsmeldingId: idOf(key),
        side: 'uh',
        receiverId: org(uh),
        budgetYear: year + index,
        amount,
      }),
    );

  // Fauske has shared its draft with two: one has not answered, one has said no.
  share('tidlig', NORD, kari, 3);
  share('tidlig', UIT, kari, 3);
  cells('tidlig', UIT, [0, 0]);
  decline(
    'tidlig',
    UIT,
    per,
    1,
    'Vi har ikke folk til begynneropplæring i Nordland dette skoleåret. Ta gjerne kontakt neste år.',
  );

  // Saltdal has three: the university has written its part, the centre is not asked yet, and Toronto takes part through the university.
  share('saltdal', NORD, trond, 6);
  Object.assign(partner('saltdal', NORD), {
    contact: ingrid.name,
    contactRole: 'Førstelektor',
    contactEmail: 'ingrid.nordvik@demo.example.no',
    contactPhone: '75 51 70 00',
    confirmedAt: ago(5, '11:20'),
    confirmedById: ingrid.id,
    plan: 'To samlinger for lederne hver termin, og veiledning av ressursgruppene mellom dem. Vi observerer i fellestiden og legger fram det vi ser, for hele personalet.',
    filledAt: ago(4, '15:30'),
    filledById: ingrid.id,
  });
  logRow(into, 'behovsmelding.confirm', idOf('saltdal'), ago(5, '11:20'), ingrid, { uh: NORD, contact: ingrid.name });
  logRow(into, 'behovsmelding.save-uh', idOf('saltdal'), ago(4, '15:30'), ingrid, { uh: NORD });
  partner('saltdal', CENTRE);
  cells('saltdal', CENTRE, [0]);
  const sub = {
    name: 'OISE, University of Toronto',
    country: 'Canada',
    what: 'Veileder lederne på nett to ganger i året.',
  };
  rows.behovsmeldingSubPartner.push({
    id: `${idOf('saltdal')}-oise`,
    behovsmeldingId: idOf('saltdal'),
    throughId: org(NORD),
    ...sub,
    addedById: trond.id,
    addedAt: ago(4, '16:00'),
  });
  logRow(into, 'behovsmelding.add-sub-partner', idOf('saltdal'), ago(4, '16:00'), trond, { name: sub.name, uh: NORD });

  // Øksnes has settled with nobody, and says why.
  const unsettled = idOf('fadelte-nett');
  rows.behovsmeldingUh = rows.behovsmeldingUh.filter((one) => one.behovsmeldingId !== unsettled);
  rows.behovsmeldingLine = rows.behovsmeldingLine.filter(
    (one) => one.behovsmeldingId !== unsettled || one.side !== 'uh',
  );
  Object.assign(rows.behovsmelding.find(({ id }) => id === unsettled) ?? {}, {
    uhUnsettledReason:
      'Vi har spurt Universitetet i Tromsø og Nord universitet. Begge vil svare etter at timeplanene for høsten er lagt.',
  });

  // What Trond has sent waits for the owners: Fauske, Sørfold, and Steigen; Hamarøy has confirmed.
  for (const [key, owner] of [
    ['klasseledelse', 'fauske'],
    ['ledere', 'sorfold'],
    ['fadelt', 'beiarn'],
  ] as const) {
    Object.assign(rows.behovsmelding.find(({ id }) => id === idOf(key)) ?? {}, { delegationId: `delegation-${owner}` });
  }
  const hamaroy = contactAt('Hamarøy', 'Lars Nergård');
  Object.assign(
    rows.behovsmeldingParty.find(
      (one) => one.behovsmeldingId === idOf('ledere') && one.organisationId === org('Hamarøy'),
    ) ?? {},
    { confirmedAt: ago(2, '08:50'), confirmedById: hamaroy.id },
  );
  logRow(into, 'behovsmelding.confirm-owner', idOf('ledere'), ago(2, '08:50'), hamaroy, { owner: 'Hamarøy' });
}

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
