import { findBehovsmeldinger } from '#lib/db/behovsmelding/list';
import { findInvitedTasks } from '#lib/db/behovsmelding/comment';
import { actsFor, coordinated, desks, findDeskRounds } from '#lib/db/start/desk';
import { findAsked, findHalfTasks, findMyTiltak, findBehovsmeldingTasks } from '#lib/db/start/start';
import { findDelegationTasks, findPartnerTasks, findPartsToFill } from '#lib/db/start/tasks';
import { may, reach } from '#lib/domain/policy/may';
import { byDeadline, roundTasks, type Task } from '#lib/domain/start';
import { Nothing } from '#lib/schema/fields';
import { query, together } from '#lib/queries/query';

export type { BehovsmeldingListRow as MyNeed } from '#lib/db/behovsmelding/list';
export type { MyTiltak } from '#lib/db/start/start';

const SENT_SHOWN = 5;
/** A UH sees here what has been shared with it too, long before it is sent. */
const NAMING = ['draft', 'returned', 'submitted', 'recommended', 'declined', 'granted'];
const UNDER_WAY = ['submitted', 'recommended', 'declined', 'granted'];

/** What waits for whoever asks, and until when; their tiltak, and the rounds they work with. */
export const readStart = query({
  action: 'start.read',
  schema: Nothing,
  load: () => Promise.resolve({}),
  show: async (_self, { actor, now }, tx) => {
    const { needs, reports, uh, writes, leads, handed } = await actsFor(tx, actor, now);
    const places = desks(actor);
    const mine = reach(actor, 'behovsmelding.read')
      .filter(({ scope }) => ['own', 'delegated', 'party', 'partner'].includes(scope))
      .map((way) => ({
        ...way,
        states: (way.scope === 'partner' ? NAMING : UNDER_WAY).filter((state) => way.states?.includes(state) ?? true),
      }));
    const drafts = reach(actor, 'behovsmelding.read-draft');
    const { rounds, asked, sent, tiltak, ...tasked } = await together({
      rounds: findDeskRounds(tx, places),
      asked: findAsked(tx, places.counties),
      sent: mine.length === 0 ? [] : findBehovsmeldinger(tx, mine, drafts, now, 1, SENT_SHOWN),
      tiltak: findMyTiltak(tx, { owners: [...new Set([...needs, ...reports])], uh }),
      written: findBehovsmeldingTasks(tx, { owners: needs, writes, leads }, now),
      invited: findInvitedTasks(tx, actor.userId, now),
      partner: findPartnerTasks(tx, { owners: needs, uh, leads, handed }),
      parts: findPartsToFill(tx, uh),
      halves: findHalfTasks(tx, { owners: reports, uh }),
      delegations: findDelegationTasks(tx, { leads, regions: coordinated(actor) }, now),
    });
    const answers = asked.filter((one) =>
      may(actor, one.rule === 'split' ? 'dispensation.decide-split' : 'dispensation.decide', {
        ...one,
        state: 'asked',
        ownerIds: [],
        delegatedRegionIds: [],
      }),
    );
    const dispensations = answers.map(({ id, title, due, rule }): Task => ({
      kind: 'dispensation-decide',
      id,
      title,
      due,
      count: 0,
      kroner: null,
      note: rule,
    }));
    const tasks = [
      ...Object.values(tasked).flat(),
      ...dispensations,
      ...rounds.flatMap((round) => roundTasks(round, actor, now)),
    ];
    return {
      needs: sent,
      tasks: tasks.sort(byDeadline),
      rounds: rounds.filter(({ countyId }) => places.counties.includes(countyId)),
      tiltak,
    };
  },
});
