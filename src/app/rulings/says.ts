import type { PersonRef } from '../../domain/branch/people.js';
import type { MatterKind, MatterState, ObjectionTarget, Vote } from '../../domain/rulings/rows.js';
import type { Private } from '../../domain/private.js';
import type { Barred } from '../../domain/rulings/four-eyes.js';
import type { ItemFacts, Occasion, PointsCard } from '../points/says.js';

/** Everything a ruler sees of a matter before he rules. */
export type MatterCard = {
  readonly number: number;
  readonly subject: PersonRef;
  /** Null for an objection: the objector is shielded. */
  readonly proposer: PersonRef | null;
  readonly openedAt: string;
  readonly statements: readonly string[];
  /** What a ruler asked to be completed, while nothing has come in since. */
  readonly returned: string | null;
  /** What the supervisor wants the ruler to see. */
  readonly supervision: readonly string[];
} & (
  | (ItemFacts & {
      readonly kind: 'bonus' | 'deduction';
      readonly deedOn: string;
      readonly reason: string;
      readonly witnesses: readonly PersonRef[];
      readonly materials: readonly string[];
      readonly occasion: Occasion | null;
      readonly wantsMeeting: boolean;
      readonly missing: number;
      /** Earlier matters that may be the same deed. */
      readonly alike: readonly number[];
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
      /** Drafted by the register itself, as the leaves of the year changed. */
      readonly occasion: Occasion | null;
      readonly points: number;
      /** 补正: of an archived year. */
      readonly supplement: boolean;
    }
  | {
      readonly kind: 'exemption';
      readonly exempt: boolean;
      readonly reason: string | null;
      readonly consented: boolean;
    }
  | {
      readonly kind: 'veto';
      readonly ground: number;
      readonly deedOn: string;
      readonly reason: string;
      readonly hearing: string | null;
      readonly vote: Vote | null;
    }
  | { readonly kind: 'objection'; readonly about: ObjectionTarget; readonly reason: string }
  | {
      readonly kind: 'rulebook';
      readonly version: string;
      readonly title: string;
      readonly meetingOn: string;
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
      /** Weaker matters of the same deed that count no longer. */
      readonly replaces: readonly number[];
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
  | {
      readonly kind: 'exempted';
      readonly number: number;
      readonly subject: PersonRef;
      readonly exempt: boolean;
    }
  | {
      readonly kind: 'certified';
      readonly number: number;
      readonly subject: PersonRef;
      readonly year: number;
    }
  /** An objection was upheld: what was reversed, and the draft of what had been missing. */
  | {
      readonly kind: 'upheld';
      readonly number: number;
      readonly about: ObjectionTarget;
      readonly points: number;
      readonly drafted: number | null;
    }
  | {
      readonly kind: 'adopted';
      readonly number: number;
      readonly version: string;
      readonly fromYear: number;
    }
  /** A correction of a bonus: told like a bonus. One of a deduction is `confirmedQuietly` in the group. */
  | {
      readonly kind: 'corrected';
      readonly number: number;
      readonly corrects: number;
      readonly subject: PersonRef;
      readonly points: number;
      readonly year: number;
      readonly total: number;
      /** Weaker grades of the deed that the corrected one had replaced: they do not come back by themselves. */
      readonly replaced: readonly number[];
    }
  /** What the correction was to reverse had been reversed in the meantime. */
  | { readonly kind: 'nothingLeft'; readonly number: number; readonly corrects: number }
  /** In a year before the deed: most likely a slip. */
  | { readonly kind: 'meetingTooEarly'; readonly number: number; readonly meetingOn: string }
  /** The day of the meeting was added after the ruling. */
  | { readonly kind: 'meetingNoted'; readonly number: number; readonly meetingOn: string }
  | {
      readonly kind: 'barred';
      readonly number: number;
      readonly why: Barred;
      readonly instead: Instead;
      /** Whether the others have it before them already. */
      readonly told: boolean;
    }
  /** Barred, without saying why: that would tell whom the matter is about. */
  | { readonly kind: 'barredQuietly'; readonly number: number; readonly instead: Instead }
  | { readonly kind: 'unknown'; readonly number: number }
  | {
      readonly kind: 'decided';
      readonly number: number;
      readonly state: MatterState;
      readonly ruler: PersonRef | null;
    }
  | { readonly kind: 'noProof'; readonly number: number; readonly missing: number };

/** Whose turn it is to rule; `nobody`: the superior committee's, and none of it has an account here. */
export type Seat = 'secretary' | 'deputySecretary' | 'superior' | 'nobody';

/** Who rules instead, when this one may not: the holders of that seat. */
export interface Instead {
  readonly seat: Seat;
  readonly persons: readonly PersonRef[];
}

/** A matter of somebody's list that others rule on. */
export interface BarredMatter {
  readonly card: MatterCard;
  readonly instead: Instead;
}

/** What `/待办` lists for one person. */
export interface TodoFacts {
  /** Complete, and he may rule. */
  readonly ruling: readonly MatterCard[];
  /** He may rule once the proof is complete. */
  readonly unproven: readonly MatterCard[];
  /** He is an officer, but barred. */
  readonly barred: readonly BarredMatter[];
  /** Proposed by him or about him; without the proof. */
  readonly own: readonly MatterCard[];
  /** He was named as a witness and has not confirmed. */
  readonly witnessing: readonly PointsCard[];
}

export interface RulingSays {
  /** To those who may rule. */
  pending: { readonly card: Private<MatterCard> };
  /** On a card whose matter is decided. */
  settled: { readonly number: number; readonly state: MatterState; readonly ruler: PersonRef | null };
  /** In the group. */
  results: { readonly results: readonly RulingResult[] };
  resultsInFull: { readonly results: Private<readonly RulingResult[]> };
  /** To the secretary: who may rule has no account yet; empty: there is nobody, not even above. */
  rulerMissing: {
    readonly number: number;
    readonly persons: readonly { readonly person: PersonRef; readonly isSuperior: boolean }[];
  };
  /** To somebody who just got his account. */
  manyWaiting: { readonly count: number };
  confirmedToSubject: { readonly card: Private<PointsCard>; readonly total: number };
  /** To the subject: entries of his were reversed. */
  correctedToSubject: {
    readonly number: Private<number>;
    readonly corrects: number;
    readonly points: number;
    readonly year: number;
    readonly total: number;
  };
  /** To the account that asked for it: it belongs to nobody. */
  bindingRejected: {
    readonly number: number;
    readonly subject: PersonRef;
    readonly reason: Private<string>;
  };
  bindingReturned: {
    readonly number: number;
    readonly by: PersonRef;
    readonly text: Private<string>;
  };
  rejected: { readonly number: number };
  rejectedTo: {
    readonly number: number;
    readonly kind: MatterKind;
    readonly subject: PersonRef;
    readonly reason: Private<string>;
  };
  returned: { readonly number: number };
  returnedTo: {
    readonly number: number;
    readonly kind: MatterKind;
    readonly by: PersonRef;
    readonly text: Private<string>;
  };
  withdrawn: { readonly number: number };
  /** To those who knew of it. */
  withdrawnTo: { readonly number: number; readonly card: Private<MatterCard> };
  /** To the rulers: the subject said something in his defence. */
  stated: { readonly card: Private<MatterCard> };
  todo: { readonly todo: Private<TodoFacts> };
  /** `/确认 全部`: `more` matters wait behind those shown. */
  shown: { readonly cards: Private<readonly MatterCard[]>; readonly more: number };
  nothingToConfirm: Record<string, never>;
  correctionOpened: {
    readonly number: number;
    readonly corrects: number;
    readonly subject: PersonRef;
    readonly points: number;
  };
  correctionOpenedInFull: { readonly card: Private<MatterCard> };
  correctionQuietly: { readonly number: number };

  textTooLong: { readonly most: number };
  /** Neither proposed by the speaker nor, perhaps, existing. */
  notYourMatter: { readonly number: number };
  tooLateToWithdraw: { readonly number: number; readonly state: MatterState };
  /** The attendance register drafted it. */
  draftedByRegister: { readonly number: number };
  withdrawLeave: { readonly number: number };
  meetingInFuture: { readonly date: string };
  noMatter: { readonly number: number };
  notConfirmed: { readonly number: number; readonly state: MatterState };
  correctLeave: { readonly number: number };
  correctBinding: { readonly number: number };
  correctCorrection: { readonly number: number };
  /** Nothing that has points. */
  correctOther: { readonly number: number };
  ownCorrection: Record<string, never>;
  alreadyReversed: { readonly number: number };
  correctionWaits: { readonly number: number; readonly correction: number };
}
