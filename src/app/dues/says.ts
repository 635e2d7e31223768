import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { MonthsFacts } from '../veto/says.js';

/** What became of one month of one member. Amounts are 分 (1/100 yuan). */
export interface Entered {
  readonly person: PersonRef;
  readonly month: string;
  readonly amount: number | null;
  /** It replaces an entry with this amount. */
  readonly replaces: { readonly amount: number | null } | null;
  /** The matter that the register drafted for this month, still waiting for its ruling. */
  readonly drafted: number | null;
}

/** A member's year. Amounts are 分. */
export interface DuesState {
  readonly person: PersonRef;
  readonly paid: readonly { readonly month: string; readonly amount: number | null }[];
  /** Months that are over and unpaid, in which dues were entered here. */
  readonly owed: readonly string[];
  /** The running month is not paid yet. */
  readonly runningUnpaid: boolean;
  /** What they pay each month, as approved; null: not kept. */
  readonly monthly: number | null;
}

/** Months that somebody owes, in a row or not, in order. */
export interface ArrearsFacts extends MonthsFacts {
  readonly owed: readonly string[];
}

export interface DuesSays extends DuesRefusals {
  /** `mayVeto`: they are scored, so half a year of it may become a veto. */
  arrearsWarning: { readonly months: Private<ArrearsFacts>; readonly mayVeto: Private<boolean> };
  arrearsWarningToOfficer: {
    readonly subject: Private<PersonRef>;
    readonly months: Private<ArrearsFacts>;
    readonly mayVeto: Private<boolean>;
    /** Whether the member has an account, and so heard it directly. */
    readonly reached: Private<boolean>;
  };
  cancelled: {
    readonly person: Private<PersonRef>;
    readonly month: string;
    readonly amount: Private<number | null>;
  };
  drafted: {
    readonly month: string;
    readonly cards: Private<readonly { readonly number: number; readonly subject: PersonRef }[]>;
  };
  entered: { readonly entered: Private<Entered> };
  enteredAll: {
    readonly month: string;
    readonly entered: Private<readonly PersonRef[]>;
    /** They had paid before. */
    readonly known: Private<readonly PersonRef[]>;
    readonly except: Private<readonly PersonRef[]>;
    readonly drafted: Private<readonly number[]>;
  };
  /** To the secretary (else the recorder): a keeper entered their own dues. */
  enteredForHimself: {
    readonly person: Private<PersonRef>;
    readonly month: string;
    readonly amount: Private<number | null>;
    readonly cancelled: boolean;
  };
  everybody: {
    readonly year: number;
    readonly month: string;
    readonly states: Private<readonly DuesState[]>;
  };
  missing: {
    readonly month: string;
    readonly persons: Private<readonly PersonRef[]>;
    /** Who owes months before it. */
    readonly older: Private<readonly { readonly person: PersonRef; readonly months: readonly string[] }[]>;
    /** Nothing at all was entered: then nothing is drafted either. */
    readonly kept: boolean;
    readonly draftOn: string;
  };
  own: { readonly year: number; readonly month: string; readonly state: Private<DuesState> };
  reminder: {
    readonly month: string;
    readonly isMissing: boolean;
    /** Months before it. */
    readonly owed: Private<readonly string[]>;
  };
  /** January: the amounts kept for so many members are to be looked at again. */
  review: { readonly year: number; readonly kept: Private<number> };
  standardSet: {
    readonly person: Private<PersonRef>;
    readonly amount: Private<number>;
    readonly before: Private<number | null>;
  };
  stepCancelled: {
    readonly person: Private<PersonRef>;
    readonly kind: Private<'education' | 'refusal'>;
    readonly on: string;
  };
  stepTaken: {
    readonly person: Private<PersonRef>;
    readonly kind: Private<'education' | 'refusal'>;
    readonly on: string;
    /** A refusal counts only after an education. */
    readonly wantsEducation: boolean;
    /** The veto that this completed. */
    readonly drafted: Private<number | null>;
  };
  /** Half a year and more, but one of the steps is not recorded. */
  stepsMissing: {
    readonly subject: Private<PersonRef>;
    readonly months: Private<ArrearsFacts>;
    readonly education: Private<string | null>;
  };
}

export interface DuesRefusals {
  already: {
    readonly person: Private<PersonRef>;
    readonly month: string;
    readonly amount: Private<number | null>;
    readonly on: string;
  };
  amountOutOfRange: { readonly most: number };
  exceptNoMember: { readonly person: PersonRef };
  monthBeforeJoining: { readonly month: string; readonly person: PersonRef };
  monthTooFar: { readonly month: string; readonly last: string };
  noStep: { readonly on: string };
  nobodyLeft: { readonly month: string };
  notYours: Record<string, never>;
  nothingToCancel: { readonly month: string; readonly person: Private<PersonRef> };
  ownStep: Record<string, never>;
  stepInFuture: { readonly date: string };
  stepTwice: { readonly on: string };
}
