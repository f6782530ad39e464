import { DataTable } from '#components/data-table';
import { Notice } from '#components/notice';
import { lasts } from '#lib/domain/people/people';
import type { RegionPage } from '#lib/queries/region';
import type { Texts } from '#lib/texts/texts';
import { DataForm } from '../../../data-form';
import { periodWords } from '../../folk/days';
import { endMember } from '../actions';

/** Who is in the region and was, from when to when; that somebody is in two regions is told, and stops nobody. */
export function Members({ t, page: { region, work, today, edits } }: { t: Texts; page: RegionPage }) {
  const words = t.people.region;
  const columns = [
    { key: 'name', header: words.member },
    { key: 'when', header: t.people.page.when },
  ];
  const rows = (now: boolean) =>
    region.memberships
      .filter((one) => lasts(one, today) === now)
      .map((one) => {
        const also = work.alsoIn
          .filter(({ organisationId }) => organisationId === one.organisationId)
          .map((other) => other.region);
        return {
          id: one.id,
          cells: [
            <span key="who">
              {one.name}
              {now && also.length > 0 && (
                <span className="block text-sm font-normal text-quiet">{words.alsoIn(also.join(', '))}</span>
              )}
            </span>,
            periodWords(one, today, t),
            ...(now && edits
              ? [
                  <DataForm
                    key="end"
                    id={`slutt-${one.id}`}
                    action={endMember}
                    hidden={{ id: region.id, membershipId: one.id }}
                    submit={words.endMembership}
                    weight="secondary"
                    fold={{ title: t.people.page.end, label: words.endMembershipOf(one.name) }}
                    fields={[{ kind: 'date', name: 'on', label: words.endOn, value: today }]}
                  />,
                ]
              : []),
          ],
        };
      });
  const before = rows(false);
  return (
    <>
      {work.alsoIn.length > 0 && <Notice>{words.twoRegions}</Notice>}
      {rows(true).length === 0 ? (
        <p className="text-quiet">{words.noMembers}</p>
      ) : (
        <DataTable
          caption={words.members}
          columns={edits ? [...columns, { key: 'end', header: t.people.page.end, act: true }] : columns}
          rows={rows(true)}
        />
      )}
      {before.length > 0 && (
        <div className="mt-8">
          <DataTable caption={words.was} columns={columns} rows={before} />
        </div>
      )}
    </>
  );
}
