import { sql, type Tx } from '#lib/db/client';
import type { Begun, BeginSource } from '#lib/domain/behovsmelding/begin';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import { may } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/actor';
import type { Subjects } from '#lib/domain/policy/subjects';
import type { HalfState, BehovsmeldingState, Programme } from '#lib/domain/states';
import { delegatedRegions } from './parties';

/** A need or a tiltak of an owner that a new need may begin from. */
export interface EarlierRow {
  needId: string | null;
  tiltakId: string | null;
  reference: string | null;
  title: string;
  ownerId: string;
  ownerName: string;
  programme: Programme;
  year: number;
  state: BehovsmeldingState | null;
  /** The last budget year it is granted money in; null when nothing is granted. */
  grantedUntil: number | null;
}

/** What these owners have asked for and been granted before, the newest first: needs that are no drafts, and tiltak without a need here. */
export async function findEarlier(tx: Tx, ownerIds: readonly string[]): Promise<EarlierRow[]> {
  const until = sql`(SELECT max(l."budgetYear") FROM "Tildeling" g JOIN "TildelingLine" l ON l."tildelingId" = g.id WHERE g."tiltakId" = t.id AND g."inForce" AND g.state IN ('approved', 'sent'))`;
  return tx.$queryRaw<EarlierRow[]>`
    SELECT n.id AS "needId", t.id AS "tiltakId", t.reference, n.title, n."ownerId", o.name AS "ownerName", r.programme, r.year, n.state, ${until} AS "grantedUntil"
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" JOIN "Organisation" o ON o.id = n."ownerId" LEFT JOIN "Tiltak" t ON t."behovsmeldingId" = n.id
    WHERE n."ownerId" = ANY(${[...ownerIds]}::text[]) AND n.state <> 'draft' AND n.title <> ''
    UNION ALL
    SELECT NULL, t.id, t.reference, t.title, t."leadId", o.name, r.programme, r.year, NULL, ${until}
    FROM "Tiltak" t JOIN "Round" r ON r.id = t."roundId" JOIN "Organisation" o ON o.id = t."leadId"
    WHERE t."leadId" = ANY(${[...ownerIds]}::text[]) AND t."behovsmeldingId" IS NULL
    ORDER BY year DESC, title LIMIT 60`;
}

type TiltakSource = Pick<
  BeginSource,
  | 'title'
  | 'goals'
  | 'coherence'
  | 'samiPerspective'
  | 'participants'
  | 'publicUnits'
  | 'privateUnits'
  | 'ownerId'
  | 'year'
>;

