import { describe, expect, it } from 'vitest';
import type { ReportPlan } from '#lib/domain/report/report';
import { languageOf, promised, typingOfHalf } from '#lib/domain/report/form';
import { half } from '#tests/support/report-core';

const plan: ReportPlan = {
  goals: 'Buorit lohkat',
  measureDescription: '',
  staffInvolvement: 'Drøfta',
  samiPerspective: '',
  participants: '',
  coherence: '',
  languages: { goals: 'se' },
  language: 'nn',
};

describe('the language of a text', () => {
  it('is as it is marked, or else its party’s', () => {
    const written = half('uh', { language: 'nn', languages: { comment: 'en' } });
    expect([languageOf(written, 'comment'), languageOf(written, 'goalAttainment')]).toEqual(['en', 'nn']);
  });
  it('stands in the form for each text that its side has, so that a page that touches none changes none', () => {
    const {
      'lang.comment': comment,
      'lang.carryReason': reason,
      'lang.goals': goals,
      'lang.spent': spent,
    } = typingOfHalf(half('uh', { languages: { comment: 'se', goals: 'en' } }));
    expect([comment, reason, goals, spent]).toEqual([['se'], ['nb'], undefined, undefined]);
  });
  it('follows what was promised: as the behovsmelding marks it, or else its owner’s', () => {
    expect([promised(plan, 'goals'), promised(plan, 'anchoring')]).toEqual([
      { text: 'Buorit lohkat', lang: 'se' },
      { text: 'Drøfta', lang: 'nn' },
    ]);
    expect([promised(plan, 'goalAttainment'), promised(plan, 'spent'), promised(null, 'goals')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
