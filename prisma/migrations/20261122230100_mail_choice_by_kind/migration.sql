-- How a person wants to hear of each kind of what is not a decision.
CREATE TABLE "MailChoice" (
    "userId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    CONSTRAINT "MailChoice_pkey" PRIMARY KEY ("userId","topic")
);
ALTER TABLE "MailChoice" ADD CONSTRAINT "MailChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MailChoice" ADD CONSTRAINT mail_choice_listed CHECK (choice IN ('at-once','daily','none') AND topic IN ('needs','writing','rounds','reports','access','reminders'));

-- What was chosen for all holds for each.
INSERT INTO "MailChoice" ("userId", topic, choice)
  SELECT u.id, t.topic, u."mailChoice" FROM "User" u CROSS JOIN (VALUES ('needs'), ('writing'), ('rounds'), ('reports'), ('access'), ('reminders')) AS t(topic) WHERE u."mailChoice" <> 'at-once';
ALTER TABLE "User" DROP COLUMN "mailChoice";
