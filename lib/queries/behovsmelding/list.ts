import { findEarlier, findTiltakBehind, findTiltakSource } from '#lib/db/behovsmelding/begin';
import { findBehovsmelding } from '#lib/db/behovsmelding/behovsmelding';
import { deskBehovsmeldinger, deskOwners, deskRounds } from '#lib/db/behovsmelding/coordinator-desk';
import { countBehovsmeldinger, findBehovsmeldinger, newBehovsmeldingChoices } from '#lib/db/behovsmelding/list';
import type { Tx } from '#lib/db/client';
import { findReport } from '#lib/db/report/report';
import { type Earlier, lastReport, type BeginSource } from '#lib/domain/behovsmelding/begin';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import { ownersOnDesk } from '#lib/domain/behovsmelding/desk';
import { may, mightEver, reach } from '#lib/domain/policy/may';
import { withoutContents } from '#lib/domain/report/report';
import { listQuery, together, type Viewer } from '#lib/queries/query';
import { NewBehovsmeldingFor } from '#lib/schema/behovsmelding';
import { Id } from '#lib/schema/fields';
import { z } from 'zod';
import { behovsmeldingAsReadBy } from './behovsmelding';

const SIZE = 50;
const Page = z.object({ side: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** The behovsmeldinger the reader may see, a page at a time, and whether they may begin one. */
export const listBehovsmeldinger = listQuery({
  action: 'behovsmelding.read',
  schema: Page,
  find: async (tx, ways, { side }, { actor, now }) => {
    const drafts = reach(actor, 'behovsmelding.read-draft');
    const { rows, count } = await together({
      rows: findBehovsmeldinger(tx, ways, drafts, now, side, SIZE),
      count: countBehovsmeldinger(tx, ways, drafts, now),
    });
    const scopes = new Set(ways.map((way) => way.scope));
    const kind: 'owner' | 'uh' | 'other' =
      scopes.has('own') || scopes.has('delegated') ? 'owner' : scopes.has('partner') ? 'uh' : 'other';
    return {
      rows,
      count,
      page: side,
      pages: Math.max(1, Math.ceil(count / SIZE)),
      kind,
      mayCreate: mightEver(actor, 'behovsmelding.create'),
    };
  },
});

/** What a new behovsmelding may be begun for: owners, open rounds, and what they asked for before; null for whoever may begin none. */
export const newBehovsmelding = listQuery({
  action: 'behovsmelding.read',
  schema: NewBehovsmeldingFor,
  find: async (tx, _ways, { fra, tiltak, endre }, { actor, now }) => {
    const ways = reach(actor, 'behovsmelding.create');
    if (ways.length === 0) return null;
    const choices = await newBehovsmeldingChoices(tx, ways, now);
    const earlier = await findEarlier(
      tx,
      choices.owners.map(({ id }) => id),
    );
    const chosen = earlier.find((one) =>
      fra !== undefined ? one.needId === fra : one.tiltakId !== null && one.tiltakId === (endre ?? tiltak),
    );
    const need = chosen?.needId == null ? null : await findBehovsmelding(tx, chosen.needId, now);
    const source: BeginSource | null =
      need ?? (chosen?.tiltakId == null ? null : await findTiltakSource(tx, chosen.tiltakId, { actor, now }));
    // What somebody may begin for, they may read; the record is asked all the same.
    const readable = need === null || may(actor, 'behovsmelding.read', need);
    return {
      ...choices,
      earlier,
      begin:
        chosen !== undefined && source !== null && readable
          ? { earlier: chosen, source, changes: endre !== undefined }
          : null,
    };
  },
});

/** What a need goes on from, as far as the reader may see it; null when it goes on from nothing. */
export async function earlierOf(tx: Tx, need: Behovsmelding, viewer: Viewer): Promise<Earlier | null> {
  if (need.startedFromId === null && need.startedFromTiltakId === null && need.changeTiltakId === null) return null;
  const { actor, now } = viewer;
  const source = need.startedFromId === null ? null : await behovsmeldingAsReadBy(tx, need.startedFromId, viewer);
  const readable = source !== null && may(actor, 'behovsmelding.read', source);
  const tiltak = await findTiltakBehind(tx, need);
  const found = tiltak?.reportId == null ? null : await findReport(tx, tiltak.reportId, now);
  const halves = (found?.halves ?? []).map((half) =>
    found !== null && may(actor, 'report.read', { ...found, state: half.state }) ? half : withoutContents(half),
  );
  const mayReport =
    found !== null && found.halves.some((half) => may(actor, 'report.read', { ...found, state: half.state }));
  return {
    need: readable ? { id: source.id, title: source.title } : null,
    tiltak,
    report: mayReport ? lastReport({ ...found, halves }) : null,
  };
}

const Chosen = z.object({ eier: Id.optional().catch(undefined) });

/** All owners that have handed their needs to a coordinator's office, with what is missing for each; null for whoever has no office. */
export const coordinatorDesk = listQuery({
  action: 'behovsmelding.read',
  schema: Chosen,
  find: async (tx, ways, { eier }, { now }) => {
    const regions = ways.flatMap(({ scope, id }) => (scope === 'delegated' ? [id] : []));
    if (regions.length === 0) return null;
    const owners = await deskOwners(tx, regions, now);
    const rounds = await deskRounds(tx, [...new Set(owners.map(({ countyId }) => countyId))], now);
    const needs = [];
    for (const round of rounds)
      needs.push(
        ...(await deskBehovsmeldinger(
          tx,
          round,
          owners.map(({ id }) => id),
        )),
      );
    const all = ownersOnDesk(owners, rounds, needs);
    const chosen = all.find(({ id }) => id === eier)?.id ?? null;
    return {
      owners: all,
      shown: chosen === null ? all : all.filter(({ id }) => id === chosen),
      chosen,
      hasOpen: rounds.some(({ open }) => open),
    };
  },
});
