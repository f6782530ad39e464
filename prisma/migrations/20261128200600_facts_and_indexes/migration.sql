-- What is decided and in force, said once: everything that asks who was granted what reads these.
CREATE VIEW "Granted" AS
  SELECT id, "roundId", "behovsmeldingId", "tiltakId", state, outcome, imported, "requiredEgenandel", "plannedEgenandel", "approvedAt"
  FROM "Tildeling" WHERE "inForce" AND state IN ('approved', 'sent');
CREATE VIEW "GrantedLine" AS
  SELECT l.id, l."tildelingId", g."roundId", g."tiltakId", l.side, l."receiverId", l."receiverName", l."budgetYear", l.amount, l.printed, l."poolId"
  FROM "TildelingLine" l JOIN "Granted" g ON g.id = l."tildelingId";

CREATE INDEX tildeling_in_force ON "Tildeling" ("behovsmeldingId") WHERE "inForce";
CREATE INDEX "TildelingLine_poolId_idx" ON "TildelingLine" ("poolId");
CREATE INDEX "Tiltak_leadId_idx" ON "Tiltak" ("leadId");
CREATE INDEX "Tiltak_regionId_idx" ON "Tiltak" ("regionId");
CREATE INDEX "RoleGrant_role_countyId_idx" ON "RoleGrant" (role, "countyId");
CREATE INDEX "RoleGrant_role_forumId_idx" ON "RoleGrant" (role, "forumId");
CREATE INDEX "RoleGrant_role_regionId_idx" ON "RoleGrant" (role, "regionId");
