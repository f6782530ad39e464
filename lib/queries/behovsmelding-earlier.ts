import { findTiltakBehind } from '#lib/db/behovsmelding-earlier';
import type { Tx } from '#lib/db/client';
import { findReport } from '#lib/db/report';
import type { Behovsmelding } from '#lib/domain/behovsmelding';
import { lastReport, type Earlier } from '#lib/domain/behovsmelding-earlier';
import { may } from '#lib/domain/may';
import { withoutContents } from '#lib/domain/report';
import { needAsReadBy } from './behovsmelding-as-sent';
import type { Viewer } from './query';

/** What a need goes on from, as far as the reader may see it; null when it goes on from nothing. */
export async function earlierOf(tx: Tx, need: Behovsmelding, viewer: Viewer): Promise<Earlier | null> {
  if (need.startedFromId === null && need.startedFromTiltakId === null && need.changeTiltakId === null) return null;
  const { actor, now } = viewer;
  const source = need.startedFromId === null ? null : await needAsReadBy(tx, need.startedFromId, viewer);
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
