-- A draft is saved while it is typed; a delivery is of the draft that was read.
ALTER TABLE "Innstilling" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Innstilling" ADD CONSTRAINT innstilling_revision_counts CHECK (revision >= 1);
