'use client';

import Link from 'next/link';
import { useTexts } from '#components/locale';
import { placeName } from '#lib/domain/tildeling/split';
import type { RoundCase } from '#lib/domain/tildeling/tildeling';
import type { AssessedLevel, Exceptions as Known, Place } from '#lib/domain/tildeling/split';
import { formatDate } from '#lib/texts/format';
import { AgreementForm, AskForm } from './exception-forms';

type Props = {
  roundId: string;
  levels: readonly AssessedLevel[];
  exceptions: Known;
  can: boolean;
  required: boolean;
  cases: readonly RoundCase[];
};

/** Where the key does not hold: what is asked for and agreed, and the forms to ask and to register. */
export function Exceptions({ roundId, levels, exceptions, can, required, cases }: Props) {
  const t = useTexts();
  const words = t.workbench.exceptions;
  const where = (place: Place) => placeName(place, cases)?.name ?? words.round;
  const known = [
    ...exceptions.dispensations.map((one) => ({
      id: one.id,
      href: `/dispensasjoner/${one.id}`,
      text: one.state === 'asked' ? words.waiting(where(one)) : words[one.state](where(one), one.decisionReason),
    })),
    ...exceptions.agreements.map((one) => ({
      id: one.id,
      href: null,
      text: words.agreement(where(one), one.parties, one.uhPercent, formatDate(new Date(one.agreedOn))),
    })),
  ];
  const broken = required
    ? levels.filter(({ status, excused }) => excused === null && (status === 'uh-short' || status === 'uh-raised'))
    : [];
  if (known.length === 0 && broken.length === 0) return null;
  return (
    <section className="mt-12 max-w-[48rem]">
      <h2 className="text-xl font-semibold">{words.title}</h2>
      <ul className="mt-3 grid gap-2">
        {known.map((one) => (
          <li key={one.id}>
            {one.text}{' '}
            {one.href !== null && (
              <Link className="ds-link" href={one.href}>
                {words.see}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {can &&
        broken.map(({ sum, status }) => (
          <div
            key={sum.key}
            id={`unntak-${sum.key}`}
            tabIndex={-1}
            className="mt-6 rounded-md border border-line px-6 py-5"
          >
            {status === 'uh-short' ? (
              <AskForm roundId={roundId} place={sum} where={sum.name ?? words.round} />
            ) : (
              <AgreementForm roundId={roundId} place={sum} where={sum.name ?? words.round} />
            )}
          </div>
        ))}
    </section>
  );
}
