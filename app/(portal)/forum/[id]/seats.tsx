import type { Day } from '#lib/domain/day';
import { lasts, SEATS, type HeldRole } from '#lib/domain/people/people';
import type { ForumPage } from '#lib/queries/people';
import type { Texts } from '#lib/texts/texts';
import { periodWords } from '../../folk/role-list';
import { EndRoleForm } from '../../folk/role-list';

type Props = { t: Texts; page: ForumPage };

/** The forum by the groups it is made of: who speaks for each, for whom, when, and who stands in. */
export function Seats({ t, page: { held, today, seats } }: Props) {
  const words = t.people.forum;
  const sitting = held.filter((one) => (one.role === 'member' || one.role === 'deputy') && lasts(one, today));
  const groups = [...SEATS.map((seat) => ({ seat, name: t.people.seats[seat] })), { seat: null, name: words.unplaced }];
  return (
    <ul className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
      {groups
        .filter(({ seat }) => seat !== null || sitting.some((one) => one.seat === null))
        .map(({ seat, name }) => {
          const here = sitting.filter((one) => one.seat === seat);
          return (
            <li key={name} className="border-t border-line pt-3">
              <h3 className="font-semibold">{name}</h3>
              {here.length === 0 && <p className="text-quiet">{words.empty}</p>}
              <ul className="grid gap-3">
                {here.map((one) => (
                  <Sitting key={one.id} t={t} one={one} held={held} today={today} ends={seats} />
                ))}
              </ul>
            </li>
          );
        })}
    </ul>
  );
}

function Sitting({
  t,
  one,
  held,
  today,
  ends,
}: {
  t: Texts;
  one: HeldRole;
  held: readonly HeldRole[];
  today: Day;
  ends: boolean;
}) {
  const words = t.people.forum;
  const member = held.find(({ id }) => id === one.deputyForId)?.name;
  const about = [one.represents, member === undefined ? null : words.deputyFor(member)]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <li>
      <p>
        <span className="font-medium">{one.name}</span>
        {about !== '' && <span className="text-quiet"> {about}</span>}
      </p>
      <p className="text-sm text-quiet">{periodWords(one, today, t)}</p>
      {ends && <EndRoleForm t={t} one={one} today={today} />}
    </li>
  );
}
