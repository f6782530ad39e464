import Link from 'next/link';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { lastDay } from '#lib/domain/people/delegation';
import { DEADLINE_KINDS, PROGRAMMES } from '#lib/domain/states';
import type { SetupPage } from '#lib/queries/setup';
import { formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import type { ReactNode } from 'react';
import { DataForm } from '../../data-form';
import { programmes } from './actions';

/** One part of the set-up, with what it means in a line. */
export function SetupSection({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-xl font-semibold">{title}</h2>
      <p className="mt-2 mb-4 max-w-[48rem] text-quiet">{body}</p>
      {children}
    </section>
  );
}

/** Which programmes each forum handles. */
export function Programmes({ t, page: { setup, edits } }: { t: Texts; page: SetupPage }) {
  const words = t.setup;
  return (
    <SetupSection title={words.programmes} body={words.programmesBody}>
      <ul className="grid gap-6">
        {setup.fora.map((forum) => (
          <li key={forum.id} className="border-t border-line pt-3">
            <p className="font-medium">{forum.name}</p>
            <ul className="mt-1 mb-2 list-disc pl-5">
              {forum.programmes.map((one) => (
                <li key={one}>{t.round.programme[one]}</li>
              ))}
            </ul>
            {edits && (
              <DataForm
                id={`ordninger-${forum.id}`}
                action={programmes}
                hidden={{ id: forum.id }}
                submit={words.setProgrammes}
                weight="secondary"
                fold={{ title: words.setProgrammes, label: `${words.setProgrammes}: ${forum.name}` }}
                fields={[
                  {
                    kind: 'checks',
                    name: 'programmes',
                    label: words.handles,
                    options: PROGRAMMES.map((value) => ({ value, label: t.round.programme[value] })),
                    values: forum.programmes,
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </SetupSection>
  );
}

/** The days of the deadlines in every year, by programme. */
export function DeadlineTable({ t, page: { setup, deadlines, nextYear, edits } }: { t: Texts; page: SetupPage }) {
  const words = t.setup;
  const columns = [
    { key: 'programme', header: words.programme },
    ...DEADLINE_KINDS.map((kind) => ({ key: kind, header: t.round.deadline[kind] })),
    { key: 'source', header: words.source },
    ...(edits ? [{ key: 'edit', header: words.edit, act: true }] : []),
  ];
  return (
    <SetupSection title={words.deadlines} body={words.deadlinesBody(nextYear)}>
      <DataTable
        caption={words.deadlines}
        quietCaption
        columns={columns}
        rows={deadlines.map(({ programme, days, own }) => ({
          id: programme,
          cells: [
            t.round.short[programme],
            ...DEADLINE_KINDS.map((kind) => formatDay(days[kind])),
            own ? words.ours : words.standard,
            ...(edits
              ? [
                  <Link
                    key="edit"
                    className="ds-link"
                    aria-label={t.setup.day.title(t.round.short[programme])}
                    href={`/oppsett/frister/${programme}?fylke=${setup.countyId}&aar=${nextYear}`}
                  >
                    {words.edit}
                  </Link>,
                ]
              : []),
          ],
        }))}
      />
    </SetupSection>
  );
}

/** The county's rule sets, the newest first, with how many rounds keep each. */
export function RuleSets({ t, page: { setup, inUse, edits } }: { t: Texts; page: SetupPage }) {
  const words = t.setup;
  const without = inUse.filter((programme) => !setup.ruleSets.some((one) => one.programme === programme));
  const columns = [
    { key: 'name', header: words.name },
    { key: 'programme', header: words.programme },
    { key: 'from', header: words.from },
    { key: 'to', header: words.to },
    { key: 'used', header: words.used, number: true },
  ];
  return (
    <SetupSection title={words.rules} body={words.rulesBody}>
      <DataTable
        caption={words.rules}
        quietCaption
        columns={columns}
        rows={setup.ruleSets.map((one) => {
          const last = lastDay({ to: one.validTo });
          return {
            id: one.id,
            cells: [
              <Link key="name" className="ds-link" href={`/oppsett/regler/${one.id}?fylke=${setup.countyId}`}>
                {one.name}
              </Link>,
              t.round.short[one.programme],
              formatDay(one.validFrom),
              last === null ? words.open : `${formatDay(last)}${one.superseded ? ` (${words.superseded})` : ''}`,
              one.rounds === 0 ? words.unused : one.rounds,
            ],
          };
        })}
      />
      {without.map((programme) => (
        <p key={programme} className="mt-4 flex flex-wrap items-center gap-3">
          {words.noRules(t.round.short[programme])}
          {edits && (
            <ButtonLink weight="secondary" href={`/oppsett/ny-regler/${programme}?fylke=${setup.countyId}`}>
              {words.addRules(t.round.short[programme])}
            </ButtonLink>
          )}
        </p>
      ))}
    </SetupSection>
  );
}
