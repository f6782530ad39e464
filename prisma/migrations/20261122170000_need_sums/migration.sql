-- What a need asks for and plans, summed where the lines are written, so that a round of thousands can be listed.
-- A sum is null when one of its cells is not filled in, and when there are no lines to ask by at all.
ALTER TABLE "Behovsmelding" ADD COLUMN "askedNetwork" BIGINT, ADD COLUMN "askedUh" BIGINT, ADD COLUMN "plannedEgenandel" BIGINT DEFAULT 0;

CREATE FUNCTION sum_behovsmelding(ids text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "Behovsmelding" b SET "askedNetwork" = s.network, "askedUh" = s.uh, "plannedEgenandel" = s.egenandel
  FROM (
    SELECT n.id,
      CASE WHEN l.lines > 0 AND NOT l.network_open THEN l.network END AS network,
      CASE WHEN l.lines > 0 AND NOT l.uh_open THEN l.uh END AS uh,
      CASE WHEN NOT e.open THEN e.amount END AS egenandel
    FROM unnest(ids) AS n(id)
    CROSS JOIN LATERAL (
      SELECT count(*) AS lines,
        coalesce(bool_or(amount IS NULL) FILTER (WHERE side = 'network'), false) AS network_open, coalesce(sum(amount) FILTER (WHERE side = 'network'), 0) AS network,
        coalesce(bool_or(amount IS NULL) FILTER (WHERE side = 'uh'), false) AS uh_open, coalesce(sum(amount) FILTER (WHERE side = 'uh'), 0) AS uh
      FROM "BehovsmeldingLine" WHERE "behovsmeldingId" = n.id
    ) l
    CROSS JOIN LATERAL (
      SELECT coalesce(bool_or(amount IS NULL), false) AS open, coalesce(sum(amount), 0) AS amount FROM "EgenandelLine" WHERE "behovsmeldingId" = n.id
    ) e
  ) s
  WHERE b.id = s.id AND (b."askedNetwork", b."askedUh", b."plannedEgenandel") IS DISTINCT FROM (s.network, s.uh, s.egenandel)
$$;

CREATE FUNCTION behovsmelding_lines_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sum_behovsmelding(ARRAY(SELECT DISTINCT "behovsmeldingId" FROM changed ORDER BY 1));
  RETURN NULL;
END $$;
CREATE TRIGGER behovsmelding_line_inserted AFTER INSERT ON "BehovsmeldingLine" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_lines_changed();
CREATE TRIGGER behovsmelding_line_updated AFTER UPDATE ON "BehovsmeldingLine" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_lines_changed();
CREATE TRIGGER behovsmelding_line_deleted AFTER DELETE ON "BehovsmeldingLine" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_lines_changed();
CREATE TRIGGER egenandel_line_inserted AFTER INSERT ON "EgenandelLine" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_lines_changed();
CREATE TRIGGER egenandel_line_updated AFTER UPDATE ON "EgenandelLine" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_lines_changed();
CREATE TRIGGER egenandel_line_deleted AFTER DELETE ON "EgenandelLine" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_lines_changed();

SELECT sum_behovsmelding(ARRAY(SELECT id FROM "Behovsmelding"));

-- The list of a round, its counts and its sums are read from this index alone.
CREATE INDEX behovsmelding_round_list ON "Behovsmelding" ("roundId", number) INCLUDE (id, state, "regionId", "ownerId", "askedNetwork", "askedUh", "plannedEgenandel") WHERE state <> 'draft';

-- An innstilling that is delivered says who delivered it and when, and is never edited.
ALTER TABLE "Innstilling" ADD CONSTRAINT innstilling_delivered_by_somebody CHECK (state = 'draft' OR ("deliveredById" IS NOT NULL AND "deliveredAt" IS NOT NULL));
CREATE UNIQUE INDEX innstilling_one_delivered ON "Innstilling" ("roundId") WHERE state = 'delivered';

CREATE FUNCTION innstilling_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'innstilling_delivered_unchangeable: innstilling % is delivered', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'innstilling_delivered_unchangeable';
END $$;
CREATE TRIGGER innstilling_delivered_unchangeable BEFORE UPDATE OR DELETE ON "Innstilling" FOR EACH ROW WHEN (OLD.state = 'delivered') EXECUTE FUNCTION innstilling_stays();

-- Lines may still be written in the transaction that made the delivered innstilling itself.
CREATE FUNCTION innstilling_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE about text := CASE WHEN TG_OP = 'INSERT' THEN NEW."innstillingId" ELSE OLD."innstillingId" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "Innstilling" WHERE id IN (about, CASE WHEN TG_OP = 'DELETE' THEN about ELSE NEW."innstillingId" END) AND state = 'delivered' AND xmin <> pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'innstilling_delivered_unchangeable: a line of innstilling % is delivered', about USING ERRCODE = '23514', CONSTRAINT = 'innstilling_delivered_unchangeable';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER innstilling_line_delivered_unchangeable BEFORE INSERT OR UPDATE OR DELETE ON "InnstillingLine" FOR EACH ROW EXECUTE FUNCTION innstilling_line_stays();
