/**
 * `open` waits for evidence or a ruling; `confirmed` and `rejected` were ruled; `withdrawn` was taken
 * back by its proposer; `closed` fell with what it hung on; `cancelled` is an approved leave given up.
 */
export type MatterState = 'open' | 'confirmed' | 'rejected' | 'withdrawn' | 'closed' | 'cancelled';

export interface MatterBase {
  readonly number: number;
  readonly state: MatterState;
  readonly subject: number;
  readonly proposer: number;
  readonly openedAt: string;
  /** How many appointments the branch had seen: later ones give no say in matters of the secretary. */
  readonly appointments: number;
  /** Drafted by the bot's own registers: only a ruling ends it, its proposer cannot take it back. */
  readonly drafted: boolean;
}

/** A bonus or deduction waiting for a ruling, or ruled. `points` are signed. */
export interface PointsMatter extends MatterBase {
  readonly kind: 'bonus' | 'deduction';
  readonly item: number;
  readonly grade: string | null;
  readonly times: number;
  readonly points: number;
  readonly deedOn: string;
  /** Set when the closing of this activity drafted it (item 16). */
  readonly activity: number | null;
  /** Encrypted at rest. */
  readonly reason: string;
}

export interface LeaveMatter extends MatterBase {
  readonly kind: 'leave';
  readonly activity: number;
  /** Leave kind of the rulebook; encrypted at rest, as illness is private. */
  readonly leaveKind: string;
  readonly reason: string | null;
}

export interface BindingMatter extends MatterBase {
  readonly kind: 'binding';
  readonly channel: string;
  readonly account: string;
  readonly nickname: string | null;
}

/** Asks to reverse what a confirmed matter posted. */
export interface CorrectionMatter extends MatterBase {
  readonly kind: 'correction';
  readonly corrects: number;
  readonly reason: string;
}

export type Matter = PointsMatter | LeaveMatter | BindingMatter | CorrectionMatter;

export type MatterKind = Matter['kind'];

export interface Witness {
  readonly matter: number;
  readonly person: number;
  /** Named by the proposer, or came forward by himself. */
  readonly named: boolean;
  readonly confirmedAt: string | null;
}

export interface Material {
  readonly matter: number;
  readonly no: number;
  readonly by: number;
  readonly at: string;
  /** `register`: the bot's own attendance or dues register. */
  readonly type: 'file' | 'document' | 'register';
  readonly file: number | null;
  /** File name or document number; encrypted at rest. */
  readonly text: string;
}

/** What the subject says in his defence, what the ruler asks to be completed, or the day of the meeting
 * that a ruler reports after his ruling; encrypted at rest. */
export interface Remark {
  readonly matter: number;
  readonly no: number;
  readonly kind: 'statement' | 'return' | 'meeting';
  readonly by: number;
  readonly at: string;
  readonly text: string;
}

/** Append-only, one for each matter. */
export interface Ruling {
  readonly matter: number;
  readonly ruler: number;
  readonly decision: 'confirmed' | 'rejected';
  readonly at: string;
  /** Day of the branch meeting that decided (deductions of ten points and more). */
  readonly meetingOn: string | null;
  readonly reason: string | null;
}
