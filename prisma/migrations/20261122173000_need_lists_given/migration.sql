-- A need with nothing chosen has empty lists, never unknown ones.
UPDATE "Behovsmelding" SET "targetGroups" = coalesce("targetGroups", '{}'), "sectorGoals" = coalesce("sectorGoals", '{}'), "evidenceKinds" = coalesce("evidenceKinds", '{}')
WHERE "targetGroups" IS NULL OR "sectorGoals" IS NULL OR "evidenceKinds" IS NULL;
ALTER TABLE "Behovsmelding" ALTER COLUMN "targetGroups" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "sectorGoals" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "evidenceKinds" SET DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_lists_given CHECK ("targetGroups" IS NOT NULL AND "sectorGoals" IS NOT NULL AND "evidenceKinds" IS NOT NULL);
