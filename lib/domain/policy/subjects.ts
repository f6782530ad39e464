import type { DispensationState, HalfState, BehovsmeldingState, RoundState, TildelingState } from '#lib/domain/states';

interface Place {
  readonly countyId: string;
  readonly forumId: string;
}
/** Those asked to this one record by the owner: to comment only, or to write too. */
interface Invited {
  readonly commenterIds: readonly string[];
  readonly writerIds: readonly string[];
}
/** The parties of a record: owners, the regions they have handed it to, and the UH it names. */
interface Parties {
  readonly ownerIds: readonly string[];
  readonly delegatedRegionIds: readonly string[];
  readonly uhIds: readonly string[];
}
/** Other owners on whose behalf the record is. */
interface OnBehalf {
  readonly partyIds: readonly string[];
}

/** What the policy needs to know of each kind of record. A row from the database satisfies it as it is. */
export interface Subjects {
  self: object;
  register: object;
  county: { readonly countyId: string };
  owner: {
    readonly countyId: string;
    readonly ownerIds: readonly string[];
    readonly delegatedRegionIds: readonly string[];
  };
  /** An organisation with people and a name; one without a county is nobody's but its own. */
  organisation: { readonly countyId: string | null; readonly ownerIds: readonly string[] };
  region: { readonly countyId: string };
  forum: { readonly countyId: string; readonly forumId: string };
  /** A role somebody holds: with the organisation, forum or county that may take it, and not the others. */
  grant: { readonly countyId: string | null; readonly forumId: string | null; readonly ownerIds: readonly string[] };
  round: Place & { readonly state: RoundState; readonly proposerIds?: readonly string[] };
  behovsmelding: Place & Parties & Invited & OnBehalf & { readonly state: BehovsmeldingState };
  /** Its owner, and the one region it was given to, whether it still holds or not. */
  delegation: {
    readonly countyId: string;
    readonly ownerIds: readonly string[];
    readonly delegatedRegionIds: readonly string[];
  };
  dispensation: {
    readonly countyId: string;
    readonly state: DispensationState;
    readonly ownerIds: readonly string[];
    readonly delegatedRegionIds: readonly string[];
    readonly askedById: string;
  };
  tildeling: Place & Parties & { readonly state: TildelingState; readonly proposedById: string | null };
  /** One half of a report, with those who file it as its parties. */
  half: Place & Parties & { readonly state: HalfState };
  /** One half of a report, with all who may read it as its parties. */
  report: Place & Parties & { readonly state: HalfState };
}
export type SubjectType = keyof Subjects;
export type StateOf<T extends SubjectType> = Subjects[T] extends { readonly state: infer S } ? S : never;
