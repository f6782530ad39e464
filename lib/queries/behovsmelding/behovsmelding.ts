import { attachmentsOf } from '#lib/db/attachment';
import { decisionOn, findBehovsmelding, findBehovsmeldingAsSent } from '#lib/db/behovsmelding/behovsmelding';
import { findComments, findReturnComments } from '#lib/db/behovsmelding/comment';
import { findChoices, findPartners } from '#lib/db/behovsmelding/draft';
import type { Tx } from '#lib/db/client';
import { historyOf } from '#lib/db/log';
import { type Behovsmelding, partnerKinds } from '#lib/domain/behovsmelding/behovsmelding';
import {
  COMPLETING,
  IN_OWNERS_NAME,
  isOwnersSide,
  OWNERS_OWN,
  waitingFor,
  withoutObjections,
} from '#lib/domain/behovsmelding/owners';
import { partnersOf } from '#lib/domain/behovsmelding/uh-speaks';
import { allowed, may } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import { shownFiles } from '#lib/queries/attachment';
import { onceARequest, query, together, type Viewer } from '#lib/queries/query';
import { ById } from '#lib/schema/fields';
import { earlierOf } from './list';

const ACTIONS = [
  'behovsmelding.save',
  'behovsmelding.submit',
  'behovsmelding.withdraw',
  'behovsmelding.reopen',
  'behovsmelding.return',
  'behovsmelding.confirm',
  'behovsmelding.attach',
  'dispensation.ask',
  'behovsmelding.share',
  'behovsmelding.remove-partner',
  'behovsmelding.decline',
  'behovsmelding.save-uh',
  'behovsmelding.add-sub-partner',
  'behovsmelding.confirm-owner',
  'behovsmelding.ask-approval',
  'behovsmelding.decline-approval',
] as const;

/** The need as a reader may see it: what the owner's side does among itself is the owner's side's alone. */
function shownTo(need: Behovsmelding, actor: Actor): Behovsmelding {
  const shown = isOwnersSide(need, actor) ? need : withoutObjections(need);
  return may(actor, 'contributor.read', need)
    ? shown
    : {
        ...shown,
        commenterIds: [],
        writerIds: [],
        readyAt: null,
        readyById: null,
        readyByName: null,
        declineComment: '',
      };
}

/** A behovsmelding as it stands, read once however many ask for parts of its page; whether the reader may see it is theirs to judge. */
export const theBehovsmelding = onceARequest((tx, { id }: { id: string }, { now }) => findBehovsmelding(tx, id, now));

/** One behovsmelding as it stands, its history, the decision on it, and what the reader may do with it now. */
export const readBehovsmelding = query({
  action: 'behovsmelding.read',
  schema: ById,
  load: (tx, { id }, viewer) => behovsmeldingAsReadBy(tx, id, viewer),
  show: async (need, { actor, now }, tx) => {
    const seesWriters = may(actor, 'contributor.read', need);
    const inCounty = may(actor, 'note.read', need);
    const dispensations = need.dispensations.map(({ id }) => id);
    const { entries, dispensed, files, ...found } = await together({
      entries: historyOf(tx, 'behovsmelding', [need.id]),
      dispensed: dispensations.length === 0 ? [] : historyOf(tx, 'dispensation', dispensations),
      files: attachmentsOf(tx, { behovsmeldingId: need.id }),
      returned: seesWriters || inCounty ? findReturnComments(tx, need.id) : [],
      earlier: earlierOf(tx, need, { actor, now }),
      decision: decisionOn(tx, need.id),
    });
    const isCompleting = ({ action, at }: { action: string; at: Date }) =>
      need.asSentAt !== null && at >= need.asSentAt && COMPLETING.some((own) => own === action);
    const history = [...entries, ...dispensed]
      .filter(
        (line) =>
          (seesWriters || !OWNERS_OWN.some((own) => own === line.action)) &&
          (inCounty || line.action !== 'note.write') &&
          !isCompleting(line),
      )
      .map((line) =>
        !seesWriters && IN_OWNERS_NAME.some((own) => own === line.action)
          ? { ...line, actorName: need.ownerName }
          : line,
      )
      .sort((a, b) => b.at.getTime() - a.at.getTime());
    return {
      ...found,
      need: shownTo(need, actor),
      seesWriters,
      history,
      files: shownFiles(files, need, actor),
      allowed: allowed(actor, ACTIONS, need),
      mine: partnersOf(need, actor),
      waiting: waitingFor(need, actor),
    };
  },
});

/** The same for the one who writes: with the UH that may be named as partners. */
export const writeBehovsmelding = query({
  action: 'behovsmelding.read-draft',
  schema: ById,
  load: (_tx, { id }, viewer) => theBehovsmelding({ id }, viewer),
  show: async (need, { actor, now }, tx) => ({
    need: shownTo(need, actor),
    ...(await together({
      earlier: earlierOf(tx, need, { actor, now }),
      choices: findChoices(tx, need),
      files: attachmentsOf(tx, { behovsmeldingId: need.id }).then((files) => shownFiles(files, need, actor)),
      partners: findPartners(tx, partnerKinds(need.programme)),
      said: may(actor, 'comment.read', need) ? findComments(tx, need.id) : [],
      returned: may(actor, 'contributor.read', need) ? findReturnComments(tx, need.id) : [],
    })),
    allowed: allowed(actor, ACTIONS, need),
    mayComment: may(actor, 'comment.write', need),
    mayResolve: may(actor, 'comment.resolve', need),
  }),
});

/** A need as this reader reads it: as it stands for those who write or complete it, and else, while it is completed, as it was sent. */
export async function behovsmeldingAsReadBy(tx: Tx, id: string, viewer: Viewer): Promise<Behovsmelding | null> {
  const { actor, now } = viewer;
  const need = await theBehovsmelding({ id }, viewer);
  return need === null || may(actor, 'behovsmelding.read-draft', need)
    ? need
    : ((await findBehovsmeldingAsSent(tx, id, now)) ?? need);
}
