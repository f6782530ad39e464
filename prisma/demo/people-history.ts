import { dayAt } from '#lib/domain/day';
import type { Role } from '#lib/domain/policy/row';
import type { Action } from '#lib/domain/policy/policy';
import type { Calendar } from './messages';
import { org, slug } from './organisations';
import { person, WRITER, type Person } from './persons';
import { DISSOLVED, forum, NORDLAND, region, TROMS_OG_FINNMARK } from './places';
import type { DemoRows } from './rows';
import { fromColumn } from '../models';

interface Invited {
  owner: string;
  name: string;
  role: Role;
  days: number;
}
const BOUNCED = 'Lene Myrvang';

// Made up: those who look after their organisation's people where the demo has nobody to sign in as.
const INVITED: Readonly<Record<string, readonly Invited[]>> = {
  [NORDLAND]: [
    { owner: 'Bodø', name: 'Ragnhild Dahle', role: 'administrator', days: 280 },
    { owner: 'Bodø', name: 'Ole Krogstad', role: 'skoleeier', days: 250 },
    { owner: 'Vågan', name: BOUNCED, role: 'administrator', days: 40 },
    { owner: 'Rana', name: 'Per Arne Lund', role: 'administrator', days: 190 },
    { owner: 'Rana', name: 'Wenche Nygård', role: 'leader', days: 180 },
  ],
  [TROMS_OG_FINNMARK]: [
    { owner: 'Alta', name: 'Maja Olsen', role: 'administrator', days: 210 },
    { owner: 'Alta', name: 'Jon Persen', role: 'skoleeier', days: 200 },
    { owner: 'Kautokeino', name: 'Trine Sara', role: 'administrator', days: 120 },
  ],
};

