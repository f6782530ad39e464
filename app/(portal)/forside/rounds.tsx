import Link from 'next/link';
import { Empty } from '#components/empty';
import { Steps, type Step } from '#components/steps';
import type { DeskRound } from '#lib/domain/start';
import { ROUND_STATES } from '#lib/domain/states';
import type { Texts } from '#lib/texts/texts';

function stepsOf(round: DeskRound, t: Texts): Step[] {
  const words = t.start.steps;
  const labels = {
    open: words.open(round.sent), closed: words.closed, recommended: words.recommended(round.recommended),
    proposed: words.proposed(round.proposed), approved: words.approved(round.approved), reporting: words.reporting(round.accepted, round.halves),
  };
  const here = ROUND_STATES.indexOf(round.state);
  return (['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting'] as const).map((key, index) => ({
    key, label: labels[key], place: index < here ? 'done' : index === here ? 'current' : 'ahead',
  }));
}

/** The rounds under way, each as a line of steps with how many stand at each. */
export function Rounds({ t, rounds }: { t: Texts; rounds: readonly DeskRound[] }) {
  return (
    <section className="mb-12">
      <h2 className="mb-4 text-xl font-semibold">{t.start.rounds}</h2>
      {rounds.length === 0 && <Empty title={t.start.rounds}>{t.start.noRounds}</Empty>}
      {rounds.map((round) => {
        const name = t.start.round(round.programme, round.countyName, round.year);
        return (
          <article key={round.id} className="border-t border-line py-5">
            <h3 className="mb-3 font-medium"><Link className="ds-link" href={`/runder/${round.id}`}>{name}</Link></h3>
            <Steps t={t} steps={stepsOf(round, t)} label={name} />
          </article>
        );
      })}
    </section>
  );
}
