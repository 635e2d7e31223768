import type { ActivityRef } from '../../domain/attendance/references.js';
import type { StudyHours } from '../../domain/attendance/quota.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type {
  OfficeName,
  PersonKind,
  ProxyEntry,
  RosterChange,
  AwaySpan,
  Person,
} from '../../domain/roster/rows.js';
import type { Private } from '../../domain/private.js';
import type { ParticularChange } from '../../domain/roster/rows.js';
import type { Instead } from '../matters/seat.js';
import type { BadName } from '../../domain/roster/names.js';
import type { OfficeConflict } from '../../domain/roster/offices.js';
import type { DepartedSays, Statement } from './register/departed-says.js';
import type { ExemptionSays } from './exemption/says.js';
import type { RegisterSays } from './register/register-says.js';
import type { MembershipSays } from './membership/says.js';

/** One line of the roster. */
export interface RosterLine {
  readonly person: PersonRef;
  readonly kind: PersonKind;
  readonly category: string | null;
  readonly probationary: boolean;
  readonly group: string | null;
  readonly offices: readonly OfficeName[];
}

/** Everything the roster knows of one person. */
export interface PersonCard extends RosterLine {
  readonly exempt: boolean;
  /** Null: nobody gave it. */
  readonly joinedOn: string | null;
  readonly life: Person['life'];
  readonly partyJoinedOn: string | null;
  readonly regularOn: string | null;
  /** How many accounts speak for them; null: they have left. */
  readonly accounts: number | null;
  readonly phone: string | null;
  /** Where they are for the time being. */
  readonly away: AwaySpan | null;
  readonly letter: Person['transferLetter'] | null;
  /** Organisational life this year; null where nothing is expected, or the branch keeps no register yet. */
  readonly progress: {
    readonly year: number;
    readonly quota: number;
    readonly attended: number;
    readonly hours: StudyHours | null;
  } | null;
  /** What was changed since, oldest first. */
  readonly history: readonly DatedChange[];
  readonly putRight: readonly (Omit<ParticularChange, 'by'> & { readonly by: PersonRef })[];
}

/** `decided`: two brought it about, by a ruling. */
export type DatedChange = RosterChange & {
  readonly decided: {
    readonly number: number;
    readonly proposer: PersonRef;
    readonly ruler: PersonRef;
  } | null;
};

export type RosterStep =
  | {
      readonly step: 'category';
      readonly category: string;
      readonly scored: boolean;
      readonly probationary: boolean;
    }
  | { readonly step: 'group'; readonly group: string | null }
  | { readonly step: 'probationary' };

/** The conflict of `officeConflict`, with the person as replies name them. */
export type OfficeRefusal =
  | Exclude<OfficeConflict, { why: 'taken' }>
  | { readonly why: 'taken'; readonly by: PersonRef };

/** As whom somebody new here begins: nobody unscored is offered points. */
export type Newcomer = Exclude<PersonKind, 'member'> | 'scored' | 'unscored' | 'recorder';

