-- A line is saved while it is written: hours may stand before their rate. Both given, the amount is their product.
ALTER TABLE "EgenandelLine" DROP CONSTRAINT egenandel_line_is_hours_times_rate;
ALTER TABLE "EgenandelLine" ADD CONSTRAINT egenandel_line_is_hours_times_rate CHECK (hours IS NULL OR rate IS NULL OR (amount IS NOT NULL AND amount = hours::bigint * rate));
