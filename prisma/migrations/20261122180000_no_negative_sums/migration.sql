-- The last columns of kroner without a guard: the sums kept on a need, and what a source printed or was corrected to.
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_sums_not_negative CHECK ("askedNetwork" >= 0 AND "askedUh" >= 0 AND "plannedEgenandel" >= 0);
ALTER TABLE "PrintedValue" ADD CONSTRAINT printed_value_not_negative CHECK (amount >= 0 AND corrected >= 0);
