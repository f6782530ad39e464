import type { Calendar } from './messages';
import { addCountyWork } from './nordland-county';
import { addGranted } from './nordland-granted';
import { LOFT } from './nordland-loft';
import { addBehovsmelding, logRow, type RowsInto } from './nordland-need-rows';
import { GRANTED, OPEN, RECOMMENDED, type DemoBehovsmelding } from './nordland-needs';
import { addWorking } from './nordland-working';
import { addPartners, addWriters } from './nordland-partners';
import { org, slug } from './organisations';
import { contactAt, person } from './persons';
import { forum, NORDLAND } from './places';
import type { DemoRows } from './rows';
import { NORDLAND_LOFT_RULES, NORDLAND_RULES } from './rules';

/**
 * Three rounds of DEKOMP in Nordland, dated from the day of seeding: one open, one recommended and partly proposed,
 * one with reports due; and one of Kompetanseløftet, open.
 */
export function addNordland(rows: DemoRows, calendar: Calendar): void {
  const { at, ago, openYear } = calendar;
  const granted = addRound(rows, calendar, openYear - 2, 'reporting', 3_400_000);
  addBehovsmeldinger(granted, GRANTED, at(`${String(granted.year)}-01-10`), (index) =>
    at(`${String(granted.year)}-01-${String(20 + index)}`, '13:20'),
  );
  addGranted(granted);
  const working = addRound(rows, calendar, openYear - 1, 'recommended', 3_900_000);
  addBehovsmeldinger(working, RECOMMENDED, at(`${String(working.year)}-01-08`), (index) =>
    at(`${String(working.year)}-01-${String(18 + index)}`, '12:05'),
  );
  addWorking(working);
  const open = addRound(rows, calendar, openYear, 'open', 4_000_000);
  addBehovsmeldinger(open, OPEN, ago(12, '09:30'), (index) => ago(8 - Math.min(index, 7) / 2, '14:02'));
  addWriters(open);
  addPartners(open);
  addCountyWork(open);
  const loft = addRound(rows, calendar, openYear, 'open', 1_500_000, {
    programme: 'KOMPETANSELOFTET',
    ruleSetId: NORDLAND_LOFT_RULES,
    roundId: `runde-no-${String(openYear)}-loft`,
  });
  addBehovsmeldinger(loft, LOFT, ago(11, '10:15'), (index) => ago(6 - index, '11:20'));
  addContacts(rows, calendar, [...GRANTED, ...RECOMMENDED, ...OPEN, ...LOFT]);
}

interface Scheme {
  programme: string;
  ruleSetId: string;
  roundId: string;
}

function addRound(
  rows: DemoRows,
  calendar: Calendar,
  year: number,
  state: string,
  budget: number,
  scheme?: Scheme,
): RowsInto {
  const { day, at, ago, openYear } = calendar;
  const { programme, ruleSetId, roundId } = scheme ?? {
    programme: 'DEKOMP',
    ruleSetId: NORDLAND_RULES,
    roundId: `runde-no-${String(year)}`,
  };
  const openedAt = year === openYear ? ago(20, '08:30') : at(`${String(year - 1)}-11-15`, '08:30');
  rows.round.push({
    id: roundId,
    countyId: NORDLAND,
    forumId: forum(NORDLAND),
    programme,
    year,
    ruleSetId,
    budget,
    state,
    isExample: true,
    openedAt,
  });
  const days = {
    need: `${String(year)}-02-01`,
    innstilling: `${String(year)}-03-15`,
    decision: `${String(year)}-04-30`,
    plan: `${String(year)}-08-31`,
    report: `${String(year + 1)}-02-01`,
  };
  for (const [kind, lastDay] of Object.entries(days)) rows.deadline.push({ roundId, kind, lastDay: day(lastDay) });
  const into = { rows, calendar, roundId, year };
  logRow(
    into,
    'round.open',
    roundId,
    openedAt,
    person(NORDLAND, 'caseworker'),
    { programme, year, budget, reserve: 0, ruleSetId },
    'round',
  );
  if (state !== 'open')
    logRow(into, 'round.close', roundId, at(`${String(year)}-02-02`, '08:00'), person(NORDLAND, 'caseworker'), {
      programme,
      year,
      reason: '',
      early: false,
    });
  return into;
}

function addBehovsmeldinger(
  into: RowsInto,
  needs: readonly DemoBehovsmelding[],
  began: Date,
  sent: (index: number) => Date,
): void {
  needs.forEach((need, index) => {
    addBehovsmelding(into, need, began, sent(index));
  });
}

/** Those who wrote for an owner without a demo person are known by name, and can not sign in. */
function addContacts(rows: DemoRows, { ago }: Calendar, needs: readonly DemoBehovsmelding[]): void {
  const written = new Set(rows.behovsmelding.map(({ createdById }) => createdById));
  const people = new Map(needs.map(({ owner, contact }) => [contactAt(owner, contact).id, { owner, name: contact }]));
  for (const [id, { owner, name }] of people) {
    if (!written.has(id)) continue;
    rows.user.push({
      id,
      name,
      email: `${slug(name).replaceAll('-', '.')}@demo.example.no`,
      invitedAt: ago(900),
      endedAt: ago(1),
    });
    rows.roleGrant.push({
      id: `grant-${id}`,
      userId: id,
      role: 'skoleeier',
      organisationId: org(owner),
      countyId: NORDLAND,
      from: ago(900),
      to: ago(1),
    });
  }
}
