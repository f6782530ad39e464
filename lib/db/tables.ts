import type { ColumnType } from 'kysely';
import type { AttachmentKind } from '#lib/domain/attachment/attachment';
import type { TextLanguages } from '#lib/domain/behovsmelding/behovsmelding';
import type { ListedLack } from '#lib/domain/behovsmelding/list';
import type { ContributorMay } from '#lib/domain/behovsmelding/comment';
import type { Day } from '#lib/domain/day';
import type { MailState } from '#lib/domain/message/mail';
import type { MailChoice, MailTopic, MessageDetails, MessageKind } from '#lib/domain/message/message';
import type { EgenandelBase, EgenandelStatus, Enforcement } from '#lib/domain/money/egenandel';
import type { SplitLevel, SplitStatus } from '#lib/domain/money/fordeling';
import type { Seat } from '#lib/domain/people/people';
import type { Role } from '#lib/domain/policy/row';
import type { HalfSide } from '#lib/domain/report/form';
import type { ReportLanguages } from '#lib/domain/report/report';
import type * as State from '#lib/domain/states';
import type { CaseTildeling } from '#lib/domain/tildeling/tildeling';
import type { DB, Timestamp } from './generated/kysely';

type LetterLanguage = 'nb' | 'nn';

/** What the closed lists and the JSON of each table hold: the same words as the table's named checks. */
interface Narrowed {
  Attachment: { kind: AttachmentKind; store: 'database' | 's3' };
  AuditEntry: { details: MessageDetails };
  Behovsmelding: {
    state: State.BehovsmeldingState;
    unitKinds: State.UnitKind[];
    targetGroups: State.TargetGroup[];
    themes: string[];
    sectorGoals: State.SectorGoal[];
    evidenceKinds: State.EvidenceKind[];
    changeDirection: State.ChangeDirection;
    languages: TextLanguages;
  };
  BehovsmeldingAsSent: { rows: Readonly<Record<string, unknown>> };
  BehovsmeldingListed: {
    state: State.BehovsmeldingState;
    egenandelStatus: EgenandelStatus;
    splitStatus: SplitStatus;
    lacks: ListedLack[];
  };
  BehovsmeldingLine: { side: State.Side };
  Comment: { kind: 'contributor' | 'return' | 'internal' };
  Contributor: { may: ContributorMay };
  Deadline: { kind: State.DeadlineKind };
  DeadlineDefault: { programme: State.Programme; kind: State.DeadlineKind };
  Delegation: { covers: State.DelegationCover[] };
  Dispensation: { rule: State.DispensationRule; state: State.DispensationState };
  EgenandelLine: { kind: State.EgenandelKind };
  Innstilling: { state: State.InnstillingState; decisionForm: State.DecisionForm };
  Mail: { state: MailState };
  MailChoice: { topic: MailTopic; choice: MailChoice };
  Message: { kind: MessageKind; details: MessageDetails; delivery: MailChoice };
  Organisation: { kind: State.OrganisationKind; language: LetterLanguage };
  RegionPool: { kind: 'uh-grant' | 'egenandel' };
  ReportHalf: {
    side: HalfSide;
    state: State.HalfState;
    status: State.TiltakStatus | null;
    samiDegree: State.SamiDegree | null;
    languages: ReportLanguages;
  };
  RoleGrant: { role: Role; seat: Seat | null };
  RoundTally: { state: State.BehovsmeldingState };
  Round: { state: State.RoundState; programme: State.Programme };
  RuleSet: {
    programme: State.Programme;
    egenandelBase: EgenandelBase;
    egenandelEnforcement: Enforcement;
    splitLevel: SplitLevel;
    splitEnforcement: Enforcement;
    applicantKinds: State.OwnerKind[];
    targetGroups: State.TargetGroup[];
    unitKinds: State.UnitKind[];
  };
  Samarbeidsforum: { programmes: State.Programme[] };
  Tildeling: {
    state: State.TildelingState;
    outcome: State.TildelingOutcome;
    methodFigures: CaseTildeling['methodFigures'];
  };
  TildelingLine: { side: State.Side };
  Tiltak: { status: State.TiltakStatus };
  User: { locale: LetterLanguage };
}

/** The columns that hold a day of the calendar: all of PostgreSQL's type `date`, as tests/db/days.test.ts sees to. */
export const DAYS = {
  AnnualReport: ['dueOn'],
  Behovsmelding: ['periodStart', 'periodEnd', 'returnedUntil', 'paperReceivedOn'],
  BehovsmeldingListed: ['paperReceivedOn'],
  Deadline: ['lastDay'],
  Delegation: ['from', 'to'],
  Innstilling: ['meetingOn'],
  LateSending: ['until'],
  Region: ['dissolvedOn'],
  RegionMembership: ['from', 'to'],
  RoleGrant: ['from', 'to'],
  RuleSet: ['validFrom', 'validTo'],
  SplitAgreement: ['agreedOn'],
  Theme: ['from', 'to'],
} as const satisfies { readonly [T in keyof DB]?: readonly InstantsOf<DB[T]>[] };

// Prisma's types know an instant from nothing else: both are its DateTime.
type InstantsOf<Row> = { [C in keyof Row]: NonNullable<Row[C]> extends Timestamp ? C : never }[keyof Row];
type WithDays<Row, Columns> = {
  [C in keyof Row]: C extends Columns ? Day | Extract<Row[C], null> : Row[C];
};
type Dated = { [T in keyof DB]: T extends keyof typeof DAYS ? WithDays<DB[T], (typeof DAYS)[T][number]> : DB[T] };

// A list goes in as it stands in the domain, which changes none.
type Given<T> = T extends readonly (infer E)[] ? readonly E[] : T;
// A column with a default may be left out of an insert, narrowed or not.
type Narrow<C, T> =
  C extends ColumnType<unknown, infer I, unknown>
    ? ColumnType<T, undefined extends I ? Given<T> | undefined : Given<T>, Given<T>>
    : ColumnType<T, Given<T>, Given<T>>;
type NarrowTable<Row, Columns> = {
  [C in keyof Row]: C extends keyof Columns ? Narrow<Row[C], Columns[C]> : Row[C];
};
// A table or a column named above that schema.prisma does not have stops the compiler here.
type Strange = {
  [T in keyof Narrowed]: T extends keyof DB ? Exclude<keyof Narrowed[T], keyof DB[T]> : T;
}[keyof Narrowed];
type Checked<N, None extends never> = [None] extends [never] ? N : never;

type Stored = {
  [T in keyof DB]: T extends keyof Checked<Narrowed, Strange> ? NarrowTable<Dated[T], Narrowed[T]> : Dated[T];
};

/** The views of the migrations, which Prisma does not know: what is decided and in force, and its lines. */
interface Views {
  Granted: Pick<
    Stored['Tildeling'],
    | 'id'
    | 'roundId'
    | 'behovsmeldingId'
    | 'tiltakId'
    | 'outcome'
    | 'imported'
    | 'requiredEgenandel'
    | 'plannedEgenandel'
    | 'approvedAt'
  > & { state: Extract<State.TildelingState, 'approved' | 'sent'> };
  GrantedLine: Stored['TildelingLine'] & Pick<Stored['Tildeling'], 'roundId' | 'tiltakId'>;
}

/** Every table and view with its columns, as schema.prisma says: days as days, closed lists in the domain's words. */
export type Tables = Stored & Views;
