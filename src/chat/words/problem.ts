import type { Activity } from '../../domain/attendance/rows.js';
import type { Command, Form } from '../define.js';
import type { Known } from './people/near.js';

/** Why a word could not be read; chat/replies/usage/problems.ts says it. */
export type WordProblem =
  /**
   * `number`: the first in the line. The example reuses it, so that nobody copies another matter's. `lines`: with what
   * is missing.
   */
  | {
      readonly code: 'missing';
      readonly label: string;
      readonly number?: string;
      readonly lines?: readonly string[];
      /** The line as it was typed, completed. */
      readonly example?: string;
    }
  /** `isReason`: more was said than the line enters, a cause or leave; else what was said of those named is missing. */
  | { readonly code: 'saidAside'; readonly isReason: boolean; readonly lines: readonly string[] }
  /** All of its words are there, in another order: the line that is read. */
  | { readonly code: 'wordOrder'; readonly lines: readonly string[] }
  /** Which of its forms is meant was not said. */
  | { readonly code: 'incomplete'; readonly lines: readonly string[] }
  /** `lines`: with the keyword that it may be meant for. */
  | {
      readonly code: 'extra';
      readonly text: string;
      readonly keyword?: string;
      readonly lines: readonly string[];
    }
  /** `lines`: with names that sound or look like it. */
  | {
      readonly code: 'unknownName';
      readonly name: string;
      readonly kind: 'member' | 'person';
      /** Somebody is called so, who is not of this kind or has left. */
      readonly known?: Known;
      /** Whoever is named instead would be hit: not even an example. */
      readonly isGrave?: true;
      readonly lines: readonly string[];
    }
  /** A word between the names and the item that is no name. */
  | { readonly code: 'nameOrItem'; readonly text: string; readonly lines: readonly string[] }
  /** Instead of the number of an item a word that comes near its title; `item`: null where several are. */
  | {
      readonly code: 'itemMeant';
      readonly item: number | null;
      readonly title: string;
      readonly lines: readonly string[];
    }
  /** `left`: some of them have left, which the group must not learn. */
  | {
      readonly code: 'ambiguousName';
      readonly name: string;
      readonly left: boolean;
      readonly lines: readonly string[];
    }
  | {
      readonly code: 'notNames';
      readonly keyword: string;
      readonly text: string;
      readonly lines: readonly string[];
    }
  | { readonly code: 'keywordTwice'; readonly keyword: string }
  | { readonly code: 'keywordEmpty'; readonly keyword: string }
  | { readonly code: 'pointsNotItem'; readonly text: string }
  /** An amount of points before or behind the reason; `lines`: without it. */
  | { readonly code: 'pointsSaid'; readonly text: string; readonly lines: readonly string[] }
  | { readonly code: 'unknownItem'; readonly item: number }
  /** `year`: the item is one of that year's rulebook. */
  | {
      readonly code: 'gradeMissing';
      readonly item: number;
      readonly year: number;
      readonly lines: readonly string[];
    }
  | {
      readonly code: 'gradeTooShort';
      readonly text: string;
      readonly item: number;
      readonly lines: readonly string[];
    }
  | { readonly code: 'gradeGlued'; readonly text: string; readonly lines: readonly string[] }
  | { readonly code: 'timesNotAllowed'; readonly item: number; readonly year: number }
  /** ×2 behind the reason instead of before it. */
  | { readonly code: 'timesLast'; readonly text: string; readonly lines: readonly string[] }
  | { readonly code: 'notANumber'; readonly text: string; readonly label: string }
  /** Dots or crosses in place of a text. */
  | { readonly code: 'toBeFilled'; readonly text: string; readonly label: string }
  /**
   * Several numbers or names where each wants its own line; or another command within the reason, which would be lost, and read by
   * somebody whom it is not about; or a paper apart from its matter.
   */
  | {
      readonly code: 'oneByOne';
      readonly of: 'numbers' | 'names' | 'commands' | 'materials';
      readonly lines: readonly string[];
    }
  | { readonly code: 'noSuchDay'; readonly year?: number; readonly month?: number; readonly day: number }
  | { readonly code: 'noSuchTime'; readonly text: string }
  /** `example`: the line with a time. */
  | { readonly code: 'timeMissing'; readonly date: string; readonly example: string }
  /** `thisYears`: no year was written, and this year's has passed, or is still to come. */
  | {
      readonly code: 'whichDate';
      readonly text: string;
      readonly thisYears?: 'past' | 'ahead';
      /** It stands in what was done: of last year (its line, and the one for today), to come, or no certain day. */
      readonly inText?: 'lastYear' | 'ahead' | 'vague';
      readonly lines: readonly string[];
    }
  | { readonly code: 'notADate'; readonly text: string }
  | {
      readonly code: 'notOneOf';
      readonly text: string;
      readonly label: string;
      readonly choices: readonly string[];
    }
  | { readonly code: 'tooLong'; readonly most: number }
  /** `text` is empty where it must not be repeated (leave); `reason`: the lines repeat one; `lines`: with those that are open. */
  | {
      readonly code: 'noActivity';
      readonly text: string;
      readonly reason: boolean;
      readonly lines: readonly string[];
    }
  /** `isToCome`: it could be announced again. */
  | { readonly code: 'activityCancelled'; readonly activity: Activity; readonly isToCome: boolean }
  /**
   * `label`: their kind, empty where they are of several; `twins`: only their numbers differ.
   */
  | {
      readonly code: 'whichActivity';
      readonly label: string;
      readonly twins: readonly Activity[];
      /** The lines repeat a reason, which the group is not to hear. */
      readonly reason: boolean;
      readonly lines: readonly string[];
    }
  | { readonly code: 'audienceKeyword'; readonly text: string; readonly lines: readonly string[] }
  | { readonly code: 'leaveKindGlued' }
  /** A ballot that was not understood; nothing of it is repeated. */
  | {
      readonly code: 'ballot';
      readonly wrong: 'name' | 'tier';
      readonly tiers: readonly string[];
      readonly lines: readonly string[];
    }
  /** `/否决` with a number instead of a name. */
  | { readonly code: 'rejectMeant'; readonly lines: readonly string[] }
  /** No ground of the rulebook; `text` is empty where there was no number. */
  | { readonly code: 'whichGround'; readonly text: string; readonly lines: readonly string[] }
  /** The problem of a command line inside the line; `lead` is the text before it. */
  | {
      readonly code: 'ofLine';
      readonly problem: WordProblem;
      readonly command: Command;
      readonly form: Form;
      readonly lead: string;
    };
