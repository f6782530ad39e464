import { parseKroner } from './kroner';
import { FIELDS_OF, REPORT_STATUSES, type Half, type HalfField, type Plan } from './report';
import { SAMI_DEGREES } from './states';

/** What was promised in the behovsmelding on the matter of a field; null when it says nothing. */
export function promised(plan: Plan | null, field: HalfField): string | null {
  if (plan === null) return null;
  const said: { readonly [F in HalfField]?: string } = {
    goals: plan.goals, goalAttainment: plan.measureDescription, anchoring: plan.staffInvolvement, samiText: plan.samiPerspective, participants: plan.participants, coherence: plan.coherence,
  };
  return said[field] || null;
}

function read(field: HalfField, text: string): Half[HalfField] {
  switch (field) {
    case 'spent': case 'carryOverAsked': case 'egenandel': case 'coordinatorFunds': {
      const parsed = parseKroner(text);
      return parsed.ok ? parsed.value : null;
    }
    case 'status': return REPORT_STATUSES.find((status) => status === text) ?? null;
    case 'samiDegree': return SAMI_DEGREES.find((degree) => degree === text) ?? null;
    case 'spentIsEstimate': return text === 'ja';
    default: return text.trim();
  }
}

/** A half with what stands typed in its form now; an amount that is no clear sum is not given yet. */
export function typedHalf(half: Half, typed: Readonly<Record<string, string | undefined>>): Half {
  const given = FIELDS_OF[half.side].flatMap((field) => { const text = typed[field]; return text === undefined ? [] : [[field, read(field, text)] as const]; });
  return { ...half, ...Object.fromEntries(given) };
}
