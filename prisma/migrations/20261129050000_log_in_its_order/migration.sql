-- A county's log is read in its order, also where a whole file was logged at one instant.
DROP INDEX "AuditEntry_countyId_at_idx";
CREATE INDEX "AuditEntry_countyId_at_id_idx" ON "AuditEntry"("countyId", "at", "id");
