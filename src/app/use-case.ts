import type { z } from 'zod';
import type { Facts } from '../domain/branch/facts.js';
import type { Change } from '../domain/branch/rows.js';
import type { Person } from '../domain/roster/rows.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import type { Limits, Rulebook } from '../domain/rulebook/schema.js';
import type { Kinds } from './matters/kind.js';
import type { Backup } from './ports/store/backups.js';
import type { Ballots, BallotStep } from './ports/store/ballots.js';
import type { Invitation } from './ports/desk.js';
import type { Health } from './ports/health.js';
import type { Act, TroubledLetter } from './ports/store/store.js';
import type { DocumentReader } from './ports/document-reader.js';
import type { RulebookReader } from './ports/rulebook-reader.js';
import type { Who } from './who.js';
import { publicSay, type Reply } from './reply.js';
import type { FactsOf, PublicCode, PublicSay } from './says.js';

/** A picture or file that came with the message, not yet stored. */
export interface Attachment {
  readonly kind: 'picture' | 'file';
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What a decision may look at. Time and randomness come in here, so that `run` is pure. */
export interface Context {
  readonly facts: Facts;
  /** In force now. */
  readonly rulebook: Rulebook;
  /** The one that an assessment year is kept by: deeds and scores of last year follow theirs. */
  readonly rulebookOf: (year: number) => Rulebook;
  /** What one person may ask; null: a play or a measurement. */
  readonly limits: Limits | null;
  /** Of the settings: what a branch begins with. From then on it is kept by what it has recorded itself. */
  readonly configured: LoadedRulebook;
  readonly readRulebook: RulebookReader;
  readonly readDocument: DocumentReader;
  readonly workingDays: WorkingDays;
  /** What each kind of matter does. */
  readonly kinds: Kinds;
  /** `YYYY-MM-DDTHH:MM:SS` and its date, Asia/Shanghai. */
  readonly now: string;
  readonly today: string;
  readonly place: 'group' | 'private';
  readonly speaker: {
    readonly channel: string;
    readonly account: string;
    readonly nickname: string | null;
    /** Where account ids change at every login: the present one. */
    readonly login?: string;
  };
  readonly attachments: readonly Attachment[];
  /** Keyed hashes: for codes that are only compared, for what is published, and for what was offered to somebody. */
  readonly sign: (purpose: 'claim' | 'notice' | 'offer', text: string) => string;
  /** How the bot itself is, for those who look after it. */
  readonly health: () => Health;
  /** Letters that people decide about: in doubt, or refused by the channel. */
  readonly troubled: () => readonly TroubledLetter[];
  /** The ballot box of the secret ballot. */
  readonly ballots: Ballots;
  /** What people did in this branch, newest first: for those who watch over it. */
  readonly recentActs: (limit: number) => readonly Act[];
  /** A way into the desk for the speaker; null: it is not served. */
  readonly invite: () => Invitation | null;
  /** The actor is the person the account is bound to; null for a stranger and for the clock. */
  readonly actor: Person | null;
  /** A job or the founding of a branch; no message can set this. */
  readonly byClock: boolean;
  /** `/代`: the recorder who enters this for the actor, who has no account; null: the actors speak for themselves. */
  readonly enteredBy: Person | null;
}

export type ActorContext = Context & { readonly actor: Person };

export type Outcome =
  | {
      readonly kind: 'done';
      readonly changes: readonly Change[];
      readonly replies: readonly Reply[];
      /** Contents of new files, by file number. */
      readonly contents: readonly { readonly id: number; readonly bytes: Uint8Array }[];
      /** Numbers for the audit: matters, persons, activities. */
      readonly ids: readonly number[];
      /** Letters of the outbox to be sent again. */
      readonly resend: readonly number[];
      /** Letters in doubt that have arrived after all. */
      readonly arrived?: readonly number[];
      /** What happens to the ballot box, in the same transaction. */
      readonly ballots?: BallotStep;
      /** It changes no row of the branch, and is kept on record all the same. */
      readonly onRecord?: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly say: PublicSay;
      readonly remark?: PublicSay;
      /** Only the speaker hears it, even if they typed in the group. */
      readonly discreet?: boolean;
    };

/**
 * What the recorder may enter for a member without an account (SPEC §3, `/代`). `impartial`: the input names a matter
 * by `number`, and the recorder is neither its proposer nor its subject nor who rules it; `signedPaper`: the same, and
 * the signed paper comes with the line and is kept by the use case as material of the matter.
 */
export type ByProxy = 'allowed' | 'impartial' | 'signedPaper';

/** A decision that hangs on a copy of the database, which is made before the decision is taken. */
export interface AfterBackup {
  readonly kind: 'backup';
  /** `daily`: one for each day, however often it is asked for. */
  readonly which: 'daily' | 'extra';
  readonly then: (backup: Backup) => Outcome;
}

/** One thing a person can do. The only door to it is `perform`, which checks `who` and `place` first. */
export interface UseCase<I = unknown> {
  readonly name: string;
  readonly who: Who;
  /**
   * Who has a use for it, and finds it in `/帮助` and among suggestions; left out: whoever may. All others hear from the use
   * case itself why it is not for them.
   */
  readonly offeredTo?: Who;
  /** `private`: refused in the group, and its text is not kept. */
  readonly place: 'anywhere' | 'private';
  /** Absent: only in person. */
  readonly byProxy?: ByProxy;
  readonly input: z.ZodType<I>;
  /** Whether what was typed is nobody else's business: in the group its writer hears where it belongs. Left out: never. */
  isPersonal?(input: I, context: Context): boolean;
  readonly run: (context: Context, input: I) => Outcome | AfterBackup;
}

/** A use case together with the words that were read for it. */
export interface Intent {
  readonly useCase: UseCase;
  readonly input: unknown;
}

export interface DefinedUseCase<I> extends UseCase<I> {
  intent(input: I): Intent;
}

/** A use case of a bound person. */
export function useCase<I>(
  definition: Omit<UseCase<I>, 'run'> & {
    readonly run: (context: ActorContext, input: I) => Outcome | AfterBackup;
  },
): DefinedUseCase<I> {
  return openUseCase({
    ...definition,
    run: (context, input) => {
      const { actor } = context;
      if (actor === null) throw new Error(`${definition.name} without an actor`);
      return definition.run({ ...context, actor }, input);
    },
  });
}

/** A use case of strangers or of the clock. */
export function openUseCase<I>(definition: UseCase<I>): DefinedUseCase<I> {
  const defined: DefinedUseCase<I> = {
    ...definition,
    intent: (input) => ({ useCase: defined as UseCase, input }),
  };
  return defined;
}

export function done(result: {
  readonly changes?: readonly Change[];
  readonly replies: readonly Reply[];
  readonly contents?: readonly { readonly id: number; readonly bytes: Uint8Array }[];
  readonly ids?: readonly number[];
  readonly resend?: readonly number[];
  readonly arrived?: readonly number[];
  readonly ballots?: BallotStep;
  readonly onRecord?: boolean;
}): Outcome {
  return { kind: 'done', changes: [], contents: [], ids: [], resend: [], ...result };
}

export function refuse<C extends PublicCode>(code: C, facts: FactsOf<C>): Outcome {
  return { kind: 'refused', say: publicSay(code, facts) };
}

/** The same, for the speaker alone. */
export function refuseQuietly<C extends PublicCode>(code: C, facts: FactsOf<C>): Outcome {
  return { kind: 'refused', say: publicSay(code, facts), discreet: true };
}
