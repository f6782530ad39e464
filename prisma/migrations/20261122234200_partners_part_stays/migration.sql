-- A partner that has anything of its own in a need is laid bare before it is taken out, which only a person's confirmed act does:
-- a form that saves itself can never throw away what a UH has written. With the whole need it goes as before.
CREATE FUNCTION behovsmelding_uh_own_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Behovsmelding" WHERE id = OLD."behovsmeldingId") THEN RETURN OLD; END IF;
  IF OLD."sharedAt" IS NULL AND OLD."confirmedAt" IS NULL AND OLD."declinedAt" IS NULL AND OLD."filledAt" IS NULL AND OLD.plan = ''
     AND NOT EXISTS (SELECT 1 FROM "BehovsmeldingSubPartner" s WHERE s."behovsmeldingId" = OLD."behovsmeldingId" AND s."throughId" = OLD."organisationId")
     AND NOT EXISTS (SELECT 1 FROM "BehovsmeldingLine" l WHERE l."behovsmeldingId" = OLD."behovsmeldingId" AND l.side = 'uh' AND l."receiverId" = OLD."organisationId" AND l.amount > 0) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'behovsmelding_uh_own_part_stays: partner % has a part of its own in need %', OLD."organisationId", OLD."behovsmeldingId" USING ERRCODE = '23514', CONSTRAINT = 'behovsmelding_uh_own_part_stays';
END $$;
CREATE TRIGGER behovsmelding_uh_own_part_stays BEFORE DELETE ON "BehovsmeldingUh" FOR EACH ROW EXECUTE FUNCTION behovsmelding_uh_own_part();
