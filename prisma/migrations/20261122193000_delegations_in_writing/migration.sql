-- A delegation says what it covers, who gave it and when, and who ended it. What was written stays as it was.
ALTER TABLE "Delegation" ADD COLUMN "covers" TEXT[] DEFAULT ARRAY['needs', 'reports']::TEXT[],
ADD COLUMN "endedAt" TIMESTAMPTZ(3),
ADD COLUMN "endedById" TEXT,
ADD COLUMN "givenAt" TIMESTAMPTZ(3),
ADD COLUMN "givenById" TEXT;

ALTER TABLE "Delegation" ADD CONSTRAINT delegation_covers_listed CHECK (covers IS NOT NULL AND cardinality(covers) > 0 AND covers <@ ARRAY['needs','reports']);
ALTER TABLE "Delegation" ADD CONSTRAINT delegation_given_in_writing CHECK ("givenById" IS NULL OR ("givenAt" IS NOT NULL AND note <> ''));
ALTER TABLE "Delegation" ADD CONSTRAINT delegation_ended_by_somebody CHECK (("endedById" IS NULL) = ("endedAt" IS NULL) AND ("endedAt" IS NULL OR "to" IS NOT NULL));

-- One that is taken back before it began held on no day.
ALTER TABLE "Delegation" DROP CONSTRAINT delegation_ends_after_it_begins;
ALTER TABLE "Delegation" ADD CONSTRAINT delegation_ends_after_it_begins CHECK ("to" IS NULL OR "to" > "from" OR ("to" = "from" AND "endedAt" IS NOT NULL));

-- One office acts for an owner in one matter under one delegation at a time.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "Delegation" ADD CONSTRAINT delegation_needs_one_at_a_time EXCLUDE USING gist ("organisationId" WITH =, "regionId" WITH =, daterange("from", "to") WITH &&) WHERE ('needs' = ANY (covers));
ALTER TABLE "Delegation" ADD CONSTRAINT delegation_reports_one_at_a_time EXCLUDE USING gist ("organisationId" WITH =, "regionId" WITH =, daterange("from", "to") WITH &&) WHERE ('reports' = ANY (covers));

CREATE FUNCTION delegation_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."organisationId", NEW."regionId", NEW.covers, NEW."from", NEW.note, NEW."givenById", NEW."givenAt")
      IS NOT DISTINCT FROM (OLD."organisationId", OLD."regionId", OLD.covers, OLD."from", OLD.note, OLD."givenById", OLD."givenAt")
      AND coalesce(NEW."to", 'infinity') <= coalesce(OLD."to", 'infinity') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'delegation_only_ends: delegation % is what was given', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'delegation_only_ends';
END $$;
CREATE TRIGGER delegation_only_ends BEFORE UPDATE OR DELETE ON "Delegation" FOR EACH ROW EXECUTE FUNCTION delegation_only_ends();
