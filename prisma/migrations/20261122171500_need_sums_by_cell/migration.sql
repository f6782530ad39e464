-- The cells of a need's budget are its owner and each UH it names, in each year it asks for. A cell without a line is
-- not filled in, so the sum is null; no UH asks for 0; no egenandel line is not given.
ALTER TABLE "Behovsmelding" ALTER COLUMN "plannedEgenandel" DROP DEFAULT;

CREATE OR REPLACE FUNCTION sum_behovsmelding(ids text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "Behovsmelding" b SET "askedNetwork" = s.network, "askedUh" = s.uh, "plannedEgenandel" = s.egenandel
  FROM (
    SELECT n.id,
      CASE WHEN l.network_cells = n.years THEN coalesce(l.network, 0) END AS network,
      CASE WHEN l.uh_cells = n.years * u.partners THEN coalesce(l.uh, 0) END AS uh,
      CASE WHEN e.lines > 0 AND e.lines = e.given THEN e.amount END AS egenandel
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId"
    CROSS JOIN LATERAL (SELECT count(*) AS partners FROM "BehovsmeldingUh" WHERE "behovsmeldingId" = n.id) u
    CROSS JOIN LATERAL (
      SELECT count(x.amount) FILTER (WHERE x.side = 'network' AND x."receiverId" = n."ownerId") AS network_cells,
        sum(x.amount) FILTER (WHERE x.side = 'network' AND x."receiverId" = n."ownerId") AS network,
        count(x.amount) FILTER (WHERE p."organisationId" IS NOT NULL) AS uh_cells, sum(x.amount) FILTER (WHERE p."organisationId" IS NOT NULL) AS uh
      FROM "BehovsmeldingLine" x
      LEFT JOIN "BehovsmeldingUh" p ON x.side = 'uh' AND p."behovsmeldingId" = x."behovsmeldingId" AND p."organisationId" = x."receiverId"
      WHERE x."behovsmeldingId" = n.id AND x."budgetYear" >= r.year AND x."budgetYear" < r.year + n.years
    ) l
    CROSS JOIN LATERAL (SELECT count(*) AS lines, count(amount) AS given, sum(amount) AS amount FROM "EgenandelLine" WHERE "behovsmeldingId" = n.id) e
    WHERE n.id = ANY (ids)
  ) s
  WHERE b.id = s.id AND (b."askedNetwork", b."askedUh", b."plannedEgenandel") IS DISTINCT FROM (s.network, s.uh, s.egenandel)
$$;

CREATE TRIGGER behovsmelding_uh_inserted AFTER INSERT ON "BehovsmeldingUh" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_lines_changed();
CREATE TRIGGER behovsmelding_uh_deleted AFTER DELETE ON "BehovsmeldingUh" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION behovsmelding_lines_changed();

CREATE FUNCTION behovsmelding_years_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sum_behovsmelding(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER behovsmelding_years_changed AFTER UPDATE OF years, "ownerId", "roundId" ON "Behovsmelding" FOR EACH ROW
  WHEN (NEW.years <> OLD.years OR NEW."ownerId" <> OLD."ownerId" OR NEW."roundId" <> OLD."roundId") EXECUTE FUNCTION behovsmelding_years_changed();

SELECT sum_behovsmelding(ARRAY(SELECT id FROM "Behovsmelding"));
