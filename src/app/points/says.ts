import type { Sums } from '../../domain/points/score.js';
import type { ItemFacts, PointsCard, Occasion } from '../matters/card.js';
import type { PersonRef, WhyNotScored } from '../../domain/branch/people.js';
import type { TierId } from '../../domain/rulebook/schema.js';
import type { Side } from '../../domain/points/rows.js';
import type { MatterState } from '../../domain/rulings/rows.js';
import type { Private } from '../../domain/private.js';
import type { NoWitness } from '../../domain/points/evidence.js';
import type { Seat } from '../matters/seat.js';

/** What is still missing before a ruling can be made. */
export interface Missing {
  /** Witnesses who were named and have not confirmed. */
  readonly asked: readonly PersonRef[];
  /** How many witnesses are missing beyond material; 0: complete. */
  readonly witnesses: number;
  /** Who rules; null where that is private, or differs within one line. */
  readonly seat: Seat | null;
}

export interface Registered {
  readonly cards: readonly PointsCard[];
  readonly missing: Missing;
  /** Earlier matters of the same person, item and day: perhaps the same deed twice. */
  readonly alike: readonly number[];
  /** Weaker matters of the same deed that this one replaces once it is confirmed. */
  readonly replaces: readonly number[];
  /** The reason begins like a witness clause written together (证明王芳). */
  readonly gluedWitness: boolean;
  /** The document number written in the reason: it is no material there, only behind `/材料 N 文号`. */
  readonly writtenDocument: string | null;
}

/** A day that the reason names, and the line that would register the deed for it. */
export interface OtherDay {
  readonly said: string;
  /** Null: 上周, no certain day. */
  readonly on: string | null;
  /** Null: the day is not known, or is still to come. */
  readonly line: string | null;
}

/** One line of the account of a score. */
export interface EntryLine extends ItemFacts {
  readonly deedOn: string;
  readonly matter: number;
  readonly ruler: PersonRef;
  readonly reversal: boolean;
  /** The reversal was ruled after the year had been archived. */
  readonly supplement: boolean;
  readonly witnesses: readonly PersonRef[];
  readonly materials: readonly string[];
  /** Materials that the reader is not shown: of their own deduction, as they may name people. */
  readonly hidden: number;
  readonly occasion: Occasion | null;
  /** Null: the occasion says it, or it is nobody's to read. */
  readonly reason: string | null;
  /** A stronger one of the same deed took its place; it counts again; an objection took it back. */
  readonly turn: 'replaced' | 'restored' | 'objection' | null;
}

export interface ScoreFacts extends Sums {
  readonly subject: PersonRef;
  readonly year: number;
  /** A probationary member is scored for reference, not rated. */
  readonly forReference: boolean;
  /** As it was archived, where a 补正 has changed it since (SPEC §3). */
  readonly archived: number | null;
  /** Taken over from a table of the time before the bot; whether it had a veto. Null: kept here. */
  readonly imported: { readonly vetoed: boolean } | null;
}

/** Where the result of a year before the bot came from. */
export interface ImportedPlace {
  readonly matter: number;
  readonly line: number;
  /** Null: not rated. */
  readonly tier: TierId | null;
  readonly byScore: boolean;
  readonly remark: string | null;
  readonly materials: readonly string[];
  readonly ruler: PersonRef | null;
}

/** The certified veto that makes the score of a year 0. */
export interface VetoFacts {
  readonly number: number;
  readonly ground: number;
}

