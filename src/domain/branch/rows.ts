/**
 * What the bot knows about one branch, as rows. The store keeps one table for each key of `Rows`;
 * every row belongs to exactly one branch, whose id is not repeated here.
 *
 * Dates are `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:MM:SS`, both Asia/Shanghai. Persons, matters,
 * activities and notices are numbered 1, 2, 3 … within the branch.
 */

export type OfficeName =
  'secretary' | 'deputySecretary' | 'committeeMember' | 'groupLeader' | 'recorder' | 'supervisor';

export type PersonKind = 'member' | 'mass' | 'superior' | 'inspector';

/** How somebody left the branch (转出, 去世, 退党, 除名). */
export type Departure = 'transferred' | 'deceased' | 'withdrew' | 'expelled';

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly kind: PersonKind;
  /** Category id of the rulebook; null for everybody who is not a member. */
  readonly category: string | null;
  /** 预备 is a status beside the category: scored for reference, not rated, no vote. */
  readonly probationary: boolean;
  readonly group: string | null;
  /** Taken out of scoring with the member's own consent and a ruling (annex 1, first paragraph). */
  readonly exempt: boolean;
  readonly joinedOn: string;
  readonly partyJoinedOn: string | null;
  /** Day of 转正, when it was recorded here; encrypted with the rest. */
  readonly regularOn?: string;
  readonly leftOn: string | null;
  readonly leftHow: Departure | null;
  /** Encrypted at rest. */
  readonly phone: string | null;
}

export interface Office {
  readonly id: number;
  readonly person: number;
  readonly office: OfficeName;
  readonly from: string;
  readonly until: string | null;
  readonly givenBy: number | null;
  readonly endedBy: number | null;
  /** Day of the democratic recommendation (annex 1, 专人记录). */
  readonly recommendedOn: string | null;
}

/** A chat account that speaks for a person. */
export interface Account {
  readonly channel: string;
  readonly account: string;
  readonly person: number;
  readonly boundAt: string;
  readonly nickname: string | null;
}

/** A one-time code that binds the first officers; only its keyed hash is kept. */
export interface ClaimCode {
  readonly person: number;
  readonly codeHash: string;
  readonly usedAt: string | null;
}

export type ActivityState = 'announced' | 'closed' | 'cancelled';

/** Whom an activity is for (对象). */
export type Audience =
  | { readonly kind: 'all' }
  | { readonly kind: 'inService' }
  | { readonly kind: 'committee' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'persons'; readonly persons: readonly number[] };

export interface Activity {
  readonly id: number;
  readonly kind: string;
  readonly at: string;
  readonly place: string;
  /** 应参加: only absence from these costs points (item 16). */
  readonly required: boolean;
  /** Who joins the branch before it begins is due where it is for a class of members. */
  readonly audience: Audience;
  readonly topic: string | null;
  readonly state: ActivityState;
  readonly calledBy: number;
  /** When it was announced for the time at which it now stands. */
  readonly calledAt: string;
  readonly closedBy: number | null;
  readonly closedAt: string | null;
  readonly host: number | null;
  /** Encrypted at rest. */
  readonly minutes: string | null;
  readonly decisions: string | null;
  readonly cancelReason: string | null;
}

export type Presence = 'unrecorded' | 'present' | 'absent';

export interface Attendance {
  readonly activity: number;
  readonly person: number;
  readonly due: boolean;
  readonly presence: Presence;
  readonly source: 'checkIn' | 'rollCall' | null;
  readonly recordedBy: number | null;
  readonly recordedAt: string | null;
}

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

export type Side = 'bonus' | 'deduction';

/** One line of the append-only ledger. `hash` is filled in by the store when it posts the entry. */
export interface LedgerEntry {
  readonly seq: number;
  readonly member: number;
  readonly year: number;
  readonly deedOn: string;
  readonly item: number;
  readonly grade: string | null;
  readonly times: number;
  readonly side: Side;
  /** Signed: a deduction is negative, its reversal positive on the same side. */
  readonly points: number;
  /** The matter whose ruling posted this entry. */
  readonly matter: number;
  readonly ruler: number;
  readonly ruledAt: string;
  readonly rulebook: string;
  /** Sequence number of the entry this one reverses; unique in the branch. */
  readonly reverses: number | null;
  /** Ids of evidence: `file:3`, `document:1`, `register:1`, `witness:4`. */
  readonly evidence: readonly string[];
  readonly previousHash: string;
  readonly hash: string;
}

/** A publication, as it was posted. Append-only. */
export interface Notice {
  readonly number: number;
  readonly kind: 'periodic';
  readonly year: number;
  readonly period: number;
  readonly postedAt: string;
  /** Null when the clock posted it. */
  readonly postedBy: number | null;
  readonly text: string;
  readonly hash: string;
  readonly entryCount: number;
  readonly head: string;
}

/** A publication that an officer holds back. */
export interface Hold {
  readonly year: number;
  readonly period: number;
  readonly heldAt: string;
  readonly heldBy: number;
  readonly reason: string;
  readonly releasedAt: string | null;
}

/** What the bot must remember of its talk with one person between two lines. */
export interface Desk {
  readonly person: number;
  /** The list that `/确认 全部` showed last; `/确认 全部 是` confirms exactly these. */
  readonly shown: readonly number[];
  /** `/材料 N` waits for a picture of the same person until then. */
  readonly materialFor: number | null;
  readonly materialUntil: string | null;
}

export interface StoredFile {
  readonly id: number;
  readonly kind: 'picture' | 'file';
  readonly sha256: string;
  readonly size: number;
  /** Encrypted at rest, like the content that stands beside it. */
  readonly name: string;
}

/** Table name → row. */
export interface Rows {
  person: Person;
  office: Office;
  account: Account;
  claimCode: ClaimCode;
  activity: Activity;
  attendance: Attendance;
  matter: Matter;
  witness: Witness;
  material: Material;
  remark: Remark;
  ruling: Ruling;
  entry: LedgerEntry;
  notice: Notice;
  hold: Hold;
  desk: Desk;
  file: StoredFile;
}

export type TableName = keyof Rows;

/** One row written: inserted, or replaced where the table allows it. */
export type Change = { [T in TableName]: { readonly table: T; readonly row: Rows[T] } }[TableName];

/** Makes a change; only here so that a call reads `put('matter', {...})`. */
export function put<T extends TableName>(table: T, row: Rows[T]): Change {
  return { table, row } as Change;
}
