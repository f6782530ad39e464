-- The language each long text of a half is written in, where it is not the language of the party.
ALTER TABLE "ReportHalf" ADD COLUMN "languages" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "ReportHalf" ADD CONSTRAINT report_half_languages_listed CHECK (
  jsonb_typeof(languages) = 'object' AND NOT jsonb_path_exists(languages, '$.* ? (!(@ == "nb" || @ == "nn" || @ == "se" || @ == "en"))'));
