-- AlterTable
ALTER TABLE "Behovsmelding" ADD COLUMN     "paperReceivedOn" DATE,
ADD COLUMN     "returnedUntil" DATE;

-- CreateTable
CREATE TABLE "LateSending" (
    "roundId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LateSending_pkey" PRIMARY KEY ("roundId","organisationId")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LateSending_organisationId_idx" ON "LateSending"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_name_once" ON "SavedFilter"("userId", "name");

-- AddForeignKey
ALTER TABLE "LateSending" ADD CONSTRAINT "LateSending_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LateSending" ADD CONSTRAINT "LateSending_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "LateSending" ADD CONSTRAINT late_sending_has_a_reason CHECK (reason <> '');
ALTER TABLE "SavedFilter" ADD CONSTRAINT saved_filter_has_a_name CHECK (name <> '');
-- Only what has been given back has a day it must be back by.
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_until_when_returned CHECK ("returnedUntil" IS NULL OR state = 'returned');
