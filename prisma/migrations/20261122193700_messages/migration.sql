-- AlterTable
ALTER TABLE "AnnualReport" ADD COLUMN     "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Deadline" ADD COLUMN     "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mailChoice" TEXT NOT NULL DEFAULT 'at-once',
ADD COLUMN     "mailError" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mailFailedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "delivery" TEXT NOT NULL,
    "once" TEXT,
    "mailId" TEXT,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "digest" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL DEFAULT '',
    "error" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Message_userId_at_idx" ON "Message"("userId", "at" DESC);

-- CreateIndex
CREATE INDEX "Message_mailId_idx" ON "Message"("mailId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_userId_once_key" ON "Message"("userId", "once");

-- CreateIndex
CREATE INDEX "Mail_state_nextAt_idx" ON "Mail"("state", "nextAt");

-- CreateIndex
CREATE INDEX "Mail_userId_idx" ON "Mail"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_userId_key" ON "CalendarFeed"("userId");

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------ What somebody is told
ALTER TABLE "User" ADD CONSTRAINT user_mail_choice_listed CHECK ("mailChoice" IN ('at-once','daily','none'));
ALTER TABLE "Message" ADD CONSTRAINT message_delivery_listed CHECK (delivery IN ('at-once','daily','none'));
ALTER TABLE "Message" ADD CONSTRAINT message_mailed_unless_unwanted CHECK (delivery <> 'none' OR "mailId" IS NULL);
ALTER TABLE "Mail" ADD CONSTRAINT mail_state_listed CHECK (state IN ('waiting','sending','sent','failed','cancelled'));
ALTER TABLE "Mail" ADD CONSTRAINT mail_attempts_not_negative CHECK (attempts >= 0);
ALTER TABLE "Mail" ADD CONSTRAINT mail_sent_some_time CHECK ((state = 'sent') = ("sentAt" IS NOT NULL));
CREATE INDEX message_unread ON "Message" ("userId") WHERE "readAt" IS NULL;
CREATE INDEX message_for_digest ON "Message" ("userId") WHERE delivery = 'daily' AND "mailId" IS NULL;

-- What was told stays as it was told; only that it is read, and the e-mail it goes in, are written later.
CREATE FUNCTION message_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'readAt' - 'mailId' - 'delivery') = (to_jsonb(OLD) - 'readAt' - 'mailId' - 'delivery') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'message_stays: message % is kept as it was', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'message_stays';
END $$;
CREATE TRIGGER message_stays BEFORE UPDATE OR DELETE ON "Message" FOR EACH ROW EXECUTE FUNCTION message_stays();

-- A mail that has gone does not go again.
CREATE FUNCTION mail_sent_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'mail_sent_once: mail % is sent', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'mail_sent_once';
END $$;
CREATE TRIGGER mail_sent_once BEFORE UPDATE ON "Mail" FOR EACH ROW WHEN (OLD.state = 'sent') EXECUTE FUNCTION mail_sent_once();

-- ------------------------------------------------------------------ Calendars learn that a deadline has moved
CREATE FUNCTION deadline_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW."movedAt" := now();
  RETURN NEW;
END $$;
CREATE TRIGGER deadline_moved BEFORE UPDATE ON "Deadline" FOR EACH ROW WHEN (NEW."lastDay" <> OLD."lastDay") EXECUTE FUNCTION deadline_moved();
CREATE TRIGGER report_due_moved BEFORE UPDATE ON "AnnualReport" FOR EACH ROW WHEN (NEW."dueOn" <> OLD."dueOn") EXECUTE FUNCTION deadline_moved();
