/**
 * Why nobody at the portal meets a rule of the database, and the names this is true of. Who meets one all the same
 * has found a bug, and is shown the page for bugs.
 */
export const UNREACHED: readonly [why: string, names: RegExp][] = [
  ['what comes in is parsed by the same list', /_listed$/],
  [
    'numbers are parsed within the same bounds, and sums are judged before they are saved',
    /_(not_negative|in_range|counts|sums_to_100|mod11|hex|is_hours_times_rate|coordinator_of_network)$/,
  ],
  [
    'the reserve and the budget are judged with the round held',
    /^round_(reserve_within_budget|budget_unless_imported)$/,
  ],
  [
    'one statement writes who, when and the words together',
    /_(by_somebody|some_time|with_words|with_reason|in_writing|one_answer|has_its_scope|belongs_to_one|unless_unwanted|unless_printed)$/,
  ],
  [
    'one statement moves a record on and clears what belonged to where it was',
    /_(removed_was_sent|ready_before_sent|until_when_returned|else_read_as_it_is|returned_is_read_as_sent|started_from_another)$/,
  ],
  ['a seat and a deputy’s member are written for those roles alone', /^role_(deputy_for_a_member|seat_in_a_forum)$/],
  ['an empty text or list is told at its field', /_(given|named|has_a_name|has_a_reason|says_something|change_said)$/],
  ['an address is written in lower case', /^user_email_lower_case$/],
  ['days are put in order by the rule that decides', /_ends_(after|not_before)_it_begins$/],
  [
    'no command writes over what is decided, sent or told, and the record is held while it is judged',
    /_(unchangeable|only_grows|only_ends|sent_once|keeps_rule_set|named_stays|has_its_bytes)$|^message_stays$/,
  ],
  ['the themes offered are those of the county, and none is ever removed', /^behovsmelding_themes_of_its_county$/],
  [
    'the county is held while its set-up changes, or a round or region is made in it',
    /^(rule_set_once_at_a_time|RuleSet_supersedesId_key|Round_countyId_programme_year_key|Theme_countyId_name_key)$/,
  ],
  ['made with its round, in one statement', /^(Deadline_roundId_kind_key|RegionPool_roundId_regionId_kind_key)$/],
  [
    'the record it belongs to is held while one is made',
    /^(dispensation_one_asked|dispensation_one_asked_split|innstilling_one_delivered|Innstilling_roundId_version_key|InnstillingLine_innstillingId_behovsmeldingId_key|contributor_once|Tiltak_behovsmeldingId_key)$/,
  ],
  [
    'a second one is the first, written over or left',
    /^(AnnualReport_tiltakId_year_key|BehovsmeldingLine_behovsmeldingId_side_receiverId_budgetYea_key|CalendarFeed_userId_key|Message_userId_once_key|ReportHalf_reportId_side_organisationId_key|report_half_one_owner|saved_filter_name_once)$/,
  ],
  [
    'numbers are given one at a time, and the key of a file is drawn',
    /^(Behovsmelding_number_key|Tiltak_countyId_year_number_key|Tiltak_reference_key|attachment_key_once)$/,
  ],
  ['an address is held while a person is made of it or signs in', /^(User_email_key|User_oidcIssuer_oidcSubject_key)$/],
  ['counties come with the seed', /^County_prefix_key$/],
];
