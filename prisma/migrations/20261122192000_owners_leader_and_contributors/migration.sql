-- Two roles at an owner: who writes, and who approves and sends.
ALTER TABLE "RoleGrant" DROP CONSTRAINT role_listed;
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_listed CHECK (role IN ('skoleeier','leader','coordinator','uh','secretariat','member','caseworker','approver','auditor'));
ALTER TABLE "RoleGrant" DROP CONSTRAINT role_has_its_scope;
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_has_its_scope CHECK (
  CASE role
    WHEN 'skoleeier' THEN "organisationId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'leader' THEN "organisationId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'uh' THEN "organisationId" IS NOT NULL
    WHEN 'coordinator' THEN "regionId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'secretariat' THEN "forumId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'member' THEN "forumId" IS NOT NULL AND "countyId" IS NOT NULL
    ELSE "countyId" IS NOT NULL
  END);
-- Until now whoever wrote for an owner also sent: they keep both.
INSERT INTO "RoleGrant" (id, "userId", role, "organisationId", "countyId", "from", "to")
  SELECT id || '-leader', "userId", 'leader', "organisationId", "countyId", "from", "to" FROM "RoleGrant" WHERE role = 'skoleeier';

CREATE TABLE "Contributor" (
    "id" TEXT NOT NULL,
    "behovsmeldingId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "may" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "invitedById" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contributor_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Contributor_behovsmeldingId_idx" ON "Contributor"("behovsmeldingId");
CREATE INDEX "Contributor_userId_idx" ON "Contributor"("userId");
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Contributor" ADD CONSTRAINT "Contributor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Contributor" ADD CONSTRAINT contributor_may_listed CHECK (may IN ('comment','write'));
ALTER TABLE "Contributor" ADD CONSTRAINT contributor_ends_after_it_begins CHECK ("endedAt" IS NULL OR "endedAt" >= "invitedAt");
CREATE UNIQUE INDEX contributor_once ON "Contributor" ("behovsmeldingId", "userId") WHERE "endedAt" IS NULL;
