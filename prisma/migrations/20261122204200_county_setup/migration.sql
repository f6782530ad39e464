-- The days of a county's deadlines in every year, by programme.
CREATE TABLE "DeadlineDefault" (
    "countyId" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "yearOffset" INTEGER NOT NULL,

    CONSTRAINT "DeadlineDefault_pkey" PRIMARY KEY ("countyId","programme","kind")
);
ALTER TABLE "DeadlineDefault" ADD CONSTRAINT "DeadlineDefault_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DeadlineDefault" ADD CONSTRAINT deadline_default_listed CHECK (programme IN ('DEKOMP','REKOMP','KOMPETANSELOFTET','KOLLEKTIV_2026') AND kind IN ('need','innstilling','decision','plan','report'));
-- A day that every year has: not the 29th of February.
ALTER TABLE "DeadlineDefault" ADD CONSTRAINT deadline_default_in_range CHECK (month BETWEEN 1 AND 12 AND "yearOffset" BETWEEN -1 AND 2
  AND day BETWEEN 1 AND CASE month WHEN 2 THEN 28 WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 WHEN 11 THEN 30 ELSE 31 END);

-- Two rule sets of a programme never hold at the same time.
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_once_at_a_time EXCLUDE USING gist ("countyId" WITH =, programme WITH =, daterange("validFrom", "validTo") WITH &&);

-- A used rule set may be told when it ends, as a newer one begins; nothing else of it changes.
CREATE OR REPLACE FUNCTION rule_set_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'validTo') = (to_jsonb(OLD) - 'validTo') AND NEW."validTo" IS NOT NULL THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM "Round" WHERE "ruleSetId" = OLD.id) THEN
    RAISE EXCEPTION 'rule_set_used_unchangeable: rule set % is used by a round', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'rule_set_used_unchangeable';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
