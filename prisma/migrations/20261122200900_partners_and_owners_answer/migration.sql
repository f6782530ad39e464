-- Whom a draft is shared with, what each UH answers and adds, who takes part through it, and what owners say of what is sent for them.
ALTER TABLE "Behovsmelding" ADD COLUMN "delegationId" TEXT,
ADD COLUMN "ownerConfirmedAt" TIMESTAMPTZ(3),
ADD COLUMN "ownerConfirmedById" TEXT,
ADD COLUMN "ownerObjectedAt" TIMESTAMPTZ(3),
ADD COLUMN "ownerObjectedById" TEXT,
ADD COLUMN "ownerObjection" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Behovsmelding" ADD CONSTRAINT "Behovsmelding_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BehovsmeldingParty" ADD COLUMN "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN "confirmedById" TEXT,
ADD COLUMN "objectedAt" TIMESTAMPTZ(3),
ADD COLUMN "objectedById" TEXT,
ADD COLUMN "objection" TEXT NOT NULL DEFAULT '';

ALTER TABLE "BehovsmeldingUh" ADD COLUMN "contactEmail" TEXT NOT NULL DEFAULT '',
ADD COLUMN "contactPhone" TEXT NOT NULL DEFAULT '',
ADD COLUMN "contactRole" TEXT NOT NULL DEFAULT '',
ADD COLUMN "declineReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN "declinedAt" TIMESTAMPTZ(3),
ADD COLUMN "declinedById" TEXT,
ADD COLUMN "filledAt" TIMESTAMPTZ(3),
ADD COLUMN "filledById" TEXT,
ADD COLUMN "plan" TEXT NOT NULL DEFAULT '',
ADD COLUMN "sharedAt" TIMESTAMPTZ(3),
ADD COLUMN "sharedById" TEXT;

CREATE TABLE "BehovsmeldingSubPartner" (
    "id" TEXT NOT NULL,
    "behovsmeldingId" TEXT NOT NULL,
    "throughId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "what" TEXT NOT NULL DEFAULT '',
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BehovsmeldingSubPartner_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BehovsmeldingSubPartner_behovsmeldingId_throughId_idx" ON "BehovsmeldingSubPartner"("behovsmeldingId", "throughId");
ALTER TABLE "BehovsmeldingSubPartner" ADD CONSTRAINT "BehovsmeldingSubPartner_behovsmeldingId_throughId_fkey" FOREIGN KEY ("behovsmeldingId", "throughId") REFERENCES "BehovsmeldingUh"("behovsmeldingId", "organisationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- A UH that has seen a need has had it shared: by its being sent, or because it answered a draft.
UPDATE "BehovsmeldingUh" u SET "sharedAt" = least(b."submittedAt", u."confirmedAt"), "sharedById" = coalesce(b."submittedById", b."createdById")
FROM "Behovsmelding" b WHERE b.id = u."behovsmeldingId" AND (b.state <> 'draft' OR u."confirmedAt" IS NOT NULL);

ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_owner_confirmed_by_somebody CHECK (("ownerConfirmedAt" IS NULL) = ("ownerConfirmedById" IS NULL));
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_owner_objects_with_words CHECK (("ownerObjectedAt" IS NULL) = ("ownerObjectedById" IS NULL) AND ("ownerObjectedAt" IS NULL) = ("ownerObjection" = ''));
ALTER TABLE "BehovsmeldingParty" ADD CONSTRAINT behovsmelding_party_confirmed_by_somebody CHECK (("confirmedAt" IS NULL) = ("confirmedById" IS NULL));
ALTER TABLE "BehovsmeldingParty" ADD CONSTRAINT behovsmelding_party_objects_with_words CHECK (("objectedAt" IS NULL) = ("objectedById" IS NULL) AND ("objectedAt" IS NULL) = (objection = ''));
ALTER TABLE "BehovsmeldingUh" ADD CONSTRAINT behovsmelding_uh_one_answer CHECK ("confirmedAt" IS NULL OR "declinedAt" IS NULL);
ALTER TABLE "BehovsmeldingUh" ADD CONSTRAINT behovsmelding_uh_declined_with_reason CHECK ("declinedAt" IS NULL OR ("declinedById" IS NOT NULL AND "declineReason" <> ''));
ALTER TABLE "BehovsmeldingUh" ADD CONSTRAINT behovsmelding_uh_shared_by_somebody CHECK (("sharedAt" IS NULL) = ("sharedById" IS NULL));
ALTER TABLE "BehovsmeldingUh" ADD CONSTRAINT behovsmelding_uh_filled_by_somebody CHECK (("filledAt" IS NULL) = ("filledById" IS NULL));
ALTER TABLE "BehovsmeldingSubPartner" ADD CONSTRAINT behovsmelding_sub_partner_named CHECK (name <> '');
