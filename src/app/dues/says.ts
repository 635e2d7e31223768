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
}

export interface DuesSays extends DuesRefusals {
  entered: { readonly entered: Private<Entered> };
  enteredAll: {
    readonly month: string;
    readonly entered: Private<readonly PersonRef[]>;
    /** They had paid before. */
    readonly known: Private<readonly PersonRef[]>;
    readonly except: Private<readonly PersonRef[]>;
    readonly drafted: Private<readonly number[]>;
  };
  cancelled: {
    readonly person: Private<PersonRef>;
    readonly month: string;
    readonly amount: Private<number | null>;
  };
  /** To the secretary (else the recorder): somebody entered his own dues. */
  enteredForHimself: {
    readonly person: Private<PersonRef>;
    readonly month: string;
    readonly amount: Private<number | null>;
    readonly cancelled: boolean;
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
  stepCancelled: {
    readonly person: Private<PersonRef>;
    readonly kind: Private<'education' | 'refusal'>;
    readonly on: string;
  };
  everybody: {
    readonly year: number;
    readonly month: string;
    readonly states: Private<readonly DuesState[]>;
  };
  own: { readonly year: number; readonly month: string; readonly state: Private<DuesState> };
  reminder: { readonly month: string };
  missing: {
    readonly month: string;
    readonly persons: Private<readonly PersonRef[]>;
    /** Nothing at all was entered: then nothing is drafted either. */
    readonly kept: boolean;
    readonly draftOn: string;
  };
  drafted: {
    readonly month: string;
    readonly cards: Private<readonly { readonly number: number; readonly subject: PersonRef }[]>;
  };
  arrearsWarning: { readonly months: Private<MonthsFacts> };
  arrearsWarningToOfficer: {
    readonly subject: Private<PersonRef>;
    readonly months: Private<MonthsFacts>;
    /** Whether the member has an account, and so has heard it himself. */
    readonly reached: Private<boolean>;
  };
  /** Half a year and more, but one of the steps is not recorded. */
  stepsMissing: {
    readonly subject: Private<PersonRef>;
    readonly months: Private<MonthsFacts>;
    readonly education: Private<string | null>;
  };
}

export interface DuesRefusals {
  monthTooFar: { readonly month: string; readonly last: string };
  monthBeforeJoining: { readonly month: string; readonly person: PersonRef };
  amountOutOfRange: { readonly most: number };
  already: {
    readonly person: Private<PersonRef>;
    readonly month: string;
    readonly amount: Private<number | null>;
    readonly on: string;
  };
  nothingToCancel: { readonly month: string; readonly person: Private<PersonRef> };
  nobodyLeft: { readonly month: string };
  exceptNoMember: { readonly person: PersonRef };
  stepInFuture: { readonly date: string };
  stepTwice: { readonly on: string };
  noStep: { readonly on: string };
  ownStep: Record<string, never>;
}
