import type { Facts } from '../branch/facts.js';
import type { Person } from '../roster/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { Matter } from '../rulings/rows.js';

/** Why a person may not rule on a matter. */
export type Barred =
  | 'notOfficer'
  | 'subject'
  | 'proposer'
  | 'witness'
  | 'madeTheRuling'
  /** Of a register to be put right: they called the roll, closed it, or ruled on what it says. */
  | 'keptTheRegister'
  /** Of the account of an officer: they took the one before away. */
  | 'unboundThem'
  /** Of a bonus that an objection brought back: they had rejected it. */
  | 'ruledBefore'
  /** Of an objection: they ruled, proposed or posted what it is about. */
  | 'ruledIt'
  | 'proposedIt'
  | 'postedIt'
  /** Of an objection to a notice: they have a part in one of its lines, or in what is objected to. */
  | 'hasLinesInIt'
  /** The table of a former year holds their own result. */
  | 'inTheTable'
  /** A deputy appointed after a matter about the secretary was opened. */
  | 'appointedAfter'
  /** 上级 rules only when no one in the branch may. */
  | 'branchMayRule'
  /** Only 上级 rules: a 补正 of an archived year, an objection to the notice of a year or to a veto. */
  | 'superiorOnly';

/** What a kind asks of another matter of any kind. */
export interface OfAnyKind {
  isQuiet(facts: Facts, matter: Matter): boolean;
  yearOf(facts: Facts, matter: Matter): number | undefined;
}

/**
 * What a kind of matter decides for itself; each subject brings its own in `domain/<subject>/matter.ts`, and `kinds.ts`
 * lists them. What a kind leaves out is said with each member.
 */
export interface KindRules<M extends Matter> {
  /** Columns of the table that not every kind fills. */
  readonly columns: readonly string[];
  /** Whether the group hears only the number: not whom it is about, nor what (SPEC §3, sensitive things). */
  isQuiet(facts: Facts, matter: M, other: OfAnyKind): boolean;
  /** Whether an open one may be ruled; left out: at once. */
  isReady?(facts: Facts, rulebook: Rulebook, matter: M, other: OfAnyKind): boolean;
  /** Whether its subject may know of it; left out: always. */
  subjectKnows?(facts: Facts, rulebook: Rulebook, matter: M): boolean;
  /** Whom it bars beyond its subject, proposer and witnesses; left out: no one. */
  barredFrom?(facts: Facts, matter: M, ruler: Person): Barred | undefined;
  /** Whether the branch itself may not decide; left out: it may. */
  isForSuperior?(facts: Facts, matter: M): boolean;
  /** The assessment year whose scores it may change; left out: none. */
  yearOf?(facts: Facts, matter: M, other: OfAnyKind): number | undefined;
  /** The matter that it asks to look at again, and with which it closes; left out: none. */
  hangsOn?(matter: M): number | undefined;
  /** The stored file it was read out of; left out: people typed it, or a register drafted it. */
  fileOf?(matter: M): number | undefined;
  /** Whether what a return asked for has been done already; left out: only new proof does it. */
  returnIsMet?(matter: M): boolean;
  /** A personal request that ends when they leave. */
  readonly fallsWithLeaving?: true;
  /** Its proposer counts as its subject. */
  readonly hasNoSubject?: true;
  /** Its proposer stays secret. */
  readonly shieldsProposer?: true;
}
