import { sql, type Sql } from './client';

/** How many records of a round have come to each step, as one JSON column named counts; a withdrawn need is no longer counted. */
export const roundCounts = (roundId: Sql): Sql => sql`(
  SELECT json_build_object('sent', n.sent, 'recommended', n.recommended, 'proposed', t.proposed, 'approved', t.approved, 'halves', h.halves, 'accepted', h.accepted)
  FROM (SELECT count(*) AS sent, count(*) FILTER (WHERE b.state IN ('recommended', 'granted', 'declined')) AS recommended
      FROM "Behovsmelding" b WHERE b."roundId" = ${roundId} AND b.state <> 'draft' AND b.state <> 'withdrawn') n,
    (SELECT count(*) FILTER (WHERE g.state <> 'draft') AS proposed, count(*) FILTER (WHERE g.state IN ('approved', 'sent')) AS approved
      FROM "Tildeling" g WHERE g."roundId" = ${roundId} AND g."inForce") t,
    (SELECT count(*) AS halves, count(*) FILTER (WHERE p.state = 'accepted') AS accepted
      FROM "ReportHalf" p JOIN "AnnualReport" a ON a.id = p."reportId" JOIN "Tiltak" k ON k.id = a."tiltakId" WHERE k."roundId" = ${roundId}) h
) AS counts`;
