import { describe, expect, it } from 'vitest';
import { LONG_TEXTS, SECTIONS, STEPS, stepsOf } from '#lib/domain/behovsmelding/form';
import { stepAt } from '#lib/domain/behovsmelding/names';

describe('the steps of the form', () => {
  it('has a step for egenandel only where the programme has one', () => {
    expect(stepsOf({ egenandelEnforcement: 'none' })).toEqual(STEPS.filter((step) => step !== 'egenandel-del'));
    for (const egenandelEnforcement of ['require', 'warn']) expect(stepsOf({ egenandelEnforcement })).toEqual(STEPS);
  });

  it('is found for each field, for a cell, a line of the egenandel and a partner, for the language of a text, and for comments', () => {
    for (const [section, fields] of Object.entries(SECTIONS))
      for (const field of fields)
        expect([field, stepAt(field)]).toEqual([field, section === 'egenandel' ? 'egenandel-del' : section]);
    expect(
      [
        'lines.uh_x_2027',
        'coordinator.2028',
        'egenandel.4.amount',
        'uh.abc.contact',
        'lang.goals',
        'kommentar.behov.svar',
        'kommentar.egenandel',
      ].map(stepAt),
    ).toEqual(['budsjett', 'budsjett', 'egenandel-del', 'partnere', 'tiltak', 'behov', 'egenandel-del']);
    for (const text of LONG_TEXTS) expect(stepAt(text)).not.toBe('oversikt');
  });

  it('is itself by its own name, and the first for anything else', () => {
    for (const step of STEPS) expect(stepAt(step)).toBe(step);
    for (const place of ['', 'no-such', '__proto__', 'constructor.x', 'lang.', 'lang.lang.x'])
      expect(stepAt(place)).toBe('hvem');
  });
});
