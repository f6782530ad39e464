import type { HalfState, BehovsmeldingState, RoundState, TildelingOutcome, TildelingState } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

const NEED: Record<BehovsmeldingState, Tone> = {
  draft: 'neutral',
  submitted: 'accent',
  returned: 'warning',
  recommended: 'accent',
  declined: 'danger',
  granted: 'success',
  withdrawn: 'neutral',
};
const ROUND: Record<RoundState, Tone> = {
  open: 'accent',
  closed: 'neutral',
  recommended: 'accent',
  proposed: 'warning',
  approved: 'success',
  reporting: 'accent',
  finished: 'neutral',
};
const TILDELING: Record<TildelingState, Tone> = {
  draft: 'neutral',
  proposed: 'warning',
  approved: 'success',
  sent: 'success',
};
const OUTCOME: Record<TildelingOutcome, Tone> = { granted: 'success', partly: 'warning', refused: 'danger' };
const HALF: Record<HalfState, Tone> = { open: 'neutral', filed: 'accent', returned: 'warning', accepted: 'success' };

/** A state: always a word, with a colour that only supports it. */
export function StateTag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="ds-tag align-middle text-sm font-medium" data-color={tone}>
      {children}
    </span>
  );
}

/** The state of a behovsmelding, in its one word. */
export function BehovsmeldingTag({ state, t }: { state: BehovsmeldingState; t: Texts }) {
  return <StateTag tone={NEED[state]}>{t.common.needState[state]}</StateTag>;
}

/** The state of a round, in its one word. */
export function RoundTag({ state, t }: { state: RoundState; t: Texts }) {
  return <StateTag tone={ROUND[state]}>{t.common.roundState[state]}</StateTag>;
}

/** The state of a tildeling, in its one word. */
export function TildelingTag({ state, t }: { state: TildelingState; t: Pick<Texts, 'common'> }) {
  return <StateTag tone={TILDELING[state]}>{t.common.tildelingState[state]}</StateTag>;
}

/** What a tildeling decided, in its one word. */
export function OutcomeTag({ outcome, t }: { outcome: TildelingOutcome; t: Texts }) {
  return <StateTag tone={OUTCOME[outcome]}>{t.common.outcome[outcome]}</StateTag>;
}

/** The state of one half of a report, in its one word. */
export function HalfTag({ state, t }: { state: HalfState; t: Texts }) {
  return <StateTag tone={HALF[state]}>{t.common.reportState[state]}</StateTag>;
}
