-- Asking the owner's leader to approve and send, and comments on a need.
ALTER TABLE "Behovsmelding" ADD COLUMN "declineComment" TEXT NOT NULL DEFAULT '',
ADD COLUMN "readyAt" TIMESTAMPTZ(3),
ADD COLUMN "readyById" TEXT;
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_ready_by_somebody CHECK (("readyAt" IS NULL) = ("readyById" IS NULL));
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_ready_before_sent CHECK ("readyAt" IS NULL OR state IN ('draft','returned'));

CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "behovsmeldingId" TEXT NOT NULL,
    "field" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedById" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Comment_behovsmeldingId_idx" ON "Comment"("behovsmeldingId");
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT comment_kind_listed CHECK (kind IN ('contributor','return','internal'));
ALTER TABLE "Comment" ADD CONSTRAINT comment_says_something CHECK (text <> '');
ALTER TABLE "Comment" ADD CONSTRAINT comment_resolved_by_somebody CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL));
