-- What is given back is read by others as it was sent, until it is sent again.
CREATE TABLE "BehovsmeldingAsSent" (
    "id" TEXT NOT NULL,
    "behovsmeldingId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rows" JSONB NOT NULL,

    CONSTRAINT "BehovsmeldingAsSent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BehovsmeldingAsSent_behovsmeldingId_at_idx" ON "BehovsmeldingAsSent"("behovsmeldingId", "at");
ALTER TABLE "BehovsmeldingAsSent" ADD CONSTRAINT "BehovsmeldingAsSent_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Behovsmelding" ADD COLUMN "asSentId" TEXT;
ALTER TABLE "Behovsmelding" ADD CONSTRAINT "Behovsmelding_asSentId_fkey" FOREIGN KEY ("asSentId") REFERENCES "BehovsmeldingAsSent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX behovsmelding_read_as_sent ON "Behovsmelding" ("roundId") WHERE "asSentId" IS NOT NULL;

CREATE FUNCTION behovsmelding_rows(need "Behovsmelding") RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'need', to_jsonb(need),
    'uh', (SELECT coalesce(jsonb_agg(to_jsonb(u)), '[]') FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = need.id),
    'subPartners', (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM "BehovsmeldingSubPartner" s WHERE s."behovsmeldingId" = need.id),
    'parties', (SELECT coalesce(jsonb_agg(to_jsonb(p)), '[]') FROM "BehovsmeldingParty" p WHERE p."behovsmeldingId" = need.id),
    'lines', (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]') FROM "BehovsmeldingLine" l WHERE l."behovsmeldingId" = need.id),
    'egenandel', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM "EgenandelLine" e WHERE e."behovsmeldingId" = need.id))
$$;

-- A need is not written in while it is sent, so what was sent is kept when it may be written in again.
CREATE FUNCTION behovsmelding_keep_as_sent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept text := gen_random_uuid()::text;
BEGIN
  IF NEW.state IN ('draft', 'returned') AND OLD.state NOT IN ('draft', 'returned') AND OLD."asSentId" IS NULL THEN
    INSERT INTO "BehovsmeldingAsSent" (id, "behovsmeldingId", at, rows) VALUES (kept, OLD.id, NEW."updatedAt", behovsmelding_rows(OLD));
    NEW."asSentId" := kept;
  END IF;
  IF NEW.state NOT IN ('returned', 'withdrawn') THEN NEW."asSentId" := NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER behovsmelding_keep_as_sent BEFORE UPDATE OF state ON "Behovsmelding" FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION behovsmelding_keep_as_sent();

CREATE FUNCTION behovsmelding_as_sent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'behovsmelding_as_sent_unchangeable: what was sent is never changed or removed' USING ERRCODE = '23514', CONSTRAINT = 'behovsmelding_as_sent_unchangeable';
END $$;

-- Those that are given back now: what stands in them is the most that is known of what was sent.
INSERT INTO "BehovsmeldingAsSent" (id, "behovsmeldingId", at, rows) SELECT gen_random_uuid()::text, n.id, n."updatedAt", behovsmelding_rows(n) FROM "Behovsmelding" n WHERE n.state = 'returned';
UPDATE "Behovsmelding" n SET "asSentId" = k.id FROM "BehovsmeldingAsSent" k WHERE k."behovsmeldingId" = n.id;

CREATE TRIGGER behovsmelding_as_sent_unchangeable BEFORE UPDATE OR DELETE ON "BehovsmeldingAsSent" FOR EACH ROW EXECUTE FUNCTION behovsmelding_as_sent_stays();
CREATE TRIGGER behovsmelding_as_sent_never_emptied BEFORE TRUNCATE ON "BehovsmeldingAsSent" FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_as_sent_stays();
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_returned_is_read_as_sent CHECK (state <> 'returned' OR "asSentId" IS NOT NULL);
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_else_read_as_it_is CHECK ("asSentId" IS NULL OR state IN ('returned', 'withdrawn'));
