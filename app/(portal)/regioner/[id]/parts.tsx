import type { Day } from '#lib/domain/day';
import { isOver } from '#lib/domain/region';
import { formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { DataTable } from '#components/data-table';
import { NoticeBox } from '#components/notice';
import { lasts } from '#lib/domain/people/people';
import type { RegionPage } from '#lib/queries/region';
import { DataForm } from '../../../data-form';
import { office } from '../../folk/actions';
import { periodWords, personFields } from '../../folk/role-list';
import { addMemberHere, dissolve, endMember, rename } from '../actions';

/** Whether a region is active, is to be dissolved, or has been, in words. */
export function regionState(region: { dissolvedOn: Day | null }, now: Date, t: Texts): string {
  const words = t.people.region;
  if (region.dissolvedOn === null) return words.active;
  return isOver(region, now) ? words.over(formatDay(region.dissolvedOn)) : words.ends(formatDay(region.dissolvedOn));
}

/** What a caseworker changes of a region: members, coordinator, name, and its end. */
export function Edit({ t, page: { region, work, today, now } }: { t: Texts; page: RegionPage }) {
  const words = t.people.region;
  const { firstDay, lastDay, lastDayHelp, submit } = t.people.page;
  return (
    <>
      {!isOver(region, now) && (
        <section className="mt-12">
          <h2 className="mb-6 text-xl font-semibold">{words.addMember}</h2>
          <DataForm
            id="medlem"
            action={addMemberHere}
            hidden={{ id: region.id }}
            submit={words.addMemberSubmit}
            fields={[
              {
                kind: 'select',
                name: 'organisationId',
                label: words.member,
                options: work.candidates.map(({ id, name }) => ({ value: id, label: name })),
                empty: t.common.form.choose,
              },
              { kind: 'date', name: 'from', label: firstDay, value: today },
              { kind: 'date', name: 'lastDay', label: lastDay, note: t.common.form.optional, description: lastDayHelp },
            ]}
          />
        </section>
      )}
      <div className="mt-12 grid gap-4">
        {!isOver(region, now) && (
          <DataForm
            id="koordinator"
            action={office}
            hidden={{ countyId: region.countyId, role: 'coordinator', placeId: region.id }}
            submit={submit}
            weight="secondary"
            fold={{ title: words.addCoordinator }}
            fields={personFields(t, today)}
          />
        )}
        <DataForm
          id="navn"
          action={rename}
          hidden={{ id: region.id }}
          submit={words.rename}
          weight="secondary"
          fold={{ title: words.rename }}
          fields={[{ kind: 'text', name: 'name', label: words.name, value: region.name, size: 30 }]}
        />
        {region.dissolvedOn === null && (
          <DataForm
            id="opplos"
            action={dissolve}
            hidden={{ id: region.id }}
            submit={words.dissolve}
            weight="secondary"
            ask={{ title: words.ask, body: words.askBody }}
            fold={{ title: words.dissolve }}
            fields={[
              { kind: 'date', name: 'on', label: words.on, description: words.dissolveBody },
              { kind: 'area', name: 'reason', label: words.reason },
            ]}
          />
        )}
      </div>
    </>
  );
}

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
      {work.alsoIn.length > 0 && <NoticeBox>{words.twoRegions}</NoticeBox>}
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
