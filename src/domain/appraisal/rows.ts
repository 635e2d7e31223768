/** How often each tier was given to one member. */
export type Tally = Readonly<
  Record<'outstanding' | 'qualified' | 'basicallyQualified' | 'unqualified', number>
>;

/**
 * The secret ballot of one year (issue 3, part 6). The ballots themselves are no rows of the branch: they stand in a
 * table that no snapshot reads, sealed to `publicKey`, whose private half is never in the file.
 */
export interface Appraisal {
  readonly year: number;
  readonly state: 'open' | 'closed';
  readonly openedBy: number;
  readonly openedAt: string;
  readonly closedBy: number | null;
  readonly closedAt: string | null;
  readonly publicKey: string;
  /** 1, and one more each time the ballot of the year had to begin anew. */
  readonly round: number;
  /** After the closing, by person; those with too few ballots are not kept at all. Encrypted at rest. */
  readonly results: readonly { readonly person: number; readonly tally: Tally }[];
}

/** That somebody has voted on somebody; not what, and not when. */
export interface AppraisalVoter {
  readonly year: number;
  readonly round: number;
  readonly voter: number;
  readonly person: number;
}
