/** The closed lists of the scheme. The same words stand in the database as named checks. */
export const NEED_STATES = [
  'draft',
  'submitted',
  'returned',
  'recommended',
  'declined',
  'granted',
  'withdrawn',
] as const;
export type BehovsmeldingState = (typeof NEED_STATES)[number];
/** Still written by its owner: not sent, or given back. */
export const WRITTEN = ['draft', 'returned'] as const satisfies readonly BehovsmeldingState[];
/** Sent, and waiting for a decision. */
export const UNDECIDED = ['submitted', 'recommended'] as const satisfies readonly BehovsmeldingState[];

export const ROUND_STATES = ['open', 'closed', 'recommended', 'proposed', 'approved', 'reporting', 'finished'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
/** A round that takes needs: a closed one those that were given back, let in late or came on paper. */
export const TAKES_NEEDS: readonly RoundState[] = ['open', 'closed'];

export const TILDELING_STATES = ['draft', 'proposed', 'approved', 'sent'] as const;
export type TildelingState = (typeof TILDELING_STATES)[number];
/** Approved by two. */
export const DECIDED = ['approved', 'sent'] as const satisfies readonly TildelingState[];

export const OUTCOMES = ['granted', 'partly', 'refused'] as const;
export type TildelingOutcome = (typeof OUTCOMES)[number];

export const HALF_STATES = ['open', 'filed', 'returned', 'accepted'] as const;
export type HalfState = (typeof HALF_STATES)[number];
/** Waits to be filed. */
export const UNFILED = ['open', 'returned'] as const satisfies readonly HalfState[];

export const DISPENSATION_STATES = ['asked', 'granted', 'refused'] as const;
export type DispensationState = (typeof DISPENSATION_STATES)[number];

export const DISPENSATION_RULES = ['egenandel', 'split'] as const;
export type DispensationRule = (typeof DISPENSATION_RULES)[number];

export const INNSTILLING_STATES = ['draft', 'delivered'] as const;
export type InnstillingState = (typeof INNSTILLING_STATES)[number];

export const DECISION_FORMS = ['agreement', 'vote'] as const;
export type DecisionForm = (typeof DECISION_FORMS)[number];

export const PROGRAMMES = ['DEKOMP', 'REKOMP', 'KOMPETANSELOFTET', 'KOLLEKTIV_2026'] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const SIDES = ['network', 'uh'] as const;
export type Side = (typeof SIDES)[number];

export const DEADLINE_KINDS = ['need', 'innstilling', 'decision', 'plan', 'report'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const EGENANDEL_KINDS = [
  'penger',
  'lonn',
  'frikjop',
  'vikar',
  'reise',
  'lokaler',
  'bevertning',
  'materiell',
  'administrasjon',
] as const;
export type EgenandelKind = (typeof EGENANDEL_KINDS)[number];

/** What an owner may hand to its region's office. */
export const DELEGATION_COVERS = ['needs', 'reports'] as const;
export type DelegationCover = (typeof DELEGATION_COVERS)[number];

export const ORGANISATION_KINDS = [
  'kommune',
  'fylkeskommune',
  'friskole',
  'state-school',
  'barnehageeier',
  'university',
  'college',
  'national-centre',
  'fagskole',
  'network',
  'statsforvalter',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** The kinds of organisation that own schools or barnehager, and may report a need. */
export const OWNER_KINDS = [
  'kommune',
  'fylkeskommune',
  'friskole',
  'state-school',
  'barnehageeier',
] as const satisfies readonly OrganisationKind[];
export type OwnerKind = (typeof OWNER_KINDS)[number];
/** The kinds that take part as UH partners. */
export const UH_KINDS: readonly OrganisationKind[] = ['university', 'college', 'national-centre', 'fagskole'];

/** What takes part: each programme says which kinds. */
export const UNIT_KINDS = ['skole', 'barnehage', 'sfo', 'kulturskole', 'ppt'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const TARGET_GROUPS = [
  'laerere',
  'ledere',
  'andre-ansatte',
  'sfo',
  'kulturskole',
  'ppt',
  'andre-tjenester',
] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** The four national sektormål for grunnopplæringen. */
export const SECTOR_GOALS = ['laeringsmiljo', 'tidlig-hjelp', 'kompetanse', 'alle-lykkes'] as const;
export type SectorGoal = (typeof SECTOR_GOALS)[number];

export const EVIDENCE_KINDS = [
  'stastedsanalyse',
  'elevundersokelsen',
  'laererundersokelsen',
  'nasjonale-prover',
  'kartleggingsprover',
  'ungdata',
  'ekstern-skolevurdering',
  'annet',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const TILTAK_STATUSES = [
  'planned',
  'not-started',
  'ongoing',
  'delayed',
  'partly-started',
  'completed',
  'discontinued',
] as const;
export type TiltakStatus = (typeof TILTAK_STATUSES)[number];

/** How far samisk perspektiv is taken care of; "mindre" is off the scale, kept for imported reports. */
export const SAMI_DEGREES = ['stor', 'noen', 'liten'] as const;
export type SamiDegree = (typeof SAMI_DEGREES)[number];

/** The languages a text may be written in: bokmål, nynorsk, nordsamisk, English. */
export const TEXT_LANGUAGES = ['nb', 'nn', 'se', 'en'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** Whether a need asks for more or less than a tiltak was granted; empty when it changes none. */
export const CHANGE_DIRECTIONS = ['', 'more', 'less'] as const;
export type ChangeDirection = (typeof CHANGE_DIRECTIONS)[number];
