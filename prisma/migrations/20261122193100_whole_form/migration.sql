-- What a programme demands of a need. A rule set that is already there keeps the demands it was used under, so each
-- column is added as it was and takes its new default after.
ALTER TABLE "RuleSet"
  ADD COLUMN "applicantKinds" TEXT[] DEFAULT ARRAY['kommune','fylkeskommune','friskole','state-school','barnehageeier']::TEXT[],
  ADD COLUMN "targetGroups" TEXT[] DEFAULT ARRAY['laerere','ledere','andre-ansatte','ppt','andre-tjenester']::TEXT[],
  ADD COLUMN "unitKinds" TEXT[] DEFAULT ARRAY['skole']::TEXT[],
  ADD COLUMN "collectiveOnly" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "demandsSource" TEXT NOT NULL DEFAULT '';
ALTER TABLE "RuleSet"
  ALTER COLUMN "applicantKinds" SET DEFAULT ARRAY['kommune','fylkeskommune','friskole','state-school']::TEXT[],
  ALTER COLUMN "targetGroups" SET DEFAULT ARRAY['laerere','ledere','andre-ansatte']::TEXT[],
  ALTER COLUMN "collectiveOnly" SET DEFAULT true;
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_applicants_listed CHECK (cardinality("applicantKinds") > 0 AND "applicantKinds" <@ ARRAY['kommune','fylkeskommune','friskole','state-school','barnehageeier']);
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_target_groups_listed CHECK (cardinality("targetGroups") > 0 AND "targetGroups" <@ ARRAY['laerere','ledere','andre-ansatte','sfo','kulturskole','ppt','andre-tjenester']);
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_units_listed CHECK (cardinality("unitKinds") > 0 AND "unitKinds" <@ ARRAY['skole','barnehage','sfo','kulturskole','ppt']);
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_demands_given CHECK ("applicantKinds" IS NOT NULL AND "targetGroups" IS NOT NULL AND "unitKinds" IS NOT NULL);

CREATE TABLE "Theme" (
    "id" TEXT NOT NULL,
    "countyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Theme_countyId_name_key" ON "Theme"("countyId", "name");
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Theme" ADD CONSTRAINT theme_has_a_name CHECK (name <> '');
ALTER TABLE "Theme" ADD CONSTRAINT theme_ends_after_it_begins CHECK ("to" IS NULL OR "to" > "from");

ALTER TABLE "Behovsmelding"
  ADD COLUMN "unitKinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "collective" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "changeTiltakId" TEXT,
  ADD COLUMN "changeDirection" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "changeReason" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "languages" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "startedFromId" TEXT,
  ADD COLUMN "startedFromTiltakId" TEXT;
CREATE INDEX "Behovsmelding_changeTiltakId_idx" ON "Behovsmelding"("changeTiltakId");
ALTER TABLE "Behovsmelding" ADD CONSTRAINT "Behovsmelding_changeTiltakId_fkey" FOREIGN KEY ("changeTiltakId") REFERENCES "Tiltak"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Behovsmelding" ADD CONSTRAINT "Behovsmelding_startedFromId_fkey" FOREIGN KEY ("startedFromId") REFERENCES "Behovsmelding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Behovsmelding" ADD CONSTRAINT "Behovsmelding_startedFromTiltakId_fkey" FOREIGN KEY ("startedFromTiltakId") REFERENCES "Tiltak"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_choices_given CHECK ("unitKinds" IS NOT NULL AND themes IS NOT NULL);
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_change_listed CHECK ("changeDirection" IN ('','more','less'));
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_change_said CHECK (state = 'draft' OR "changeTiltakId" IS NULL OR ("changeDirection" <> '' AND "changeReason" <> ''));
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_languages_listed CHECK (
  jsonb_typeof(languages) = 'object' AND NOT jsonb_path_exists(languages, '$.* ? (!(@ == "nb" || @ == "nn" || @ == "se" || @ == "en"))'));
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_started_from_another CHECK ("startedFromId" IS NULL OR "startedFromId" <> id);

-- A need names themes of its own county, and a theme that is named stays.
CREATE FUNCTION behovsmelding_themes_known() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "Theme" t JOIN "Round" r ON r."countyId" = t."countyId" WHERE r.id = NEW."roundId" AND t.id = ANY (NEW.themes)) <> cardinality(NEW.themes) THEN
    RAISE EXCEPTION 'behovsmelding_themes_of_its_county: %', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'behovsmelding_themes_of_its_county';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER behovsmelding_themes_of_its_county BEFORE INSERT OR UPDATE OF themes ON "Behovsmelding" FOR EACH ROW WHEN (NEW.themes <> '{}') EXECUTE FUNCTION behovsmelding_themes_known();

CREATE FUNCTION theme_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Behovsmelding" WHERE OLD.id = ANY (themes)) THEN
    RAISE EXCEPTION 'theme_named_stays: theme % is named by a behovsmelding', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'theme_named_stays';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER theme_named_stays BEFORE DELETE ON "Theme" FOR EACH ROW EXECUTE FUNCTION theme_stays();

-- Of what the network asks for, part goes to coordinating.
ALTER TABLE "BehovsmeldingLine" ADD COLUMN "coordinator" INTEGER;
ALTER TABLE "BehovsmeldingLine" ADD CONSTRAINT behovsmelding_line_coordinator_not_negative CHECK (coordinator >= 0);
ALTER TABLE "BehovsmeldingLine" ADD CONSTRAINT behovsmelding_line_coordinator_of_network CHECK (coordinator IS NULL OR (side = 'network' AND (amount IS NULL OR coordinator <= amount)));
