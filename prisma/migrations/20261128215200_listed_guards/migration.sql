-- The lists' own tables refuse what the needs' do: less than nothing, and a state that is none.
ALTER TABLE "Behovsmelding" ADD CONSTRAINT behovsmelding_missing_not_negative CHECK (missing >= 0);
ALTER TABLE "BehovsmeldingListed" ADD CONSTRAINT behovsmelding_listed_not_negative CHECK (network >= 0 AND uh >= 0 AND egenandel >= 0 AND missing >= 0 AND files >= 0);
ALTER TABLE "BehovsmeldingListed" ADD CONSTRAINT behovsmelding_listed_state_listed CHECK (state IN ('submitted', 'returned', 'recommended', 'declined', 'granted', 'withdrawn'));
ALTER TABLE "RoundTally" RENAME CONSTRAINT round_tally_never_below_none TO round_tally_not_negative;
ALTER TABLE "RoundTally" ADD CONSTRAINT round_tally_state_listed CHECK (state IN ('submitted', 'returned', 'recommended', 'declined', 'granted', 'withdrawn'));
ALTER TABLE "RoundUhTally" RENAME CONSTRAINT round_uh_tally_never_below_none TO round_uh_tally_not_negative;
ALTER TABLE "BehovsmeldingListed" DROP CONSTRAINT behovsmelding_listed_is_sent;
ALTER TABLE "BehovsmeldingListed" RENAME CONSTRAINT behovsmelding_listed_egenandel TO behovsmelding_listed_egenandel_listed;
ALTER TABLE "BehovsmeldingListed" RENAME CONSTRAINT behovsmelding_listed_split TO behovsmelding_listed_split_listed;