/** A tiltak that has no need here, as something to begin from: its title, and what its owner last reported of its aims, for those who may read that. */
export async function findTiltakSource(
  tx: Tx,
  id: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<BeginSource | null> {
  const rows = await tx.$queryRaw<
    (TiltakSource & { report: Omit<Subjects['report'], 'state'> & { state: HalfState | null } })[]
  >`
    SELECT t.title, t."leadId" AS "ownerId", r.year, t.participants, t."publicUnits", t."privateUnits", coalesce(h.goals, '') AS goals, coalesce(h.coherence, '') AS coherence, coalesce(h."samiText", '') AS "samiPerspective",
      json_build_object('countyId', t."countyId", 'forumId', r."forumId", 'ownerIds', ARRAY[o.id], 'delegatedRegionIds', ${delegatedRegions(sql`o.id`, now, 'reports')}, 'uhIds', ARRAY[]::text[], 'state', h.state) AS report
    FROM "Tiltak" t JOIN "Round" r ON r.id = t."roundId" LEFT JOIN LATERAL (
      SELECT h."organisationId", h.state, h.goals, h.coherence, h."samiText" FROM "AnnualReport" a JOIN "ReportHalf" h ON h."reportId" = a.id WHERE a."tiltakId" = t.id AND h.side = 'owner' AND h.state <> 'open' ORDER BY a.year DESC LIMIT 1
    ) h ON true JOIN "Organisation" o ON o.id = coalesce(h."organisationId", t."leadId")
    WHERE t.id = ${id} AND t."behovsmeldingId" IS NULL AND t."leadId" IS NOT NULL`;
  const [row] = rows;
  if (row === undefined) return null;
  const {
    report: { state, ...report },
    ...source
  } = row;
  const readable = state !== null && may(actor, 'report.read', { ...report, state });
  return { ...UNWRITTEN, ...source, ...(!readable && { goals: '', coherence: '', samiPerspective: '' }) };
}

const UNWRITTEN: Omit<BeginSource, 'ownerId' | 'year' | 'title'> = {
  years: 1,
  periodStart: null,
  periodEnd: null,
  publicUnits: null,
  privateUnits: null,
  participants: '',
  unitKinds: [],
  targetGroups: [],
  themes: [],
  sectorGoals: [],
  need: '',
  evidenceKinds: [],
  evidence: '',
  goals: '',
  measureDescription: '',
  staffInvolvement: '',
  uhUnsettledReason: '',
  samiPerspective: '',
  coherence: '',
  collective: false,
  changeTiltakId: null,
  changeDirection: '',
  changeReason: '',
  languages: {},
  contactName: '',
  contactRole: '',
  contactEmail: '',
  contactPhone: '',
  lines: [],
  egenandelLines: [],
  uh: [],
  parties: [],
};

interface Origin {
  roundId: string;
  ownerId: string;
  regionId: string | null;
  createdById: string;
  createdAt: Date;
  startedFromId: string | null;
  startedFromTiltakId: string | null;
  changeTiltakId: string | null;
}

/** Puts a new need in a round with what it begins from; its number comes from the database. */
export async function beginBehovsmelding(
  tx: Tx,
  origin: Origin,
  { text, lines, egenandelLines, uh, parties }: Begun,
): Promise<{ id: string }> {
  return tx.behovsmelding.create({
    data: {
      ...text,
      ...origin,
      updatedAt: origin.createdAt,
      uh: { create: uh.map((organisationId) => ({ organisationId })) },
      parties: { create: parties.map((organisationId) => ({ organisationId })) },
      lines: {
        create: lines.map(({ side, receiverId, budgetYear, amount, coordinator }) => ({
          side,
          receiverId,
          budgetYear,
          amount,
          coordinator,
        })),
      },
      egenandelLines: {
        create: egenandelLines.map(({ budgetYear, kind, note, hours, rate, amount }, position) => ({
          budgetYear,
          kind,
          note,
          hours,
          rate,
          amount,
          position,
        })),
      },
    },
    select: { id: true },
  });
}

export interface TiltakBehind {
  reference: string;
  title: string;
  granted: { year: number; amount: number }[];
  reportId: string | null;
}

/** The tiltak a need changes or was begun from, what it is granted in each year, and its last report: the last that its owner has filed, if any. */
export async function findTiltakBehind(
  tx: Tx,
  need: Pick<Behovsmelding, 'changeTiltakId' | 'startedFromTiltakId' | 'startedFromId'>,
): Promise<TiltakBehind | null> {
  const rows = await tx.$queryRaw<TiltakBehind[]>`
    SELECT t.reference, t.title,
      coalesce((SELECT json_agg(json_build_object('year', y.year, 'amount', y.amount) ORDER BY y.year) FROM (
        SELECT l."budgetYear" AS year, coalesce(sum(l.amount), 0) AS amount FROM "Tildeling" g JOIN "TildelingLine" l ON l."tildelingId" = g.id
        WHERE g."tiltakId" = t.id AND g."inForce" AND g.state IN ('approved', 'sent') GROUP BY l."budgetYear") y), '[]'::json) AS granted,
      (SELECT a.id FROM "AnnualReport" a LEFT JOIN "ReportHalf" h ON h."reportId" = a.id AND h.side = 'owner' AND h.state <> 'open'
        WHERE a."tiltakId" = t.id ORDER BY (h.id IS NULL), a.year DESC LIMIT 1) AS "reportId"
    FROM "Tiltak" t WHERE t.id = coalesce(${need.changeTiltakId}, ${need.startedFromTiltakId}, (SELECT x.id FROM "Tiltak" x WHERE x."behovsmeldingId" = ${need.startedFromId}))`;
  return rows[0] ?? null;
}
