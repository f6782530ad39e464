-- ------------------------------------------------------------------ Roles: administrators, deputies, and whom a forum's members speak for
ALTER TABLE "RoleGrant" ADD COLUMN "invitedAs" TEXT, ADD COLUMN "seat" TEXT, ADD COLUMN "representsId" TEXT, ADD COLUMN "deputyForId" TEXT;
CREATE INDEX "RoleGrant_organisationId_idx" ON "RoleGrant"("organisationId");
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_representsId_fkey" FOREIGN KEY ("representsId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_deputyForId_fkey" FOREIGN KEY ("deputyForId") REFERENCES "RoleGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "RoleGrant" DROP CONSTRAINT role_listed;
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_listed CHECK (role IN ('skoleeier','leader','coordinator','uh','secretariat','member','deputy','caseworker','approver','auditor','administrator'));
ALTER TABLE "RoleGrant" DROP CONSTRAINT role_has_its_scope;
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_has_its_scope CHECK (
  CASE role
    WHEN 'skoleeier' THEN "organisationId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'leader' THEN "organisationId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'uh' THEN "organisationId" IS NOT NULL
    WHEN 'administrator' THEN "organisationId" IS NOT NULL
    WHEN 'coordinator' THEN "regionId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'secretariat' THEN "forumId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'member' THEN "forumId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'deputy' THEN "forumId" IS NOT NULL AND "countyId" IS NOT NULL
    ELSE "countyId" IS NOT NULL
  END);
-- A role taken back on the day it was given, or before it began, has held on no day.
ALTER TABLE "RoleGrant" DROP CONSTRAINT role_ends_after_it_begins;
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_ends_not_before_it_begins CHECK ("to" IS NULL OR "to" >= "from");
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_seat_listed CHECK (seat IN ('owners','private-owners','uh','ks','pbl','unions','pupils','others'));
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_seat_in_a_forum CHECK (role IN ('member','deputy') OR (seat IS NULL AND "representsId" IS NULL));
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_deputy_for_a_member CHECK (role = 'deputy' OR "deputyForId" IS NULL);

-- ------------------------------------------------------------------ Regions: no membership twice at a time, and none after the region is dissolved
ALTER TABLE "Region" ADD COLUMN "dissolvedOn" DATE;
DROP INDEX "RegionMembership_regionId_organisationId_from_key";
ALTER TABLE "RegionMembership" DROP CONSTRAINT membership_ends_after_it_begins;
ALTER TABLE "RegionMembership" ADD CONSTRAINT membership_ends_not_before_it_begins CHECK ("to" IS NULL OR "to" >= "from");
ALTER TABLE "RegionMembership" ADD CONSTRAINT membership_once_at_a_time EXCLUDE USING gist ("regionId" WITH =, "organisationId" WITH =, daterange("from", "to") WITH &&);

CREATE FUNCTION region_dissolved_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Region" g WHERE g.id = NEW."regionId" AND g."dissolvedOn" IS NOT NULL AND (NEW."to" IS NULL OR (NEW."to" > g."dissolvedOn" AND NEW."to" > NEW."from"))) THEN
    RAISE EXCEPTION 'region_dissolved_is_over: region % is dissolved', NEW."regionId" USING ERRCODE = '23514', CONSTRAINT = 'region_dissolved_is_over';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER region_dissolved_is_over BEFORE INSERT OR UPDATE ON "RegionMembership" FOR EACH ROW EXECUTE FUNCTION region_dissolved_is_over();
CREATE TRIGGER region_dissolved_is_over BEFORE INSERT OR UPDATE ON "Delegation" FOR EACH ROW EXECUTE FUNCTION region_dissolved_is_over();

-- ------------------------------------------------------------------ Enhetsregisteret, to look up in
CREATE TABLE "RegisterUnit" (
    "orgnr" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "kommunenr" TEXT,
    "refreshedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterUnit_pkey" PRIMARY KEY ("orgnr")
);
ALTER TABLE "RegisterUnit" ADD CONSTRAINT register_unit_orgnr_mod11 CHECK (orgnr_is_valid(orgnr));
CREATE INDEX register_unit_words ON "RegisterUnit" USING gin (to_tsvector('simple', name));
