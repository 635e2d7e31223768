import type { VetoCounts } from '../../domain/veto/matter.js';
import type { DraftedRun, VetoNotes } from '../matters/veto-notes.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { Vote } from '../../domain/rulings/votes.js';
import type { MatterCard } from '../matters/card.js';
import type { RegisterGap } from '../../domain/veto/register.js';

/** A veto, for private replies. */
export interface VetoCard {
  readonly number: number;
  readonly subject: PersonRef;
  readonly ground: number;
  readonly deedOn: string;
  readonly reason: string;
  readonly drafted: DraftedRun | null;
}

/** A run of months without organisational life, or without dues. */
export interface MonthsFacts {
  readonly months: number;
  readonly since: string;
  readonly last: string;
  readonly draftAt: number;
}

/** … of a veto: those owed need not be in a row. */
export interface RunFacts extends MonthsFacts {
  readonly owed?: readonly string[];
}

export interface VetoSays extends VetoRefusals {
  /** Not scored: there is nothing a veto could override. */
  absenceUnscored: { readonly subject: Private<PersonRef>; readonly months: Private<MonthsFacts> };
  absenceWarning: { readonly months: Private<MonthsFacts> };
  absenceWarningToOfficer: {
    readonly subject: Private<PersonRef>;
    readonly months: Private<MonthsFacts>;
    /** Whether the member has an account, and so heard it directly. */
    readonly reached: Private<boolean>;
  };
  /** To those who heard of a veto for arrears; it goes on until its ruler decides. */
  arrearsPaid: {
    readonly card: Private<VetoCard>;
    readonly toSubject: boolean;
    readonly left: Private<readonly string[]>;
    readonly by: PersonRef;
    readonly voted: boolean;
  };
  carried: { readonly card: Private<MatterCard>; readonly mayRule: boolean };
  /** To the ruler of a certified one, which holds until it is corrected. */
  certifiedRunBroken: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly year: number;
    readonly matter: Private<number | null>;
    /** The matter was refused, and did not put the register right. */
    readonly refused: boolean;
  };
  /** To the proposer and to the secretary, when another person certifies. */
  certifiedToBranch: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly certifiedBy: PersonRef;
    readonly year: number;
    /** Whether the veto decides a tier of that year, only its score, or nothing. */
    readonly counts: VetoCounts;
  };
  certifiedToSubject: {
    readonly number: Private<number>;
    readonly ground: Private<number>;
    readonly year: number;
    /** Whether the veto decides a tier of that year, only its score, or nothing. */
    readonly counts: VetoCounts;
  };
  certifiedToSuperior: {
    readonly branch: string;
    readonly card: Private<VetoCard>;
    readonly vote: Private<Vote>;
    readonly certifiedBy: PersonRef;
    readonly year: number;
    /** Whether the veto decides a tier of that year, only its score, or nothing. */
    readonly counts: VetoCounts;
  };
  /** A ladder drafted it: to the officers who take it on. */
  draftedToOfficer: { readonly card: Private<VetoCard>; readonly months: Private<RunFacts> };
  heard: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly text: Private<string>;
    readonly again: boolean;
    /** Members who may vote. */
    readonly entitled: number;
  };
  heardToSubject: {
    readonly number: Private<number>;
    readonly by: PersonRef;
    readonly text: Private<string>;
  };
  lifted: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly vote: Private<Vote>;
  };
  liftedToSubject: { readonly number: Private<number>; readonly vote: Private<Vote> };
  /** To the proposer: what comes next. */
  opened: { readonly card: Private<VetoCard>; readonly notes: Private<VetoNotes> };
  /** To the subject: the facts, not who reported them. */
  openedToSubject: { readonly card: Private<VetoCard>; readonly notes: Private<VetoNotes> };
  /** Returned on procedure: the vote is void. */
  returnedForVote: {
    readonly number: Private<number>;
    readonly by: PersonRef;
    readonly text: Private<string>;
  };
  returnedForVoteHere: { readonly number: Private<number> };
  /** The register no longer shows the months it was drafted for: it ended. */
  runBroken: {
    readonly card: Private<VetoCard>;
    readonly toSubject: boolean;
    readonly matter: Private<number | null>;
    readonly refused: boolean;
  };
  /** A correction set it aside. */
  setAsideToSubject: {
    readonly number: Private<number>;
    readonly corrects: number;
    readonly year: number;
    readonly total: number;
  };
  setAsideToSuperior: {
    readonly branch: string;
    readonly number: Private<number>;
    readonly corrects: number;
    readonly subject: Private<PersonRef>;
    readonly year: number;
    readonly total: number;
  };
  /** To those who hold the hearing: the subject of a veto wrote something. */
  stated: { readonly card: Private<MatterCard> };
  statementTaken: { readonly number: Private<number>; readonly entered: PersonRef | null };
  /** In the group: only that something was entered. */
  votedQuietly: { readonly number: number };
}

export interface VetoRefusals {
  alreadyHeard: { readonly number: number };
  archived: { readonly year: number };
  future: { readonly date: string };
  hearFirst: { readonly number: number };
  heardBeforeVote: { readonly number: number };
  inFavourMissing: { readonly number: number };
  /** `most`: all who may vote, whatever 应到 says. */
  noQuorum: {
    readonly present: number;
    readonly entitled: number;
    readonly most: number;
    readonly least: number;
  };
  noVeto: { readonly number: number };
  nobodyEntitled: Record<string, never>;
  ownVeto: Record<string, never>;
  presentOverEntitled: { readonly present: number; readonly entitled: number };
  registerSpeaksAgainst: {
    readonly subject: Private<PersonRef>;
    readonly ground: number;
    readonly gap: Private<RegisterGap>;
  };
  rejectAfterVote: { readonly number: Private<number> };
  standing: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly certified: boolean;
  };
  subjectActs: Record<string, never>;
  tooFewEntitled: { readonly number: number; readonly vote: Vote; readonly most: number };
  tooManyEntitled: { readonly entitled: number; readonly most: number };
  unknownGround: { readonly ground: number };
  votedAlready: { readonly number: number };
  votedDownBefore: {
    readonly subject: Private<PersonRef>;
    readonly ground: number;
    readonly before: Private<VetoNotes['votedDown'][number]>;
  };
  votesMissing: { readonly number: number; readonly vote: Vote };
  votesOverPresent: { readonly votes: number; readonly present: number };
  withdrawAfterVote: { readonly number: Private<number> };
  yearOver: { readonly year: number };
}
