-- Finds the copies of what was sent by the organisations they name, so that nobody's list is slower for the copies of others.
CREATE INDEX behovsmelding_sent_to_uh ON "BehovsmeldingAsSent" USING gin ((rows -> 'uh') jsonb_path_ops);
CREATE INDEX behovsmelding_sent_for ON "BehovsmeldingAsSent" USING gin ((rows -> 'parties') jsonb_path_ops);
