-- The tables of schema.prisma, then what Prisma cannot say: the rules as named constraints and triggers.
-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "County" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "statsforvalterName" TEXT NOT NULL,
    "statsforvalterOrgnr" TEXT,

    CONSTRAINT "County_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "orgnr" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "countyId" TEXT,
    "kommunenr" TEXT,
    "language" TEXT NOT NULL DEFAULT 'nb',
    "isExample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Region" (
    "id" TEXT NOT NULL,
    "countyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isExample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegionMembership" (
    "id" TEXT NOT NULL,
    "regionId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,

    CONSTRAINT "RegionMembership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Samarbeidsforum" (
    "id" TEXT NOT NULL,
    "countyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "programmes" TEXT[],

    CONSTRAINT "Samarbeidsforum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'nb',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "oidcIssuer" TEXT,
    "oidcSubject" TEXT,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisationId" TEXT,
    "regionId" TEXT,
    "countyId" TEXT,
    "forumId" TEXT,
    "from" DATE NOT NULL,
    "to" DATE,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "regionId" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleSet" (
    "id" TEXT NOT NULL,
    "countyId" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "egenandelPercent" INTEGER NOT NULL,
    "egenandelBase" TEXT NOT NULL,
    "egenandelEnforcement" TEXT NOT NULL,
    "egenandelTolerance" INTEGER NOT NULL DEFAULT 0,
    "egenandelSource" TEXT NOT NULL,
    "splitNetwork" INTEGER NOT NULL,
    "splitUh" INTEGER NOT NULL,
    "splitLevel" TEXT NOT NULL,
    "splitEnforcement" TEXT NOT NULL,
    "splitSource" TEXT NOT NULL,
    "maxYears" INTEGER NOT NULL DEFAULT 3,
    "maxYearsSource" TEXT NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "supersedesId" TEXT,

    CONSTRAINT "RuleSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" TEXT NOT NULL,
    "countyId" TEXT NOT NULL,
    "forumId" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "ruleSetId" TEXT NOT NULL,
    "budget" INTEGER,
    "reserve" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'open',
    "imported" BOOLEAN NOT NULL DEFAULT false,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "legacyNotes" TEXT[],
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deadline" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lastDay" DATE NOT NULL,

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Behovsmelding" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "roundId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "regionId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL DEFAULT '',
    "years" INTEGER NOT NULL DEFAULT 1,
    "periodStart" DATE,
    "periodEnd" DATE,
    "publicUnits" INTEGER,
    "privateUnits" INTEGER,
    "participants" TEXT NOT NULL DEFAULT '',
    "targetGroups" TEXT[],
    "sectorGoals" TEXT[],
    "need" TEXT NOT NULL DEFAULT '',
    "evidenceKinds" TEXT[],
    "evidence" TEXT NOT NULL DEFAULT '',
    "goals" TEXT NOT NULL DEFAULT '',
    "measureDescription" TEXT NOT NULL DEFAULT '',
    "staffInvolvement" TEXT NOT NULL DEFAULT '',
    "uhUnsettledReason" TEXT NOT NULL DEFAULT '',
    "samiPerspective" TEXT NOT NULL DEFAULT '',
    "coherence" TEXT NOT NULL DEFAULT '',
    "contactName" TEXT NOT NULL DEFAULT '',
    "contactRole" TEXT NOT NULL DEFAULT '',
    "contactEmail" TEXT NOT NULL DEFAULT '',
    "contactPhone" TEXT NOT NULL DEFAULT '',
    "returnComment" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedById" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Behovsmelding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BehovsmeldingParty" (
    "behovsmeldingId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,

    CONSTRAINT "BehovsmeldingParty_pkey" PRIMARY KEY ("behovsmeldingId","organisationId")
);

-- CreateTable
CREATE TABLE "BehovsmeldingUh" (
    "behovsmeldingId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" TEXT,

    CONSTRAINT "BehovsmeldingUh_pkey" PRIMARY KEY ("behovsmeldingId","organisationId")
);

-- CreateTable
CREATE TABLE "BehovsmeldingLine" (
    "id" TEXT NOT NULL,
    "behovsmeldingId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "receiverId" TEXT NOT NULL,
    "budgetYear" INTEGER NOT NULL,
    "amount" INTEGER,

    CONSTRAINT "BehovsmeldingLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EgenandelLine" (
    "id" TEXT NOT NULL,
    "behovsmeldingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "budgetYear" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "hours" INTEGER,
    "rate" INTEGER,
    "amount" INTEGER,

    CONSTRAINT "EgenandelLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispensation" (
    "id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "behovsmeldingId" TEXT,
    "regionId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decisionReason" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispensation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SplitAgreement" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "regionId" TEXT,
    "behovsmeldingId" TEXT,
    "parties" TEXT NOT NULL,
    "uhPercent" INTEGER NOT NULL,
    "agreedOn" DATE NOT NULL,
    "registeredById" TEXT NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SplitAgreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Innstilling" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "decisionForm" TEXT NOT NULL DEFAULT 'agreement',
    "meetingOn" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "deliveredById" TEXT,
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Innstilling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InnstillingLine" (
    "id" TEXT NOT NULL,
    "innstillingId" TEXT NOT NULL,
    "behovsmeldingId" TEXT NOT NULL,
    "priority" INTEGER,
    "network" INTEGER,
    "uh" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "dissent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "InnstillingLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tiltak" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "countyId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "roundId" TEXT NOT NULL,
    "behovsmeldingId" TEXT,
    "title" TEXT NOT NULL,
    "leadId" TEXT,
    "leadName" TEXT NOT NULL,
    "regionId" TEXT,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "publicUnits" INTEGER,
    "privateUnits" INTEGER,
    "participants" TEXT NOT NULL DEFAULT '',
    "outsideCounty" BOOLEAN NOT NULL DEFAULT false,
    "forumFollowUp" BOOLEAN NOT NULL DEFAULT true,
    "externalRef" TEXT,

    CONSTRAINT "Tiltak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tildeling" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "behovsmeldingId" TEXT,
    "tiltakId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "outcome" TEXT NOT NULL DEFAULT 'granted',
    "inForce" BOOLEAN NOT NULL DEFAULT true,
    "imported" BOOLEAN NOT NULL DEFAULT false,
    "method" TEXT NOT NULL DEFAULT 'by-hand',
    "methodReason" TEXT NOT NULL DEFAULT 'by-hand',
    "methodFigures" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL DEFAULT '',
    "returnComment" TEXT NOT NULL DEFAULT '',
    "requiredEgenandel" INTEGER,
    "plannedEgenandel" INTEGER,
    "proposedById" TEXT,
    "proposedAt" TIMESTAMPTZ(3),
    "approvedById" TEXT,
    "approvedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Tildeling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TildelingLine" (
    "id" TEXT NOT NULL,
    "tildelingId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "receiverId" TEXT,
    "receiverName" TEXT,
    "budgetYear" INTEGER NOT NULL,
    "amount" INTEGER,
    "printed" TEXT,
    "poolId" TEXT,

    CONSTRAINT "TildelingLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegionPool" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "regionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "receiverId" TEXT,
    "amount" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "RegionPool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrintedValue" (
    "id" TEXT NOT NULL,
    "tiltakId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "printed" TEXT NOT NULL,
    "amount" INTEGER,
    "corrected" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PrintedValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnualReport" (
    "id" TEXT NOT NULL,
    "tiltakId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,

    CONSTRAINT "AnnualReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportHalf" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "organisationId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "status" TEXT,
    "statusReason" TEXT NOT NULL DEFAULT '',
    "goals" TEXT NOT NULL DEFAULT '',
    "goalAttainment" TEXT NOT NULL DEFAULT '',
    "participants" TEXT NOT NULL DEFAULT '',
    "spent" INTEGER,
    "spentIsEstimate" BOOLEAN NOT NULL DEFAULT false,
    "carryOverAsked" INTEGER,
    "carryReason" TEXT NOT NULL DEFAULT '',
    "egenandel" INTEGER,
    "egenandelPoolId" TEXT,
    "egenandelUsedFor" TEXT NOT NULL DEFAULT '',
    "coordinatorFunds" INTEGER,
    "anchoring" TEXT NOT NULL DEFAULT '',
    "samiDegree" TEXT,
    "samiPrinted" TEXT,
    "samiText" TEXT NOT NULL DEFAULT '',
    "uhCooperation" TEXT NOT NULL DEFAULT '',
    "uhUseOfExperience" TEXT NOT NULL DEFAULT '',
    "coherence" TEXT NOT NULL DEFAULT '',
    "comment" TEXT NOT NULL DEFAULT '',
    "returnComment" TEXT NOT NULL DEFAULT '',
    "filedById" TEXT,
    "filedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportHalf_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "roundId" TEXT,
    "countyId" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "County_prefix_key" ON "County"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_orgnr_key" ON "Organisation"("orgnr");

-- CreateIndex
CREATE INDEX "Organisation_countyId_name_idx" ON "Organisation"("countyId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Region_countyId_name_key" ON "Region"("countyId", "name");

-- CreateIndex
CREATE INDEX "RegionMembership_organisationId_idx" ON "RegionMembership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "RegionMembership_regionId_organisationId_from_key" ON "RegionMembership"("regionId", "organisationId", "from");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_oidcIssuer_oidcSubject_key" ON "User"("oidcIssuer", "oidcSubject");

-- CreateIndex
CREATE INDEX "RoleGrant_userId_idx" ON "RoleGrant"("userId");

-- CreateIndex
CREATE INDEX "Delegation_organisationId_idx" ON "Delegation"("organisationId");

-- CreateIndex
CREATE INDEX "Delegation_regionId_idx" ON "Delegation"("regionId");

-- CreateIndex
CREATE UNIQUE INDEX "RuleSet_supersedesId_key" ON "RuleSet"("supersedesId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_countyId_programme_year_key" ON "Round"("countyId", "programme", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Deadline_roundId_kind_key" ON "Deadline"("roundId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Behovsmelding_number_key" ON "Behovsmelding"("number");

-- CreateIndex
CREATE INDEX "Behovsmelding_roundId_state_idx" ON "Behovsmelding"("roundId", "state");

-- CreateIndex
CREATE INDEX "Behovsmelding_roundId_title_idx" ON "Behovsmelding"("roundId", "title");

-- CreateIndex
CREATE INDEX "Behovsmelding_ownerId_idx" ON "Behovsmelding"("ownerId");

-- CreateIndex
CREATE INDEX "Behovsmelding_regionId_idx" ON "Behovsmelding"("regionId");

-- CreateIndex
CREATE INDEX "BehovsmeldingParty_organisationId_idx" ON "BehovsmeldingParty"("organisationId");

-- CreateIndex
CREATE INDEX "BehovsmeldingUh_organisationId_idx" ON "BehovsmeldingUh"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "BehovsmeldingLine_behovsmeldingId_side_receiverId_budgetYea_key" ON "BehovsmeldingLine"("behovsmeldingId", "side", "receiverId", "budgetYear");

-- CreateIndex
CREATE INDEX "EgenandelLine_behovsmeldingId_idx" ON "EgenandelLine"("behovsmeldingId");

-- CreateIndex
CREATE INDEX "Dispensation_roundId_idx" ON "Dispensation"("roundId");

-- CreateIndex
CREATE INDEX "Dispensation_behovsmeldingId_idx" ON "Dispensation"("behovsmeldingId");

-- CreateIndex
CREATE INDEX "SplitAgreement_roundId_idx" ON "SplitAgreement"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "Innstilling_roundId_version_key" ON "Innstilling"("roundId", "version");

-- CreateIndex
CREATE INDEX "InnstillingLine_behovsmeldingId_idx" ON "InnstillingLine"("behovsmeldingId");

-- CreateIndex
CREATE UNIQUE INDEX "InnstillingLine_innstillingId_behovsmeldingId_key" ON "InnstillingLine"("innstillingId", "behovsmeldingId");

-- CreateIndex
CREATE UNIQUE INDEX "Tiltak_reference_key" ON "Tiltak"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Tiltak_behovsmeldingId_key" ON "Tiltak"("behovsmeldingId");

-- CreateIndex
CREATE INDEX "Tiltak_roundId_idx" ON "Tiltak"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "Tiltak_countyId_year_number_key" ON "Tiltak"("countyId", "year", "number");

-- CreateIndex
CREATE INDEX "Tildeling_roundId_state_idx" ON "Tildeling"("roundId", "state");

-- CreateIndex
CREATE INDEX "Tildeling_tiltakId_idx" ON "Tildeling"("tiltakId");

-- CreateIndex
CREATE INDEX "TildelingLine_tildelingId_idx" ON "TildelingLine"("tildelingId");

-- CreateIndex
CREATE INDEX "TildelingLine_receiverId_idx" ON "TildelingLine"("receiverId");

-- CreateIndex
CREATE UNIQUE INDEX "RegionPool_roundId_regionId_kind_key" ON "RegionPool"("roundId", "regionId", "kind");

-- CreateIndex
CREATE INDEX "PrintedValue_tiltakId_idx" ON "PrintedValue"("tiltakId");

-- CreateIndex
CREATE UNIQUE INDEX "AnnualReport_tiltakId_year_key" ON "AnnualReport"("tiltakId", "year");

-- CreateIndex
CREATE INDEX "ReportHalf_organisationId_idx" ON "ReportHalf"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportHalf_reportId_side_organisationId_key" ON "ReportHalf"("reportId", "side", "organisationId");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_idx" ON "AuditEntry"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEntry_roundId_idx" ON "AuditEntry"("roundId");

-- CreateIndex
CREATE INDEX "AuditEntry_countyId_at_idx" ON "AuditEntry"("countyId", "at");

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionMembership" ADD CONSTRAINT "RegionMembership_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionMembership" ADD CONSTRAINT "RegionMembership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Samarbeidsforum" ADD CONSTRAINT "Samarbeidsforum_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_forumId_fkey" FOREIGN KEY ("forumId") REFERENCES "Samarbeidsforum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "RuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_forumId_fkey" FOREIGN KEY ("forumId") REFERENCES "Samarbeidsforum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "RuleSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Behovsmelding" ADD CONSTRAINT "Behovsmelding_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Behovsmelding" ADD CONSTRAINT "Behovsmelding_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Behovsmelding" ADD CONSTRAINT "Behovsmelding_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BehovsmeldingParty" ADD CONSTRAINT "BehovsmeldingParty_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BehovsmeldingParty" ADD CONSTRAINT "BehovsmeldingParty_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BehovsmeldingUh" ADD CONSTRAINT "BehovsmeldingUh_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BehovsmeldingUh" ADD CONSTRAINT "BehovsmeldingUh_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BehovsmeldingLine" ADD CONSTRAINT "BehovsmeldingLine_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BehovsmeldingLine" ADD CONSTRAINT "BehovsmeldingLine_receiverId_fkey" FOREIGN KEY ("receiverId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EgenandelLine" ADD CONSTRAINT "EgenandelLine_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispensation" ADD CONSTRAINT "Dispensation_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispensation" ADD CONSTRAINT "Dispensation_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispensation" ADD CONSTRAINT "Dispensation_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitAgreement" ADD CONSTRAINT "SplitAgreement_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitAgreement" ADD CONSTRAINT "SplitAgreement_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitAgreement" ADD CONSTRAINT "SplitAgreement_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Innstilling" ADD CONSTRAINT "Innstilling_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InnstillingLine" ADD CONSTRAINT "InnstillingLine_innstillingId_fkey" FOREIGN KEY ("innstillingId") REFERENCES "Innstilling"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InnstillingLine" ADD CONSTRAINT "InnstillingLine_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tiltak" ADD CONSTRAINT "Tiltak_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tiltak" ADD CONSTRAINT "Tiltak_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tiltak" ADD CONSTRAINT "Tiltak_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tiltak" ADD CONSTRAINT "Tiltak_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tiltak" ADD CONSTRAINT "Tiltak_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tildeling" ADD CONSTRAINT "Tildeling_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tildeling" ADD CONSTRAINT "Tildeling_behovsmeldingId_fkey" FOREIGN KEY ("behovsmeldingId") REFERENCES "Behovsmelding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tildeling" ADD CONSTRAINT "Tildeling_tiltakId_fkey" FOREIGN KEY ("tiltakId") REFERENCES "Tiltak"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TildelingLine" ADD CONSTRAINT "TildelingLine_tildelingId_fkey" FOREIGN KEY ("tildelingId") REFERENCES "Tildeling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TildelingLine" ADD CONSTRAINT "TildelingLine_receiverId_fkey" FOREIGN KEY ("receiverId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TildelingLine" ADD CONSTRAINT "TildelingLine_poolId_fkey" FOREIGN KEY ("poolId") REFERENCES "RegionPool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionPool" ADD CONSTRAINT "RegionPool_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionPool" ADD CONSTRAINT "RegionPool_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionPool" ADD CONSTRAINT "RegionPool_receiverId_fkey" FOREIGN KEY ("receiverId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintedValue" ADD CONSTRAINT "PrintedValue_tiltakId_fkey" FOREIGN KEY ("tiltakId") REFERENCES "Tiltak"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnualReport" ADD CONSTRAINT "AnnualReport_tiltakId_fkey" FOREIGN KEY ("tiltakId") REFERENCES "Tiltak"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportHalf" ADD CONSTRAINT "ReportHalf_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "AnnualReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportHalf" ADD CONSTRAINT "ReportHalf_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportHalf" ADD CONSTRAINT "ReportHalf_egenandelPoolId_fkey" FOREIGN KEY ("egenandelPoolId") REFERENCES "RegionPool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------ Closed lists
ALTER TABLE "Organisation" ADD CONSTRAINT organisation_kind_listed CHECK (kind IN ('kommune','fylkeskommune','friskole','state-school','barnehageeier','university','college','national-centre','fagskole','network','statsforvalter','other'));
ALTER TABLE "Organisation" ADD CONSTRAINT organisation_language_listed CHECK (language IN ('nb','nn'));
ALTER TABLE "User" ADD CONSTRAINT user_locale_listed CHECK (locale IN ('nb','nn'));
ALTER TABLE "User" ADD CONSTRAINT user_email_lower_case CHECK (email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_listed CHECK (role IN ('skoleeier','coordinator','uh','secretariat','member','caseworker','approver','auditor'));
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_has_its_scope CHECK (
  CASE role
    WHEN 'skoleeier' THEN "organisationId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'uh' THEN "organisationId" IS NOT NULL
    WHEN 'coordinator' THEN "regionId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'secretariat' THEN "forumId" IS NOT NULL AND "countyId" IS NOT NULL
    WHEN 'member' THEN "forumId" IS NOT NULL AND "countyId" IS NOT NULL
    ELSE "countyId" IS NOT NULL
  END);
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_ends_after_it_begins CHECK ("to" IS NULL OR "to" > "from");
ALTER TABLE "RegionMembership" ADD CONSTRAINT membership_ends_after_it_begins CHECK ("to" IS NULL OR "to" > "from");
ALTER TABLE "Delegation" ADD CONSTRAINT delegation_ends_after_it_begins CHECK ("to" IS NULL OR "to" > "from");
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_programme_listed CHECK (programme IN ('DEKOMP','REKOMP','KOMPETANSELOFTET','KOLLEKTIV_2026'));
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_base_listed CHECK ("egenandelBase" IN ('total-grant','owner-grant','total-budget'));
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_enforcement_listed CHECK ("egenandelEnforcement" IN ('require','warn','none') AND "splitEnforcement" IN ('require','warn','none'));
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_level_listed CHECK ("splitLevel" IN ('tiltak','region','round'));
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_percent_in_range CHECK ("egenandelPercent" BETWEEN 0 AND 99 AND "egenandelTolerance" >= 0);
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_key_sums_to_100 CHECK ("splitNetwork" >= 0 AND "splitUh" >= 0 AND "splitNetwork" + "splitUh" = 100);
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_years_in_range CHECK ("maxYears" BETWEEN 1 AND 10);
ALTER TABLE "RuleSet" ADD CONSTRAINT rule_set_ends_after_it_begins CHECK ("validTo" IS NULL OR "validTo" > "validFrom");
ALTER TABLE "Round" ADD CONSTRAINT round_state_listed CHECK (state IN ('open','closed','recommended','proposed','approved','reporting','finished'));
ALTER TABLE "Round" ADD CONSTRAINT round_programme_listed CHECK (programme IN ('DEKOMP','REKOMP','KOMPETANSELOFTET','KOLLEKTIV_2026'));
ALTER TABLE "Round" ADD CONSTRAINT round_year_in_range CHECK (year BETWEEN 2017 AND 2100);
ALTER TABLE "Deadline" ADD CONSTRAINT deadline_kind_listed CHECK (kind IN ('need','innstilling','decision','plan','report'));
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_state_listed CHECK (state IN ('draft','submitted','returned','recommended','declined','granted','withdrawn'));
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_years_in_range CHECK (years BETWEEN 1 AND 10);
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_sent_by_somebody CHECK (state = 'draft' OR ("submittedById" IS NOT NULL AND "submittedAt" IS NOT NULL));
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_units_not_negative CHECK ("publicUnits" >= 0 AND "privateUnits" >= 0);
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_period_ends_after_it_begins CHECK ("periodEnd" IS NULL OR "periodStart" IS NULL OR "periodEnd" > "periodStart" OR state = 'draft');
ALTER TABLE "BehovsmeldingLine" ADD CONSTRAINT behovsmelding_line_side_listed CHECK (side IN ('network','uh'));
ALTER TABLE "EgenandelLine" ADD CONSTRAINT egenandel_line_kind_listed CHECK (kind IN ('penger','lonn','frikjop','vikar','reise','lokaler','bevertning','materiell','administrasjon'));
ALTER TABLE "Dispensation" ADD CONSTRAINT dispensation_rule_listed CHECK (rule IN ('egenandel','split'));
ALTER TABLE "Dispensation" ADD CONSTRAINT dispensation_state_listed CHECK (state IN ('asked','granted','refused'));
ALTER TABLE "Innstilling" ADD CONSTRAINT innstilling_state_listed CHECK (state IN ('draft','delivered') AND "decisionForm" IN ('agreement','vote'));
ALTER TABLE "Tildeling" ADD CONSTRAINT tildeling_state_listed CHECK (state IN ('draft','proposed','approved','sent'));
ALTER TABLE "Tildeling" ADD CONSTRAINT tildeling_outcome_listed CHECK (outcome IN ('granted','partly','refused'));
ALTER TABLE "TildelingLine" ADD CONSTRAINT tildeling_line_side_listed CHECK (side IN ('network','uh'));
ALTER TABLE "RegionPool" ADD CONSTRAINT region_pool_kind_listed CHECK (kind IN ('uh-grant','egenandel'));
ALTER TABLE "ReportHalf" ADD CONSTRAINT report_half_side_listed CHECK (side IN ('owner','uh'));
ALTER TABLE "ReportHalf" ADD CONSTRAINT report_half_state_listed CHECK (state IN ('open','filed','returned','accepted'));
ALTER TABLE "ReportHalf" ADD CONSTRAINT report_half_sami_listed CHECK ("samiDegree" IN ('stor','noen','liten'));
ALTER TABLE "ReportHalf" ADD CONSTRAINT report_half_status_listed CHECK (status IN ('planned','not-started','ongoing','delayed','partly-started','completed','discontinued'));
ALTER TABLE "Tiltak" ADD CONSTRAINT tiltak_status_listed CHECK (status IN ('planned','not-started','ongoing','delayed','partly-started','completed','discontinued'));

-- ------------------------------------------------------------------ Kroner
ALTER TABLE "Round" ADD CONSTRAINT round_budget_not_negative CHECK (budget >= 0 AND reserve >= 0);
ALTER TABLE "Round" ADD CONSTRAINT round_reserve_within_budget CHECK (budget IS NULL OR reserve <= budget);
-- Only an imported, closed round may lack a budget.
ALTER TABLE "Round" ADD CONSTRAINT round_budget_unless_imported CHECK (budget IS NOT NULL OR (imported AND state NOT IN ('open')));
ALTER TABLE "BehovsmeldingLine" ADD CONSTRAINT behovsmelding_line_not_negative CHECK (amount BETWEEN 0 AND 2000000000);
ALTER TABLE "EgenandelLine" ADD CONSTRAINT egenandel_line_not_negative CHECK (amount BETWEEN 0 AND 2000000000 AND hours >= 0 AND rate >= 0);
ALTER TABLE "EgenandelLine" ADD CONSTRAINT egenandel_line_is_hours_times_rate CHECK ((hours IS NULL) = (rate IS NULL) AND (hours IS NULL OR amount = hours::bigint * rate));
ALTER TABLE "InnstillingLine" ADD CONSTRAINT innstilling_line_not_negative CHECK (network BETWEEN 0 AND 2000000000 AND uh BETWEEN 0 AND 2000000000 AND priority >= 1);
ALTER TABLE "TildelingLine" ADD CONSTRAINT tildeling_line_not_negative CHECK (amount BETWEEN 0 AND 2000000000);
ALTER TABLE "TildelingLine" ADD CONSTRAINT tildeling_line_known_unless_printed CHECK (amount IS NOT NULL OR printed IS NOT NULL);
ALTER TABLE "Tildeling" ADD CONSTRAINT tildeling_egenandel_not_negative CHECK ("requiredEgenandel" >= 0 AND "plannedEgenandel" >= 0);
ALTER TABLE "RegionPool" ADD CONSTRAINT region_pool_not_negative CHECK (amount >= 0);
ALTER TABLE "ReportHalf" ADD CONSTRAINT report_half_not_negative CHECK (spent >= 0 AND "carryOverAsked" >= 0 AND egenandel >= 0 AND "coordinatorFunds" >= 0);
ALTER TABLE "SplitAgreement" ADD CONSTRAINT split_agreement_percent_in_range CHECK ("uhPercent" BETWEEN 0 AND 100);

-- ------------------------------------------------------------------ Organisation numbers (MOD11)
CREATE FUNCTION orgnr_is_valid(orgnr text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT orgnr ~ '^[0-9]{9}$' AND (
    SELECT CASE r WHEN 1 THEN false WHEN 0 THEN right(orgnr, 1) = '0' ELSE right(orgnr, 1) = (11 - r)::text END
    FROM (SELECT sum(substr(orgnr, i, 1)::int * substr('32765432', i, 1)::int)::int % 11 AS r FROM generate_series(1, 8) i) s)
$$;
ALTER TABLE "Organisation" ADD CONSTRAINT organisation_orgnr_mod11 CHECK (orgnr IS NULL OR (orgnr ~ '^[0-9]{9}$' AND orgnr_is_valid(orgnr)));

-- ------------------------------------------------------------------ Four eyes
ALTER TABLE "Tildeling" ADD CONSTRAINT tildeling_decided_by_another CHECK (
  state IN ('draft','proposed') OR imported OR ("approvedById" IS NOT NULL AND "proposedById" IS NOT NULL AND "approvedById" <> "proposedById"));
ALTER TABLE "Dispensation" ADD CONSTRAINT dispensation_decided_by_another CHECK (
  state = 'asked' OR ("decidedById" IS NOT NULL AND "decidedAt" IS NOT NULL AND "decidedById" <> "askedById" AND "decisionReason" <> ''));
ALTER TABLE "Dispensation" ADD CONSTRAINT dispensation_has_a_reason CHECK (reason <> '');

-- ------------------------------------------------------------------ One tildeling in force per behovsmelding and round
CREATE UNIQUE INDEX tildeling_one_in_force ON "Tildeling" ("roundId", "behovsmeldingId") WHERE "inForce";
CREATE UNIQUE INDEX report_half_one_owner ON "ReportHalf" ("reportId") WHERE side = 'owner';
CREATE UNIQUE INDEX dispensation_one_asked ON "Dispensation" ("behovsmeldingId") WHERE state = 'asked' AND rule = 'egenandel';
CREATE UNIQUE INDEX dispensation_one_asked_split ON "Dispensation" ("roundId", "regionId") NULLS NOT DISTINCT WHERE state = 'asked' AND rule = 'split' AND "behovsmeldingId" IS NULL;

-- ------------------------------------------------------------------ Lines within the budget: no exception
CREATE FUNCTION hold_round_budget(round_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  frame integer;
  held integer;
  used bigint;
BEGIN
  SELECT budget, reserve INTO frame, held FROM "Round" WHERE id = round_id FOR UPDATE;
  IF frame IS NULL THEN RETURN; END IF;
  SELECT coalesce(sum(l.amount), 0) INTO used FROM "TildelingLine" l JOIN "Tildeling" t ON t.id = l."tildelingId" WHERE t."roundId" = round_id AND t."inForce";
  IF used + held > frame THEN
    RAISE EXCEPTION 'round_within_budget: % kr in lines and % kr in reserve, budget % kr', used, held, frame USING ERRCODE = '23514', CONSTRAINT = 'round_within_budget';
  END IF;
END $$;

CREATE FUNCTION tildeling_line_within_budget() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE round_id text;
BEGIN
  FOR round_id IN SELECT DISTINCT t."roundId" FROM changed c JOIN "Tildeling" t ON t.id = c."tildelingId" ORDER BY 1 LOOP
    PERFORM hold_round_budget(round_id);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER tildeling_line_inserted AFTER INSERT ON "TildelingLine" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tildeling_line_within_budget();
CREATE TRIGGER tildeling_line_updated AFTER UPDATE ON "TildelingLine" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tildeling_line_within_budget();

CREATE FUNCTION round_budget_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_round_budget(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER round_budget_changed AFTER UPDATE OF budget, reserve ON "Round" FOR EACH ROW EXECUTE FUNCTION round_budget_changed();

CREATE FUNCTION tildeling_back_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_round_budget(NEW."roundId");
  RETURN NULL;
END $$;
CREATE TRIGGER tildeling_back_in_force AFTER UPDATE OF "inForce" ON "Tildeling" FOR EACH ROW WHEN (NEW."inForce" AND NOT OLD."inForce") EXECUTE FUNCTION tildeling_back_in_force();

-- ------------------------------------------------------------------ What is decided is never edited
CREATE FUNCTION tildeling_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'approved' AND NEW.state = 'sent'
     AND (to_jsonb(NEW) - 'state') = (to_jsonb(OLD) - 'state') THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD."inForce" AND NOT NEW."inForce" AND (to_jsonb(NEW) - 'inForce') = (to_jsonb(OLD) - 'inForce') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'tildeling_decided_unchangeable: tildeling % is decided', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'tildeling_decided_unchangeable';
END $$;
CREATE TRIGGER tildeling_decided_unchangeable BEFORE UPDATE OR DELETE ON "Tildeling" FOR EACH ROW WHEN (OLD.state IN ('approved','sent')) EXECUTE FUNCTION tildeling_stays();

CREATE FUNCTION tildeling_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE about text := CASE WHEN TG_OP = 'INSERT' THEN NEW."tildelingId" ELSE OLD."tildelingId" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "Tildeling" WHERE id IN (about, CASE WHEN TG_OP = 'DELETE' THEN about ELSE NEW."tildelingId" END) AND state IN ('approved','sent')) THEN
    RAISE EXCEPTION 'tildeling_decided_unchangeable: a line of tildeling % is decided', about USING ERRCODE = '23514', CONSTRAINT = 'tildeling_decided_unchangeable';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER tildeling_line_decided_unchangeable BEFORE INSERT OR UPDATE OR DELETE ON "TildelingLine" FOR EACH ROW EXECUTE FUNCTION tildeling_line_stays();

CREATE FUNCTION tiltak_reference_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'tiltak_reference_unchangeable: %', OLD.reference USING ERRCODE = '23514', CONSTRAINT = 'tiltak_reference_unchangeable';
END $$;
CREATE TRIGGER tiltak_reference_unchangeable BEFORE UPDATE OF reference, number, year, "countyId" ON "Tiltak" FOR EACH ROW
  WHEN (NEW.reference <> OLD.reference OR NEW.number <> OLD.number OR NEW.year <> OLD.year OR NEW."countyId" <> OLD."countyId") EXECUTE FUNCTION tiltak_reference_stays();

-- ------------------------------------------------------------------ A used rule set never changes
CREATE FUNCTION rule_set_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Round" WHERE "ruleSetId" = OLD.id) THEN
    RAISE EXCEPTION 'rule_set_used_unchangeable: rule set % is used by a round', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'rule_set_used_unchangeable';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER rule_set_used_unchangeable BEFORE UPDATE OR DELETE ON "RuleSet" FOR EACH ROW EXECUTE FUNCTION rule_set_stays();

CREATE FUNCTION round_keeps_rule_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'round_keeps_rule_set: %', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'round_keeps_rule_set';
END $$;
CREATE TRIGGER round_keeps_rule_set BEFORE UPDATE OF "ruleSetId" ON "Round" FOR EACH ROW WHEN (NEW."ruleSetId" <> OLD."ruleSetId") EXECUTE FUNCTION round_keeps_rule_set();

-- ------------------------------------------------------------------ The log only grows
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_only_grows: entries are never changed or removed' USING ERRCODE = '23514', CONSTRAINT = 'audit_only_grows';
END $$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_never_emptied BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
