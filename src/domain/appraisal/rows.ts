/** How often each tier was given to one member. */
export type Tally = Readonly<
  Record<'outstanding' | 'qualified' | 'basicallyQualified' | 'unqualified', number>
>;

/**
 * The secret ballot of one year (issue 3, part 6). The ballots are not rows of the branch: a table that no snapshot
 * reads holds them, sealed to `publicKey`, whose private half is never in the file.
 */
export interface Appraisal {
  readonly year: number;
  readonly state: 'open' | 'closed';
  readonly openedBy: number;
  readonly openedAt: string;
  readonly closedBy: number | null;
  readonly closedAt: string | null;
  readonly publicKey: string;
  /** 1, and one more each time the year's ballot had to start over. */
  readonly round: number;
  /** After the closing, by person; those with too few ballots are not kept at all. Encrypted at rest. */
  readonly results: readonly { readonly person: number; readonly tally: Tally }[];
}

/** That one member has voted on another; not what, and not when. */
export interface AppraisalVoter {
  readonly year: number;
  readonly round: number;
  readonly voter: number;
  readonly person: number;
}
