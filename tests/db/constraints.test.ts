import { beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from '#lib/commands/violations';
import { constraintOf } from '#lib/db/constraints';
import { broken, namedRules, type NamedRule } from '#tests/support/catalogue';
import { testDatabase } from '#tests/support/database';
import { UNREACHED } from '#tests/support/unreached';

let met: (NamedRule & { error: unknown })[];
beforeAll(async () => {
  await testDatabase();
  met = [];
  for (const rule of await namedRules()) met.push({ ...rule, error: await broken(rule) });
});

const refused = (code: string) => ({ kind: 'refused', refusals: [expect.objectContaining({ code })] });
/** What somebody is told who meets a rule of the database before the rule of the portal: another was quicker. */
const TOLD: Readonly<Record<string, object>> = {
  Organisation_orgnr_key: { kind: 'conflict' },
  Region_countyId_name_key: { kind: 'conflict' },
  attachment_once_in_behovsmelding: refused('file-there-already'),
  attachment_once_in_half: refused('file-there-already'),
  attachment_sent_stays: { kind: 'conflict' },
  behovsmelding_uh_own_part_stays: { kind: 'conflict' },
  delegation_needs_one_at_a_time: refused('delegation-overlaps'),
  delegation_reports_one_at_a_time: refused('delegation-overlaps'),
  dispensation_decided_by_another: { kind: 'forbidden' },
  membership_once_at_a_time: refused('member-already'),
  region_dissolved_is_over: { kind: 'invalid', errors: { lastDay: 'out-of-range' } },
  round_within_budget: refused('over-budget'),
  tildeling_decided_by_another: { kind: 'forbidden' },
  tildeling_decided_unchangeable: { kind: 'conflict' },
  tildeling_one_in_force: { kind: 'conflict' },
};

describe('every rule of the database that has a name', () => {
  it('is known by it when it is broken', () => {
    expect(met.length).toBeGreaterThan(150);
    expect(met.filter(({ name, error }) => constraintOf(error)?.name !== name).map(({ name }) => name)).toEqual([]);
  });

  it.each(Object.entries(TOLD))('%s is told as an outcome', (name, outcome) => {
    expect(outcomeOf(met.find((rule) => rule.name === name)?.error)).toEqual(outcome);
  });

  it('is told, or is met by nobody for one reason that is written down', () => {
    const reasons = met
      .filter(({ name }) => !Object.hasOwn(TOLD, name))
      .map(({ name, error }) => ({
        name,
        outcome: outcomeOf(error),
        reasons: UNREACHED.filter(([, names]) => names.test(name)).map(([why]) => why),
      }));
    expect(reasons.filter(({ outcome, reasons }) => outcome !== null || reasons.length !== 1)).toEqual([]);
  });

  it('that a reason is written for is there', () => {
    expect(UNREACHED.filter(([, names]) => !met.some(({ name }) => names.test(name))).map(([why]) => why)).toEqual([]);
  });
});
