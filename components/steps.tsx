import Link from 'next/link';
import { type RoundCounts, roundSteps } from '#lib/domain/round/steps';
import type { Programme, RoundState } from '#lib/domain/states';
import { roundName } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

export type StepItem = {
  key: string;
  label: string;
  href?: string;
  count?: number;
  place: 'done' | 'current' | 'ahead';
};

const DOT = { done: 'fill-blue', current: 'fill-paper stroke-blue', ahead: 'fill-paper stroke-edge' };

function Dot({ place }: { place: StepItem['place'] }) {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" className="relative shrink-0">
      <circle cx="12" cy="12" r="10" strokeWidth="2" className={DOT[place]} />
      {place === 'done' && <path d="M7.5 12.5l3 3 6-7" fill="none" strokeWidth="2" className="stroke-paper" />}
      {place === 'current' && <circle cx="12" cy="12" r="5" className="fill-blue" />}
    </svg>
  );
}

/** Where a thing is on its way, as a line of steps; on a phone the line stands upright. */
function Steps({ t, steps, label }: { t: Texts; steps: readonly StepItem[]; label: string }) {
  return (
    <ol aria-label={label} className="grid gap-0 md:auto-cols-fr md:grid-flow-col">
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.place === 'current' ? 'step' : undefined}
          className="relative flex items-center gap-3 pb-4 last:pb-0 md:flex-col md:items-start md:gap-2 md:pr-4 md:pb-0"
        >
          {index < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={`absolute top-6 -bottom-0 left-[11px] w-0.5 md:top-[11px] md:right-0 md:bottom-auto md:left-6 md:h-0.5 md:w-auto ${step.place === 'done' ? 'bg-blue' : 'bg-line'}`}
            />
          )}
          <Dot place={step.place} />
          <span className={step.place === 'current' ? 'font-semibold' : step.place === 'ahead' ? 'text-quiet' : ''}>
            {step.href === undefined ? step.label : <StepLink href={step.href} label={step.label} />}
            {step.count !== undefined && <span className="num ml-2 text-quiet">{step.count}</span>}
            {step.place === 'done' && <span className="ds-sr-only"> ({t.common.steps.done})</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepLink({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className="text-inherit underline decoration-from-font underline-offset-4">
      {label}
    </Link>
  );
}

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
