-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL,
    "behovsmeldingId" TEXT,
    "halfId" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "store" TEXT NOT NULL DEFAULT 'database',
    "key" TEXT,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "removedById" TEXT,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttachmentBytes" (
    "attachmentId" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "AttachmentBytes_pkey" PRIMARY KEY ("attachmentId")
);

-- CreateIndex
CREATE INDEX "Attachment_behovsmeldingId_idx" ON "Attachment"("behovsmeldingId");

-- CreateIndex
CREATE INDEX "Attachment_halfId_idx" ON "Attachment"("halfId");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_halfId_fkey" FOREIGN KEY ("halfId") REFERENCES "ReportHalf"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttachmentBytes" ADD CONSTRAINT "AttachmentBytes_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ------------------------------------------------------------------ What an attachment must be
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_belongs_to_one CHECK (num_nonnulls("behovsmeldingId", "halfId") = 1);
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_kind_listed CHECK (kind IN ('pdf','docx','xlsx','odt','png','jpg'));
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_size_in_range CHECK (size BETWEEN 1 AND 10485760);
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_name_given CHECK (name <> '' AND length(name) <= 120);
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_sha256_hex CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_store_listed CHECK (store IN ('database','s3') AND (store = 's3') = (key IS NOT NULL));
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_removed_by_somebody CHECK (("removedAt" IS NULL) = ("removedById" IS NULL));
-- Removed is only a mark, for what has been sent; what has not is really gone.
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_removed_was_sent CHECK ("removedAt" IS NULL OR "sentAt" IS NOT NULL);
CREATE UNIQUE INDEX attachment_once_in_behovsmelding ON "Attachment" ("behovsmeldingId", sha256) WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX attachment_once_in_half ON "Attachment" ("halfId", sha256) WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX attachment_key_once ON "Attachment" (key);

-- Files are packed already, and read in pieces: PostgreSQL need not pack them again.
ALTER TABLE "AttachmentBytes" ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- ------------------------------------------------------------------ What is sent with a record stays with it
CREATE FUNCTION attachments_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Behovsmelding' THEN
    UPDATE "Attachment" SET "sentAt" = coalesce(NEW."submittedAt", now()) WHERE "behovsmeldingId" = NEW.id AND "sentAt" IS NULL;
  ELSE
    UPDATE "Attachment" SET "sentAt" = coalesce(NEW."filedAt", now()) WHERE "halfId" = NEW.id AND "sentAt" IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER attachments_sent_with_behovsmelding AFTER UPDATE OF state ON "Behovsmelding" FOR EACH ROW WHEN (NEW.state = 'submitted' AND OLD.state <> 'submitted') EXECUTE FUNCTION attachments_sent();
CREATE TRIGGER attachments_sent_with_half AFTER UPDATE OF state ON "ReportHalf" FOR EACH ROW WHEN (NEW.state = 'filed' AND OLD.state <> 'filed') EXECUTE FUNCTION attachments_sent();

CREATE FUNCTION attachment_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - '{sentAt,removedAt,removedById}'::text[]) = (to_jsonb(OLD) - '{sentAt,removedAt,removedById}'::text[])
     AND (OLD."sentAt" IS NULL OR NEW."sentAt" = OLD."sentAt") AND OLD."removedAt" IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND OLD."sentAt" IS NULL THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'attachment_sent_stays: attachment % is part of what was sent', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'attachment_sent_stays';
END $$;
CREATE TRIGGER attachment_sent_stays BEFORE UPDATE OR DELETE ON "Attachment" FOR EACH ROW EXECUTE FUNCTION attachment_stays();

CREATE FUNCTION attachment_bytes_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- With its attachment, which guards itself, they may go; by themselves never.
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "Attachment" WHERE id = OLD."attachmentId") THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'attachment_bytes_unchangeable: %', OLD."attachmentId" USING ERRCODE = '23514', CONSTRAINT = 'attachment_bytes_unchangeable';
END $$;
CREATE TRIGGER attachment_bytes_unchangeable BEFORE UPDATE OR DELETE ON "AttachmentBytes" FOR EACH ROW EXECUTE FUNCTION attachment_bytes_stay();

-- ------------------------------------------------------------------ A row never without its bytes
CREATE FUNCTION attachment_has_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "AttachmentBytes" b WHERE b."attachmentId" = NEW.id AND octet_length(b.bytes) = NEW.size AND encode(sha256(b.bytes), 'hex') = NEW.sha256)
     AND EXISTS (SELECT 1 FROM "Attachment" WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'attachment_has_its_bytes: attachment % has not the bytes it says', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'attachment_has_its_bytes';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER attachment_has_its_bytes AFTER INSERT ON "Attachment" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.store = 'database') EXECUTE FUNCTION attachment_has_bytes();
