-- A sent need as a line of its round's list, as others read it: what the list shows, filters and sums by, judged when it is saved.
CREATE TABLE "BehovsmeldingListed" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "ownerId" TEXT NOT NULL,
    "regionId" TEXT,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "years" INTEGER NOT NULL,
    "uhIds" TEXT[] NOT NULL,
    "network" BIGINT,
    "uh" BIGINT,
    "egenandel" BIGINT,
    "egenandelStatus" TEXT NOT NULL,
    "splitStatus" TEXT NOT NULL,
    "missing" INTEGER NOT NULL,
    "files" INTEGER NOT NULL,
    "lacks" TEXT[] NOT NULL,
    "firstSentAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "paperReceivedOn" DATE,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,

    CONSTRAINT "BehovsmeldingListed_pkey" PRIMARY KEY ("id"),
    CONSTRAINT behovsmelding_listed_is_sent CHECK (state <> 'draft'),
    CONSTRAINT behovsmelding_listed_egenandel CHECK ("egenandelStatus" IN ('not-applicable', 'unknown', 'met', 'short')),
    CONSTRAINT behovsmelding_listed_split CHECK ("splitStatus" IN ('met', 'uh-raised', 'uh-short', 'unknown'))
);
CREATE INDEX "BehovsmeldingListed_roundId_number_idx" ON "BehovsmeldingListed"("roundId", "number");
ALTER TABLE "BehovsmeldingListed" ADD CONSTRAINT "BehovsmeldingListed_id_fkey" FOREIGN KEY ("id") REFERENCES "Behovsmelding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How many lines of a round are alike in what its filters count, and what they ask for together.
CREATE TABLE "RoundTally" (
    "roundId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "regionId" TEXT NOT NULL,
    "lacks" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "network" BIGINT NOT NULL,
    "uh" BIGINT NOT NULL,

    CONSTRAINT "RoundTally_pkey" PRIMARY KEY ("roundId", "state", "regionId", "lacks"),
    CONSTRAINT round_tally_never_below_none CHECK (count >= 0 AND network >= 0 AND uh >= 0)
);
CREATE TABLE "RoundUhTally" (
    "roundId" TEXT NOT NULL,
    "uhId" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RoundUhTally_pkey" PRIMARY KEY ("roundId", "uhId"),
    CONSTRAINT round_uh_tally_never_below_none CHECK (count >= 0)
);

-- Counted where the lines change, in one order, so that two who send at once wait for each other and do not lock crosswise.
CREATE FUNCTION tally_listed(gone "BehovsmeldingListed"[], come "BehovsmeldingListed"[]) RETURNS TABLE ("roundId" text, state text, "regionId" text, lacks text, n int, network bigint, uh bigint) LANGUAGE sql AS $$
  SELECT l."roundId", l.state, coalesce(l."regionId", ''), array_to_string(l.lacks, ','), sum(l.sign)::int, sum(l.sign * coalesce(l.network, 0))::bigint, sum(l.sign * coalesce(l.uh, 0))::bigint
  FROM (SELECT 1 AS sign, c.* FROM unnest(come) c UNION ALL SELECT -1, g.* FROM unnest(gone) g) l GROUP BY 1, 2, 3, 4
$$;
CREATE FUNCTION tally_listed_uh(gone "BehovsmeldingListed"[], come "BehovsmeldingListed"[]) RETURNS TABLE ("roundId" text, "uhId" text, n int) LANGUAGE sql AS $$
  SELECT l."roundId", u.id, sum(l.sign)::int
  FROM (SELECT 1 AS sign, c.* FROM unnest(come) c UNION ALL SELECT -1, g.* FROM unnest(gone) g) l, unnest(l."uhIds") u(id) GROUP BY 1, 2
$$;
CREATE FUNCTION listed_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone "BehovsmeldingListed"[] := '{}';
  come "BehovsmeldingListed"[] := '{}';
BEGIN
  IF TG_OP <> 'INSERT' THEN gone := ARRAY(SELECT w FROM was w); END IF;
  IF TG_OP <> 'DELETE' THEN come := ARRAY(SELECT c FROM changed c); END IF;
  -- What becomes fewer is there already; the others are put in, and a check of the table sees no row below none.
  UPDATE "RoundTally" t SET count = t.count + d.n, network = t.network + d.network, uh = t.uh + d.uh
    FROM tally_listed(gone, come) d
    WHERE (t."roundId", t.state, t."regionId", t.lacks) = (d."roundId", d.state, d."regionId", d.lacks) AND (d.n < 0 OR d.network < 0 OR d.uh < 0);
  INSERT INTO "RoundTally" AS t ("roundId", state, "regionId", lacks, count, network, uh)
    SELECT d."roundId", d.state, d."regionId", d.lacks, d.n, d.network, d.uh FROM tally_listed(gone, come) d
    WHERE d.n >= 0 AND d.network >= 0 AND d.uh >= 0 AND (d.n, d.network, d.uh) <> (0, 0, 0) ORDER BY 1, 2, 3, 4
    ON CONFLICT ("roundId", state, "regionId", lacks) DO UPDATE SET count = t.count + excluded.count, network = t.network + excluded.network, uh = t.uh + excluded.uh;
  UPDATE "RoundUhTally" t SET count = t.count + d.n FROM tally_listed_uh(gone, come) d WHERE t."roundId" = d."roundId" AND t."uhId" = d."uhId" AND d.n < 0;
  INSERT INTO "RoundUhTally" AS t ("roundId", "uhId", count)
    SELECT d."roundId", d."uhId", d.n FROM tally_listed_uh(gone, come) d WHERE d.n > 0 ORDER BY 1, 2
    ON CONFLICT ("roundId", "uhId") DO UPDATE SET count = t.count + excluded.count;
  RETURN NULL;
END $$;
CREATE TRIGGER listed_inserted AFTER INSERT ON "BehovsmeldingListed" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listed_changed();
CREATE TRIGGER listed_updated AFTER UPDATE ON "BehovsmeldingListed" REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listed_changed();
CREATE TRIGGER listed_deleted AFTER DELETE ON "BehovsmeldingListed" REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION listed_changed();

-- A state is no judgement: it follows the need at once, many needs at a time too.
CREATE FUNCTION listed_follows_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM changed c JOIN was w ON w.id = c.id WHERE c.state <> w.state) THEN RETURN NULL; END IF;
  DELETE FROM "BehovsmeldingListed" l USING changed c WHERE l.id = c.id AND c.state = 'draft';
  UPDATE "BehovsmeldingListed" l SET state = c.state, lacks = CASE WHEN c.state IN ('submitted', 'recommended') THEN l.lacks ELSE array_remove(l.lacks, 'owner') END
    FROM changed c WHERE l.id = c.id AND c.state <> 'draft' AND l.state <> c.state;
  RETURN NULL;
END $$;
CREATE TRIGGER listed_follows_state AFTER UPDATE ON "Behovsmelding" REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listed_follows_state();

-- How many fields the need lacks as it stands, judged when it is saved.
ALTER TABLE "Behovsmelding" ADD COLUMN "missing" INTEGER NOT NULL DEFAULT 0;

-- The list reads its own table now.
DROP INDEX behovsmelding_round_list;
