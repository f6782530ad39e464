import Link from 'next/link';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { lastDay } from '#lib/domain/people/delegation';
import type { SetupPage } from '#lib/queries/setup';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { Section } from './section';

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
    <Section title={words.rules} body={words.rulesBody}>
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
              formatDate(one.validFrom),
              last === null ? words.open : `${formatDate(last)}${one.superseded ? ` (${words.superseded})` : ''}`,
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
    </Section>
  );
}