/** Who has let whom in, what has been set up and what is over, as the log tells it; and an address that takes nothing. */
export function addPeopleHistory(rows: DemoRows, calendar: Calendar): void {
  const { day, at, ago, openYear } = calendar;
  const log = (
    countyId: string,
    by: Person,
    action: Action,
    subject: readonly [type: string, id: string],
    when: Date,
    details: Record<string, string | number | boolean | null>,
  ) =>
    rows.auditEntry.push({
      at: when,
      actorId: by.id,
      actorName: by.name,
      action,
      subjectType: subject[0],
      subjectId: subject[1],
      roundId: null,
      countyId,
      details,
    });

  for (const countyId of [NORDLAND, TROMS_OG_FINNMARK]) {
    const caseworker = person(countyId, 'caseworker');
    const administrators = new Map<string, Person>();
    for (const { owner, name, role, days } of INVITED[countyId] ?? []) {
      const [id, from] = [`invitert-${slug(name)}`, ago(days)];
      rows.user.push({
        id,
        name,
        email: `${slug(name).replaceAll('-', '.')}@${slug(owner)}.example.no`,
        invitedAt: from,
        ...(name === BOUNCED && { mailFailedAt: ago(4, '07:00'), mailError: '550 5.1.1 no such user' }),
      });
      rows.roleGrant.push({
        id: `grant-${id}`,
        userId: id,
        role,
        organisationId: org(owner),
        countyId,
        from: day(dayAt(from)),
      });
      const first = role === 'administrator';
      if (first) administrators.set(owner, { id, name });
      log(
        countyId,
        first ? caseworker : (administrators.get(owner) ?? caseworker),
        first ? 'role.name-administrator' : 'role.give',
        ['organisation', org(owner)],
        from,
        { name, role, from: dayAt(from), to: null },
      );
    }
    for (const role of ['skoleeier', 'uh'] as const) {
      const { id, name } = person(countyId, role);
      const place =
        rows.roleGrant.find((one) => one.userId === id && one.role === 'administrator')?.organisationId ?? '';
      log(countyId, caseworker, 'role.name-administrator', ['organisation', place], ago(300), {
        name,
        role: 'administrator',
        from: dayAt(ago(300)),
        to: null,
      });
    }
    for (const one of rows.roleGrant.filter(
      ({ forumId, role }) => forumId === forum(countyId) && (role === 'member' || role === 'deputy'),
    )) {
      if (one.userId.startsWith('demo-')) continue;
      const name = rows.user.find(({ id }) => id === one.userId)?.name ?? '';
      log(countyId, person(countyId, 'secretariat'), 'role.give-seat', ['forum', forum(countyId)], new Date(one.from), {
        name,
        role: one.role,
        from: fromColumn(one.from),
        to: null,
        forum: '',
        seat: one.seat ?? '',
      });
    }
  }
  const [marit, kari, solveig] = [
    person(NORDLAND, 'caseworker'),
    person(NORDLAND, 'skoleeier'),
    person(TROMS_OG_FINNMARK, 'caseworker'),
  ];
  log(NORDLAND, kari, 'role.give', ['organisation', org('Fauske')], ago(290), {
    name: WRITER.name,
    role: 'skoleeier',
    from: '2020-01-01',
    to: null,
  });
  log(NORDLAND, marit, 'theme.add', ['county', NORDLAND], ago(150), {
    name: 'Implementere Fagfornyelsen',
    from: '2020-01-01',
  });
  log(NORDLAND, marit, 'deadlines.save', ['county', NORDLAND], ago(60), { programme: 'DEKOMP' });
  log(NORDLAND, marit, 'deadlines.save', ['county', NORDLAND], ago(60, '10:05'), { programme: 'KOMPETANSELOFTET' });
  log(NORDLAND, marit, 'rules.save', ['county', NORDLAND], at('2025-12-02', '13:30'), {
    name: 'Kollektiv kompetanseutvikling i Nordland',
    programme: 'KOLLEKTIV_2026',
    from: '2026-01-01',
    changed: '',
  });
  log(NORDLAND, marit, 'forum.set-programmes', ['forum', forum(NORDLAND)], at('2025-12-02', '13:45'), {
    programmes: 'DEKOMP REKOMP KOMPETANSELOFTET KOLLEKTIV_2026',
  });
  log(NORDLAND, marit, 'year.open', ['county', NORDLAND], ago(20, '08:30'), { year: openYear, rounds: 2 });
  // The region of Tromsø ended in the middle of a year; its tiltak of 2021 stay in it.
  log(
    TROMS_OG_FINNMARK,
    solveig,
    'region.dissolve',
    ['region', region(TROMS_OG_FINNMARK, 'Tromsø-regionen')],
    at('2021-06-18', '12:00'),
    {
      name: 'Tromsø-regionen',
      on: '2021-09-01',
      reason: 'Samarbeidet i regionen ble satt på pause etter august 2021.',
      members: 5,
      delegations: 0,
    },
  );
  const on = DISSOLVED.on(calendar);
  log(
    NORDLAND,
    marit,
    'region.dissolve',
    ['region', region(NORDLAND, DISSOLVED.name)],
    at(`${on.slice(0, 4)}-06-20`, '09:30'),
    {
      name: DISSOLVED.name,
      on,
      reason: 'Kommunene går inn i RKK Sør-Helgeland fra skolestart.',
      members: DISSOLVED.members.length,
      delegations: 0,
    },
  );
  for (const member of DISSOLVED.members)
    log(
      NORDLAND,
      marit,
      'region.add-member',
      ['region', region(NORDLAND, DISSOLVED.into)],
      at(`${on.slice(0, 4)}-06-20`, '09:40'),
      { name: DISSOLVED.into, member, from: on },
    );
  const bounced = INVITED[NORDLAND]?.find(({ name }) => name === BOUNCED);
  const unreached = rows.user.find(({ name }) => name === BOUNCED);
  if (bounced === undefined || unreached === undefined) return;
  rows.auditEntry.push({
    at: ago(4, '07:00'),
    actorId: 'system',
    actorName: '',
    action: 'mail.settle',
    subjectType: 'user',
    subjectId: unreached.id ?? '',
    roundId: null,
    countyId: NORDLAND,
    details: { name: BOUNCED },
  });
  rows.message.push({
    userId: marit.id,
    kind: 'person-unreached',
    subjectType: 'organisation',
    subjectId: org(bounced.owner),
    details: { name: BOUNCED, address: unreached.email },
    actorId: 'system',
    actorName: '',
    at: ago(4, '07:00'),
    delivery: 'none',
  });
}
