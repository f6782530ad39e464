import { isOver } from '#lib/domain/region';
import type { RegionPage } from '#lib/queries/region';
import type { Texts } from '#lib/texts/texts';
import { DataForm } from '../../../data-form';
import { office } from '../../folk/actions';
import { personFields } from '../../folk/person-fields';
import { add, dissolve, rename } from '../actions';

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
            action={add}
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