export interface RosterSays extends DepartedSays, ExemptionSays, RegisterSays, MembershipSays {
  accountTaken: { readonly person: PersonRef };
  added: {
    readonly line: RosterLine;
    readonly from: string;
    readonly moved: boolean;
    readonly namesakes: readonly PersonRef[];
    /** Activities announced before, to which the new member is expected as well. */
    readonly dueAt: readonly ActivityRef[];
  };
  alreadyYours: { readonly person: PersonRef };
  appointed: {
    readonly person: PersonRef;
    readonly office: OfficeName;
    readonly on: string;
    readonly recommendedOn: string | null;
    readonly ended: readonly OfficeName[];
    /** A group leader whose group the roster does not give. */
    readonly groupMissing: boolean;
  };
  awayContact: { readonly person: PersonRef };
  awayKept: { readonly person: Private<PersonRef>; readonly span: Private<AwaySpan> };
  backTooEarly: { readonly from: string };
  badGroup: { readonly most: number };
  badName: { readonly name: string; readonly why: BadName };
  bindingAsked: {
    readonly number: number;
    readonly person: PersonRef;
    readonly rulers: readonly PersonRef[];
    /** The account they have has to agree first. */
    readonly ownWord: boolean;
  };
  bindingConsented: { readonly number: number; readonly instead: Instead };
  bindingDeclined: { readonly number: number };
  /** To the account that asked, and to the rulers it had reached. `left`: the person is no longer here. */
  bindingDeclinedTo: { readonly number: number; readonly person: PersonRef; readonly left: boolean };
  /** To an account whose request fell, as another one was confirmed. */
  bindingFell: { readonly number: number; readonly person: PersonRef };
  bindingOpen: { readonly number: number; readonly person: PersonRef };
  /** To the account that was just bound. */
  bound: { readonly person: PersonRef; readonly ruler: PersonRef; readonly kind: Newcomer };
  /** To the accounts that spoke for the person before. */
  boundAnother: {
    readonly person: PersonRef;
    readonly ruler: PersonRef;
    readonly nickname: Private<string | null>;
  };
  /** `/代`, after the answer: who entered it, and how the member said it. */
  byProxy: { readonly by: PersonRef; readonly how: ProxyEntry['how']; readonly on: string | null };
  bySecretary: Record<string, never>;
  bySuperior: { readonly office: OfficeName; readonly superiors: readonly PersonRef[] };
  card: { readonly card: Private<PersonCard> };
  changed: { readonly person: PersonRef; readonly step: RosterStep };
  claimed: {
    readonly branch: string;
    readonly person: PersonRef;
    readonly offices: readonly OfficeName[];
    readonly kind: Newcomer;
    /** Requests of other accounts to speak for them, which end with it. */
    readonly fell: readonly number[];
  };
  /** 上级 and 工委, until they have an account. */
  codeOnly: { readonly person: PersonRef };
  dismissed: { readonly person: PersonRef; readonly office: OfficeName; readonly on: string };
  /** To a member whose new group, category or office changes what they are due at. */
  dueFollows: { readonly due: readonly ActivityRef[]; readonly spared: readonly ActivityRef[] };
  /** To the leaver. */
  farewell: { readonly statement: Private<Statement> };
  futureDay: { readonly date: string };
  leadsGroup: { readonly person: PersonRef };
  /** Recorders cannot remove a deputy, who rules on them. */
  leavingOfficer: { readonly person: PersonRef; readonly offices: readonly OfficeName[] };
  leavingSecretary: { readonly person: PersonRef };
  left: { readonly statement: Private<Statement> };
  /** 添加 of a name borne by a member who left. */
  leftBefore: { readonly name: string; readonly category: string; readonly leftOn: string };
  letterKept: {
    readonly person: Private<PersonRef>;
    readonly letter: Private<NonNullable<Person['transferLetter']>>;
    readonly isHere: boolean;
  };
  list: { readonly lines: Private<readonly RosterLine[]> };
  massAdded: { readonly person: PersonRef; readonly namesakes: readonly PersonRef[] };
  massList: { readonly persons: Private<readonly PersonRef[]> };
  massRemoved: { readonly person: PersonRef };
  /** In the group, of those who move only. */
  moved: { readonly person: PersonRef };
  noAccount: { readonly person: PersonRef };
  noLetter: { readonly person: PersonRef };
  notAway: { readonly person: PersonRef };
  notHeld: { readonly person: PersonRef; readonly office: OfficeName };
  notProbationary: { readonly person: PersonRef };
  notYourCard: Record<string, never>;
  officeRefused: { readonly person: PersonRef; readonly office: OfficeName; readonly refusal: OfficeRefusal };
  officerUnbound: { readonly branch: string; readonly person: PersonRef; readonly by: PersonRef };
  /** To the superior committee. */
  officesChanged: {
    readonly branch: string;
    readonly person: PersonRef;
    readonly office: OfficeName;
    readonly begins: boolean;
    readonly by: PersonRef;
    readonly on: string;
    readonly recommendedOn: string | null;
  };
  /** Behind a refusal that speaks to the member. */
  onBehalf: { readonly person: PersonRef };
  /** To the officers: who keeps the roster left a group before its meeting. */
  ownDutyEnds: {
    readonly person: PersonRef;
    readonly group: string;
    readonly spared: readonly ActivityRef[];
  };
  ownOffice: { readonly office: OfficeName };
  /** To the accounts that somebody with an office has: another one asks to be theirs. */
  ownWordWanted: {
    readonly number: number;
    readonly person: PersonRef;
    readonly nickname: Private<string | null>;
  };
  /** The year of probation ends on `end`; `inferred`: no day of joining the Party is on record. */
  probationEnds: {
    readonly person: Private<PersonRef>;
    readonly end: string;
    readonly inferred: boolean;
    readonly late: boolean;
  };
  /** After a login that changed all account ids: bindings that wait, one for each. */
  rebinding: {
    readonly rows: Private<readonly { readonly number: number; readonly person: PersonRef }[]>;
  };
  receiptMissing: { readonly person: Private<PersonRef>; readonly on: string };
  receiptTooEarly: { readonly on: string };
  /** A recorder without the day of the democratic recommendation. */
  recommendationWanted: { readonly person: PersonRef };
  /** Back in their old place. */
  returned: { readonly line: RosterLine; readonly from: string };
  sameName: { readonly person: PersonRef; readonly category: string | null };
  /** In the group: the bot may not write to them first. */
  speakInPrivate: { readonly persons: readonly PersonRef[] };
  /** The term of the branch committee; null: nobody leads the branch. `recorded`: just now. */
  term: {
    readonly on: string | null;
    readonly end: string | null;
    readonly years: number;
    readonly inferred: boolean;
    readonly recorded: boolean;
  };
  termEnds: {
    readonly years: number;
    readonly end: string;
    readonly inferred: boolean;
    readonly late: boolean;
  };
  unbindOwn: { readonly person: PersonRef };
  unbound: { readonly person: PersonRef; readonly left: number };
  unboundTo: { readonly person: PersonRef; readonly by: PersonRef };
  unchanged: { readonly person: PersonRef; readonly step: RosterStep };
  whichAccount: {
    readonly person: PersonRef;
    readonly rows: Private<readonly { readonly nickname: string | null; readonly boundAt: string }[]>;
  };
  /** Two people wait with one code. */
  whoseCode: { readonly code: string; readonly persons: readonly PersonRef[] };
  wrongCode: Record<string, never>;
}
