-- Who is in a form now. It is written every few seconds and worth nothing after a crash, so it stays out of the log of the database.
CREATE UNLOGGED TABLE "Presence" (
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "field" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Presence_pkey" PRIMARY KEY ("subjectType","subjectId","userId")
);
CREATE INDEX "Presence_at_idx" ON "Presence"("at");
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
