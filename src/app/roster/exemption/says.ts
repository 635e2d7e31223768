import type { PersonRef } from '../../../domain/branch/people.js';
import type { Private } from '../../../domain/private.js';
import type { MatterState } from '../../../domain/rulings/rows.js';
import type { Instead } from '../../matters/seat.js';

/** What is asked: out of scoring, or in it again. `number` is the matter's. */
interface ExemptionAsked {
  readonly number: number;
  readonly person: PersonRef;
  readonly exempt: boolean;
}

/** Said in private only; the reason to subject, proposer and rulers alone (annex 1, first paragraph). */
export interface ExemptionSays {
  alreadyConsented: { readonly number: number };
  alreadyExempt: { readonly person: PersonRef };
  /** To the member, whose consent is needed. */
  consentWanted: {
    readonly asked: Private<ExemptionAsked>;
    readonly reason: Private<string | null>;
    readonly by: PersonRef;
  };
  consented: {
    readonly asked: Private<ExemptionAsked>;
    readonly instead: Instead;
    readonly entered: boolean;
  };
  /** To the proposer. */
  consentedTo: { readonly asked: Private<ExemptionAsked>; readonly instead: Instead };
  declined: { readonly asked: Private<ExemptionAsked> };
  /** To the proposer and the rulers it had reached. */
  declinedTo: { readonly asked: Private<ExemptionAsked> };
  /** To the ruler: matters about the member that still want a ruling. */
  exemptLeavesOpen: {
    readonly person: Private<PersonRef>;
    readonly numbers: readonly number[];
    readonly exempt: boolean;
  };
  /** To the member, after the ruling. */
  exempted: { readonly asked: Private<ExemptionAsked> };
  /** To the proposer. */
  exemptedTo: { readonly asked: Private<ExemptionAsked> };
  /** To the proposer. */
  exemptionOpened: { readonly asked: Private<ExemptionAsked>; readonly hasAccount: boolean };
  /** Ruled, taken back or declined already. */
  exemptionOver: { readonly number: number; readonly state: MatterState };
  /** To the superior committee. */
  exemptionReported: {
    readonly branch: string;
    readonly asked: Private<ExemptionAsked>;
    readonly proposer: PersonRef;
    readonly ruler: PersonRef;
  };
  exemptionWaits: { readonly number: number; readonly person: PersonRef; readonly consented: boolean };
  notExempt: { readonly person: PersonRef };
  notScoredAnyway: { readonly person: PersonRef };
  /** To everybody but the member, whether the number exists or not. */
  nothingToDecline: { readonly number: number };
}
