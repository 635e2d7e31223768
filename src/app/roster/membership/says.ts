import type { PersonRef } from '../../../domain/branch/people.js';
import type { Private } from '../../../domain/private.js';
import type { Departure, Standing } from '../../../domain/roster/rows.js';
import type { MatterCard } from '../../matters/card.js';
import type { Seat } from '../../matters/seat.js';
import type { RosterLine } from '../says.js';

/** What is asked of whom, and on what it rests. */
export interface StatusAsked {
  readonly number: number;
  readonly person: PersonRef;
  readonly from: Standing;
  readonly to: Standing;
  readonly meetingOn: string;
  readonly paper: string | null;
}

/** Who is scored, rated, votes or is a member: said in private only, the group hears a number. */
export interface MembershipSays {
  /** Which line to type, with the evidence that is missing; only 调整 needs the category. */
  evidenceWanted: {
    readonly person: PersonRef;
    readonly step: 'category' | 'probationary' | 'returned' | Departure;
    readonly wantsPaper: boolean;
    readonly category: string | null;
    /** Typed as a category as well: 预备党员. */
    readonly probationary: boolean;
    readonly meetingOn: string | null;
    readonly paper: string | null;
  };
  /** A line of a file that brings in what a file does not. */
  importBarred: { readonly line: number; readonly name: string; readonly why: 'office' | 'above' };
  /** What was shown before no longer holds. */
  importMoved: Record<string, never>;
  imported: { readonly added: number; readonly changed: number };
  /** A second person of one name with another standing: `other` is, or was, on the roster. */
  namesakeStanding: {
    readonly name: string;
    readonly category: string;
    readonly probationary: boolean;
    readonly other: RosterLine;
    readonly leftHow: Departure | null;
  };
  /** Nobody changes their own; `others`: who may. */
  ownStatus: { readonly others: readonly PersonRef[] };
  /** A death that was none had closed them: to its subject what they knew of, to who keeps them the rest. */
  reopened: {
    readonly person: PersonRef;
    readonly toSubject: boolean;
    readonly cards: readonly Private<MatterCard>[];
  };
  /** To the subject, before it is ruled. */
  statusHearing: { readonly asked: Private<StatusAsked>; readonly by: PersonRef; readonly seat: Seat };
  /** In the group. */
  statusOpened: { readonly number: number; readonly seat: Seat };
  statusOpenedInFull: { readonly asked: Private<StatusAsked>; readonly seat: Seat };
  /** To the superior committee. */
  statusReported: {
    readonly branch: string;
    readonly asked: Private<StatusAsked>;
    readonly proposer: PersonRef;
    readonly ruler: PersonRef;
  };
  /** To the subject and the proposer, after the ruling. */
  statusRuled: {
    readonly asked: Private<StatusAsked>;
    readonly toSubject: boolean;
    /** Something is taken from the one who reads it. */
    readonly mayObject: boolean;
    readonly ruler: PersonRef;
  };
  statusWaits: { readonly number: number; readonly person: PersonRef };
  /** Behind the statement of who left, to who entered it. */
  /** `meetingOn`: coming back is ruled, and asks for the day of a meeting. */
  wayBack: { readonly person: PersonRef; readonly category: string; readonly meetingOn: string | null };
}
