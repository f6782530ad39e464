import { Steps } from '#components/steps';
import { roundSteps, type RoundCounts } from '#lib/domain/round/steps';
import type { Programme, RoundState } from '#lib/domain/states';
import { roundName } from '#lib/texts/round-name';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Texts;
  round: { programme: Programme; countyName: string; year: number; state: RoundState };
  counts: RoundCounts | null;
};

/** A round as a line of steps, with how many records have come to each. */
export function RoundSteps({ t, round, counts }: Props) {
  const steps = roundSteps(round.state, counts).map(({ step, place, count, all }) => ({
    key: step,
    place,
    label: count === null ? t.common.roundState[step] : t.round.stepCount(t.common.roundState[step], step, count, all),
  }));
  return <Steps t={t} label={t.round.list.steps(roundName(t, round))} steps={steps} />;
}
