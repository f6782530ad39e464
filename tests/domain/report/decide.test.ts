import { describe, expect, it } from 'vitest';
import { may } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import { decideAccept, decideFile, halfCase, nextReport, withWritten } from '#lib/domain/report/decide';
import { day } from '#tests/support/day';
import { half, report } from '#tests/support/report-core';

const line = (
  side: 'network' | 'uh',
  budgetYear: number,
  amount: number | null,
  receiverId: string | null = side === 'uh' ? 'uh' : 'owner',
) => ({ side, receiverId, receiverName: null, budgetYear, amount });

describe('who files which half', () => {
  const grant = { organisationId: null, regionId: null, countyId: null, forumId: null };
  const actor = (role: 'skoleeier' | 'coordinator' | 'uh', where: object): Actor => ({
    userId: role,
    name: role,
    grants: [{ ...grant, role, ...where }],
  });
  const owner = halfCase(report(), 'owner');
  const uh = halfCase(report({ halves: [half('owner', { state: 'open' }), half('uh', { state: 'open' })] }), 'uh');
  it('the UH does not write in the owner’s half, nor the owner or its coordinator in the UH’s', () => {
    if (owner === null || uh === null) throw new Error('No half');
    const open = { ...owner, state: 'open' } as const;
    expect(may(actor('skoleeier', { organisationId: 'owner' }), 'report.save', open)).toBe(true);
    expect(may(actor('coordinator', { regionId: 'salten' }), 'report.file-owner', open)).toBe(true);
    expect(may(actor('uh', { organisationId: 'uh' }), 'report.save', open)).toBe(false);
    expect(may(actor('uh', { organisationId: 'uh' }), 'report.file-uh', uh)).toBe(true);
    expect(may(actor('uh', { organisationId: 'other' }), 'report.file-uh', uh)).toBe(false);
    expect(may(actor('coordinator', { regionId: 'salten' }), 'report.save', uh)).toBe(false);
  });
  it('a half takes only the fields of its side', () => {
    expect(withWritten(half('uh'), { goals: 'Ikke mine.', spent: 1 })).toMatchObject({
      goals: 'Flere leser godt.',
      spent: 1,
    });
    expect(withWritten(half('owner'), { spent: undefined })).toMatchObject({ spent: 150_000 });
  });
});

describe('deciding', () => {
  const owner = (change: object = {}) => {
    const found = halfCase(report({ ...change }), 'owner');
    if (found === null) throw new Error('No half');
    return found;
  };
  it('knows when the half was changed meanwhile', () => {
    expect(decideFile(owner(), { version: 2 })).toEqual({ kind: 'conflict' });
    expect(decideAccept(owner(), { version: 2 })).toEqual({ kind: 'conflict' });
  });
  it('filing says what is missing, field by field', () => {
    expect(decideFile(owner(), { version: 3, goals: '', carryOverAsked: 50_001, carryReason: 'Mars.' })).toEqual({
      kind: 'invalid',
      errors: { goals: 'required', carryOverAsked: 'above-unspent' },
    });
  });
  it('the last half accepted closes the year, and another leaves it open', () => {
    expect(decideAccept(owner(), { version: 3 })).toEqual({ kind: 'done', value: null });
    const last = owner({ halves: [half('owner'), half('uh', { state: 'accepted' })] });
    expect(decideAccept(last, { version: 3 })).toEqual({
      kind: 'done',
      value: { tiltakStatus: 'ongoing', next: null },
    });
  });
  it('the next report is for the next year with money, granted or carried over', () => {
    const later = [line('network', 2029, 1), line('uh', 2029, 1), line('uh', 2028, 0)];
    expect(nextReport(report({ lines: later }))).toEqual({ year: 2029, dueOn: day('2030-02-01'), uhIds: ['uh'] });
    const carried = report({ halves: [half('owner', { carryOverAsked: 1 }), half('uh')], lines: later });
    expect(nextReport(carried)).toEqual({ year: 2028, dueOn: day('2029-02-01'), uhIds: [] });
    expect(nextReport(report())).toBeNull();
    // A day that only leap years have is moved as other days of the year are.
    expect(nextReport(report({ lines: later, dueOn: day('2028-02-29') }))?.dueOn).toBe('2030-02-28');
  });
});