export interface PointsSays extends PointsRefusals {
  awaitingPicture: { readonly number: number; readonly until: string };
  details: {
    readonly score: Private<ScoreFacts>;
    readonly veto: Private<VetoFacts | null>;
    /** Of a year that was taken over from its table. */
    readonly imported: Private<ImportedPlace | null>;
    readonly lines: Private<readonly EntryLine[]>;
    readonly open: Private<readonly PointsCard[]>;
  };
  everybody: {
    readonly year: number;
    readonly rows: Private<readonly (Sums & { readonly person: PersonRef })[]>;
  };
  /** To the subject of a deduction, once its proof is complete: the facts, not the witnesses. */
  hearing: {
    readonly card: Private<PointsCard>;
    readonly reason: Private<string>;
    readonly occasion: Private<Occasion | null>;
    /** The ruling waits for an answer until then. */
    readonly until: string | null;
  };
  /** No score, and what was entered before. */
  keptRecord: {
    readonly unscored: Private<NotScored>;
    readonly year: number;
    readonly lines: Private<readonly EntryLine[]>;
    readonly open: Private<readonly PointsCard[]>;
  };
  /** To the subject of a deduction: of which kind the proof is, and whom to ask. */
  materialKinds: {
    readonly number: number;
    readonly kinds: Private<readonly ('picture' | 'file' | 'document' | 'register')[]>;
    readonly witnesses: Private<number>;
    readonly persons: readonly PersonRef[];
  };
  materialTaken: {
    readonly number: number;
    readonly pieces: number;
    readonly complete: boolean;
    readonly seat: Seat | null;
  };
  materialTakenInFull: {
    readonly card: Private<PointsCard>;
    readonly pieces: number;
    readonly complete: boolean;
    readonly seat: Seat | null;
    /** Who takes the matter back if the paper was not meant for it; null: it was wanted, or nobody can. */
    readonly mistaken: 'withdraw' | 'askProposer' | null;
  };
  /** What proves it, with the pictures and files. */
  materials: {
    readonly number: number;
    readonly texts: Private<readonly string[]>;
    readonly files: number;
  };
  /** Said to the subject and to everybody else alike where there is nothing to say in defence of. */
  noStatementWanted: { readonly number: number };
  /** The reason names another day than the one registered. */
  otherDaySaid: {
    readonly numbers: readonly number[];
    readonly deedOn: string;
    readonly otherDay: Private<OtherDay>;
    /** A picture came with the line: it has to come with the other one too. */
    readonly hasFiles: boolean;
  };
  /** To a witness whom the proposer named. */
  pleaseWitness: {
    readonly card: Private<PointsCard>;
    readonly reason: Private<string>;
    /** A deduction: nobody else is to hear of it. */
    readonly discreet: boolean;
    /** Once more, a working day later. */
    readonly again?: true;
  };
  registered: Registered;
  registeredDeduction: Registered & { readonly reason: Private<string> };
  /** A deduction typed in the group: only that it is on record. */
  registeredQuietly: { readonly numbers: readonly number[] };
  score: ScoreFacts;
  /** Asked about another member, or in full. */
  scoreInFull: {
    readonly score: Private<ScoreFacts>;
    readonly veto: Private<VetoFacts | null>;
    readonly open: number;
  };
  statementTaken: { readonly number: Private<number>; readonly entered: PersonRef | null };
  /** To its subject, who explains a matter that is decided. */
  statementTooLate: { readonly number: number; readonly state: MatterState; readonly mayObject: boolean };
  witnessed: {
    readonly number: number;
    /** What they certified. */
    readonly card: PointsCard;
    readonly own: boolean;
    readonly witness: PersonRef;
    readonly missing: number;
    readonly materials: number;
    readonly seat: Seat;
  };
  /** The same of a deduction, in private. */
  witnessedDeduction: {
    readonly number: number;
    readonly card: Private<PointsCard>;
    readonly witness: PersonRef;
    readonly own: boolean;
    readonly missing: number;
    readonly materials: number;
    readonly seat: Seat;
  };
  witnessedQuietly: { readonly number: number };
}

export interface NotScored {
  readonly person: PersonRef;
  readonly why: WhyNotScored;
  /** Id of the category, where that is why. */
  readonly category?: string | null;
}

/** Why something about points was not done. */
export interface PointsRefusals {
  /** Between leaving and coming back. */
  awayThen: { readonly person: PersonRef; readonly date: string };
  beforeJoining: { readonly person: PersonRef; readonly joinedOn: string | null };
  cannotWitness: {
    readonly number: number;
    readonly why: NoWitness | 'notNamed' | 'already' | 'complete' | 'needsNone';
  };
  duesTwice: { readonly person: PersonRef; readonly month: string; readonly number: number };
  future: { readonly date: string };
  materialNotYours: { readonly number: number };
  memberTwice: { readonly person: PersonRef };
  needsNoMaterial: { readonly number: number };
  noMatter: { readonly number: number };
  noRanking: Record<string, never>;
  /** Before they joined the branch, or a future year. */
  noScoreThen: { readonly person: PersonRef; readonly year: number };
  noWitness: { readonly person: PersonRef; readonly why: NoWitness };
  notByHand: { readonly item: number; readonly year: number };
  notCounted: { readonly item: number; readonly year: number };
  /** The table that gave that year's result does not list them. */
  notInTable: { readonly person: PersonRef; readonly year: number };
  notOpen: { readonly number: number };
  notScored: NotScored;
  notYourScore: Record<string, never>;
  ownMatter: Record<string, never>;
  reasonMissing: Record<string, never>;
  reasonTooLong: { readonly most: number };
  recorderSelf: { readonly side: Side };
  sameDeed: { readonly number: number };
  scoreNotKept: NotScored;
  unknownItem: { readonly item: number };
  /** A stronger grade of the same deed is on record already. */
  weakerDeed: { readonly number: number };
  witnessTwice: { readonly person: PersonRef };
  wrongSide: { readonly item: number; readonly year: number };
  /** `archived`: its year is; else it is older than last year. */
  yearClosed: { readonly date: string; readonly archived: boolean };
}
