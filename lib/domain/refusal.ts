import type { AttachmentKind } from '#lib/domain/attachment/attachment';
import type { Day } from '#lib/domain/day';
import type { Programme } from './states';

/** Each way a rule can say no, with the figures its sentence needs. Amounts in kroner; days as YYYY-MM-DD. */
export type Refusal =
  | {
      code: 'egenandel-short';
      title: string;
      percent: number;
      required: number;
      planned: number;
      missing: number;
      source: string;
    }
  | { code: 'egenandel-unknown'; title: string; source: string }
  | { code: 'after-deadline'; lastDay: Day }
  | { code: 'over-budget'; budget: number; used: number; over: number }
  | {
      code: 'split-uh-short';
      where: string | null;
      percent: number;
      uhShare: number;
      uh: number;
      missing: number;
      source: string;
    }
  | {
      code: 'split-uh-raised';
      where: string | null;
      percent: number;
      uhShare: number;
      uh: number;
      raised: number;
      source: string;
    }
  | { code: 'split-unknown'; where: string | null; source: string }
  | { code: 'over-request'; title: string; asked: number; amount: number }
  | { code: 'reason-missing'; title: string }
  | { code: 'amount-missing'; title: string }
  | { code: 'no-receiver'; title: string }
  | { code: 'round-exists'; programme: Programme; year: number }
  | { code: 'days-running' }
  | { code: 'nothing-to-recommend' }
  | { code: 'nothing-to-propose' }
  | { code: 'nothing-to-approve' }
  | { code: 'nothing-to-return' }
  | { code: 'nothing-to-confirm' }
  | { code: 'round-closed' }
  | { code: 'delegation-overlaps' }
  | { code: 'delegation-ended' }
  | { code: 'dispensation-not-needed' }
  | { code: 'already-asked' }
  | { code: 'rules-overlap'; name: string; from: Day }
  | { code: 'rules-superseded'; name: string }
  | { code: 'theme-exists'; name: string }
  | { code: 'year-not-ready'; programme: Programme; year: number }
  | { code: 'last-administrator' }
  | { code: 'has-administrator' }
  | { code: 'role-held' }
  | { code: 'can-not-invite' }
  | { code: 'busy' }
  | { code: 'region-exists'; name: string }
  | { code: 'region-dissolved'; on: Day }
  | { code: 'member-already' }
  | { code: 'organisation-known'; name: string }
  | { code: 'approval-not-asked' }
  | { code: 'email-unverified' }
  | { code: 'email-linked' }
  | { code: 'not-invited' }
  | { code: 'access-ended' }
  | { code: 'file-empty'; name: string }
  | { code: 'file-kind-unknown'; name: string }
  | { code: 'file-damaged'; name: string }
  | { code: 'file-macros'; name: string }
  | { code: 'file-bomb'; name: string }
  | { code: 'file-old-office'; name: string }
  | { code: 'file-infected'; name: string }
  | { code: 'scanner-away'; name: string }
  | { code: 'store-away'; name: string }
  | { code: 'file-too-large'; name: string; size: number; max: number }
  | { code: 'file-other-inside'; name: string; says: AttachmentKind; is: AttachmentKind | 'zip' | 'unknown' }
  | { code: 'file-there-already'; name: string; as: string }
  | { code: 'too-many-files'; name: string; max: number };

export type RefusalCode = Refusal['code'];
