import type { PersonRef } from '../../domain/branch/people.js';
import type { MatterKind, MatterState } from '../../domain/branch/rows.js';
import type { Private } from '../../domain/private.js';
import type { Barred } from '../../domain/rulings/four-eyes.js';
import type { ItemFacts, PointsCard } from '../points/says.js';

/** Everything a ruler sees of a matter before he rules. */
export type MatterCard = {
  readonly number: number;
  readonly subject: PersonRef;
  readonly proposer: PersonRef;
  readonly openedAt: string;
  readonly statements: readonly string[];
} & (
  | (ItemFacts & {
      readonly kind: 'bonus' | 'deduction';
      readonly deedOn: string;
      readonly reason: string;
      readonly witnesses: readonly PersonRef[];
      readonly materials: readonly string[];
      readonly wantsMeeting: boolean;
      readonly missing: number;
    })
  | {
      readonly kind: 'leave';
      readonly activity: string;
      readonly at: string;
      readonly leaveKind: string;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'binding';
      readonly nickname: string | null;
      /** The person speaks from another account already. */
      readonly hasAccount: boolean;
    }
  | {
      readonly kind: 'correction';
      readonly corrects: number;
      readonly reason: string;
      readonly points: number;
    }
);

/** One matter of a list, said wherever the line was typed: no reasons in it. */
export type RulingResult =
  | {
      readonly kind: 'confirmed';
      readonly number: number;
      readonly card: PointsCard;
      readonly total: number;
      readonly wantsMeeting: boolean;
    }
  /** Confirmed, but nothing of it may be told in the group. */
  | { readonly kind: 'confirmedQuietly'; readonly number: number }
  | {
      readonly kind: 'leaveGranted';
      readonly number: number;
      readonly subject: PersonRef;
      readonly activity: string;
      readonly at: string;
    }
  | { readonly kind: 'bound'; readonly number: number; readonly subject: PersonRef }
  /** A correction of a bonus: told like a bonus. One of a deduction is `confirmedQuietly` in the group. */
  | {
      readonly kind: 'corrected';
      readonly number: number;
      readonly corrects: number;
      readonly subject: PersonRef;
      readonly points: number;
      readonly total: number;
    }
  | { readonly kind: 'barred'; readonly number: number; readonly why: Barred; readonly instead: Instead }
  | { readonly kind: 'unknown'; readonly number: number }
  | {
      readonly kind: 'decided';
      readonly number: number;
      readonly state: MatterState;
      readonly ruler: PersonRef | null;
    }
  | { readonly kind: 'noProof'; readonly number: number; readonly missing: number };

/** Who rules instead, when this one may not. */
export type Instead =
  | { readonly by: 'branch'; readonly persons: readonly PersonRef[] }
  | { readonly by: 'superior'; readonly persons: readonly PersonRef[] };

export interface RulingSays {
  /** To those who may rule. */
  pending: { readonly card: Private<MatterCard> };
  results: { readonly results: readonly RulingResult[] };
  /** To the secretary: nobody in the branch may rule, and no superior is bound. */
  superiorMissing: { readonly number: number };
  confirmedToSubject: { readonly card: Private<PointsCard>; readonly total: number };
  rejected: { readonly number: number };
  rejectedTo: {
    readonly number: number;
    readonly kind: MatterKind;
    readonly subject: PersonRef;
    readonly reason: Private<string>;
  };
}
