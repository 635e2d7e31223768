import type { Facts } from '../../domain/branch/facts.js';
import type { Change } from '../../domain/branch/rows.js';
import type { MatterOf } from '../../domain/matters/kinds.js';
import type { Unanswered } from '../../domain/points/hearing.js';
import type { CorrectionMatter, Matter, MatterKind } from '../../domain/rulings/rows.js';
import type { Reply } from '../reply.js';
import type { ActorContext, Context, Outcome } from '../use-case.js';
import type { CardOfKind, Step } from './card.js';
import type { InRegister } from './objected.js';
import type { RulingResult } from './results.js';

/** What it takes to look at any matter. */
export type Looking = Pick<Context, 'facts' | 'rulebook' | 'kinds'>;

/** What follows from something, beyond the rows that say it. */
export interface Follows {
  readonly changes: readonly Change[];
  readonly replies: readonly Reply[];
}

/** What somebody has to do before a matter can be ruled: its hearing and vote, its proof, what was returned … */
export interface Awaited {
  readonly person: number;
  readonly step: Step;
}

/** What a confirming ruling brings about, beyond the ruling itself. */
export interface Effect extends Follows {
  readonly result: RulingResult;
}

/** A part of a matter that the recorder may have entered for others (`/代`): by which use case, for whom and when. */
export interface Said<M extends Matter> {
  readonly by: string;
  of(facts: Facts, matter: M): readonly (readonly [person: number, at: string | null])[];
}

/** How a confirmed matter is taken back by a correction. */
interface Correctable<M extends Matter> {
  /** Whether nothing of it counts any more. */
  isUndone(facts: Facts, matter: M): boolean;
  /** What confirming the correction brings about. */
  undo(context: ActorContext, correction: CorrectionMatter, matter: M): Effect;
}

/**
 * What a kind of matter does and shows; each subject brings its own in `app/<subject>/matter.ts`, `app/kinds.ts` lists
 * them, and rulings know no more of a kind than this. The domain decides what is decided on facts alone (`KindRules`).
 */
export interface Kind<M extends Matter> {
  /** What a ruler sees of it, beside what every card shows. */
  card(looking: Looking, matter: M): CardOfKind;
  /** `context.facts` hold the ruling. Left out: `/确认` decides nothing, since it takes an answer in words. */
  carryOut?(context: ActorContext, matter: M, meetingOn: string | null): Effect;
  /** What an answer has to say beside its words, where it takes one. */
  register?(looking: Looking, matter: M): InRegister | null;
  /** Or the refusal of `/更正`. */
  readonly correction:
    | Correctable<M>
    | {
        readonly refusal:
          | 'correctAttendance'
          | 'correctLeave'
          | 'correctBinding'
          | 'correctOther'
          | 'correctStatus';
      };
  /** Whether `/确认 全部` takes it: not what moves a year or its rules, or is looked at one by one (SPEC §3). */
  goesWithOthers(looking: Looking, matter: M): boolean;
  /** Whether even among several numbers it is left out; left out: never. */
  isAlone?(looking: Looking, matter: M): boolean;
  /** Whether its subject still has time to answer before it is confirmed; left out: no one is heard. */
  unanswered?(looking: Looking, matter: M): Unanswered | null;
  /** What a ruler hears who confirms it too early; left out: it never is. */
  notReady?(looking: Looking, matter: M): RulingResult;
  /** To its subject once it can be ruled, before it is. */
  hearing?(looking: Looking, matter: M): readonly Reply[];
  /** Who must act while it cannot be ruled yet; left out: nobody. */
  awaited?(looking: Looking, matter: M): readonly Awaited[];
  /** To its subject while it is open; also once they get an account. */
  asked?(looking: Looking, matter: M): readonly Reply[];
  readonly said?: readonly Said<M>[];
  /** Instead of a rejection. */
  rejectOtherwise?(context: ActorContext, matter: M, reason: string): Outcome | undefined;
  /** What a rejection brings about, and who hears of it; left out: its proposer, and its subject if they knew. */
  rejected?(context: ActorContext, matter: M, reason: string): Follows;
  /** Instead of a return. */
  returnOtherwise?(context: ActorContext, matter: M, text: string): Outcome | undefined;
  /** To the person who asked, where that is not its proposer. */
  returned?(context: ActorContext, matter: M, text: string): Reply;
  /** Instead of taking it back. */
  withdrawOtherwise?(context: ActorContext, matter: M): Outcome | undefined;
  /** Who entered it for its proposer, and may not take it back. */
  enteredBy?(facts: Facts, matter: M): number | undefined;
  /** Which register drafts such matters; left out: attendance. */
  draftedBy?(looking: Looking, matter: M): 'attendance' | 'dues';
  /** It was closed because what it hung on no longer counts. */
  fell?(facts: Facts, matter: M): readonly Reply[];
  /** Its subject hears when it is taken back, as far as they knew of it. */
  readonly subjectHearsWithdrawal?: true;
  /** Whether an officer who is its subject finds it only among their own matters; left out: never. */
  subjectStandsAside?(matter: M): boolean;
  /** Until its subject may know of it, not even a refusal reveals that it is about them. */
  readonly hidesFromSubject?: true;
}

/** Every kind there is. */
export type Kinds = { readonly [K in MatterKind]: Kind<MatterOf<K>> };

export function kindOf({ kinds }: Pick<Looking, 'kinds'>, { kind }: Matter): Kind<Matter> {
  return kinds[kind];
}
