import type { DraftedRun } from '../matters/card.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { Vote } from '../../domain/rulings/rows.js';
import type { MatterCard } from '../matters/card.js';

/** A veto as it may be told in private. */
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

export interface VetoSays extends VetoRefusals {
  /** To the proposer: what comes next. */
  opened: { readonly card: Private<VetoCard> };
  /** To the subject: the facts, not who reported them. */
  openedToSubject: { readonly card: Private<VetoCard> };
  /** A ladder drafted it: to the officers who take it on. */
  draftedToOfficer: { readonly card: Private<VetoCard>; readonly months: Private<MonthsFacts> };
  heard: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly text: Private<string>;
    readonly again: boolean;
    /** Members who may vote. */
    readonly entitled: number;
  };
  /** In the group: only that something was entered. */
  votedQuietly: { readonly number: number };
  carried: { readonly card: Private<MatterCard>; readonly mayRule: boolean };
  lifted: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly vote: Private<Vote>;
  };
  liftedToSubject: { readonly number: Private<number>; readonly vote: Private<Vote> };
  certifiedToSubject: {
    readonly number: Private<number>;
    readonly ground: Private<number>;
    readonly year: number;
  };
  /** To who had proposed it and to the secretary, when somebody else certifies. */
  certifiedToBranch: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly certifiedBy: PersonRef;
    readonly year: number;
  };
  certifiedToSuperior: {
    readonly branch: string;
    readonly card: Private<VetoCard>;
    readonly vote: Private<Vote>;
    readonly certifiedBy: PersonRef;
    readonly year: number;
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
  /** Returned on procedure: the vote stands no more. */
  returnedForVote: {
    readonly number: Private<number>;
    readonly by: PersonRef;
    readonly text: Private<string>;
  };
  returnedForVoteHere: { readonly number: Private<number> };
  statementTaken: { readonly number: Private<number> };
  /** To those who hear him: the subject of a veto wrote something. */
  stated: { readonly card: Private<MatterCard> };
  absenceWarning: { readonly months: Private<MonthsFacts> };
  absenceWarningToOfficer: {
    readonly subject: Private<PersonRef>;
    readonly months: Private<MonthsFacts>;
    /** Whether the member has an account, and so has heard it himself. */
    readonly reached: Private<boolean>;
  };
  /** Not scored: there is nothing a veto could override. */
  absenceUnscored: { readonly subject: Private<PersonRef>; readonly months: Private<MonthsFacts> };
}

export interface VetoRefusals {
  ownVeto: Record<string, never>;
  unknownGround: { readonly ground: number };
  future: { readonly date: string };
  yearOver: { readonly year: number };
  archived: { readonly year: number };
  standing: {
    readonly number: Private<number>;
    readonly subject: Private<PersonRef>;
    readonly certified: boolean;
  };
  noVeto: { readonly number: number };
  subjectActs: Record<string, never>;
  alreadyHeard: { readonly number: number };
  heardBeforeVote: { readonly number: number };
  hearFirst: { readonly number: number };
  votedAlready: { readonly number: number };
  inFavourMissing: { readonly number: number };
  tooManyEntitled: { readonly entitled: number; readonly most: number };
  nobodyEntitled: Record<string, never>;
  presentOverEntitled: { readonly present: number; readonly entitled: number };
  votesOverPresent: { readonly votes: number; readonly present: number };
  noQuorum: { readonly present: number; readonly entitled: number; readonly least: number };
  withdrawAfterVote: { readonly number: Private<number> };
  rejectAfterVote: { readonly number: Private<number> };
}
