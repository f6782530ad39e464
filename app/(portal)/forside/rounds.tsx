import Link from 'next/link';
import { Empty } from '#components/empty';
import { RoundSteps } from '#components/round-steps';
import type { DeskRound } from '#lib/domain/start';
import { roundName } from '#lib/texts/round-name';
import type { Texts } from '#lib/texts/texts';

/** The rounds under way, each as a line of steps with how many stand at each. */
export function Rounds({ t, rounds }: { t: Texts; rounds: readonly DeskRound[] }) {
  return (
    <section className="mb-12">
      <h2 className="mb-4 text-xl font-semibold">{t.start.rounds}</h2>
      {rounds.length === 0 && <Empty title={t.start.rounds}>{t.start.noRounds}</Empty>}
      {rounds.map((round) => {
        const name = roundName(t, round);
        return (
          <article key={round.id} className="border-t border-line py-5">
            <h3 className="mb-3 font-medium">
              <Link className="ds-link" href={`/runder/${round.id}`}>
                {name}
              </Link>
            </h3>
            <RoundSteps t={t} round={round} counts={round.counts} />
          </article>
        );
      })}
    </section>
  );
}
