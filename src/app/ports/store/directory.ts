export interface BranchRow {
  readonly id: string;
  readonly name: string;
  readonly nextDue: string | null;
}

/**
 * Which branch something is about: the only reads that cross branches. Each costs the same with one branch as with ten
 * thousand, except where it says so.
 */
export interface Directory {
  /** All branches, oldest first; its cost grows with them. */
  branches(): readonly BranchRow[];
  branch(id: string): BranchRow | undefined;
  branchNamed(name: string): BranchRow | undefined;
  /** The oldest branches, at most so many. */
  firstBranches(limit: number): readonly BranchRow[];
  /** Branches whose name holds this, with or without a word that may be left out, at most so many. Looks at every name. */
  branchesLike(part: string, optionalWord: string, limit: number): readonly BranchRow[];
  branchOfGroup(channel: string, chat: string): string | undefined;
  groupOf(branch: string, channel: string): string | undefined;
  /** Branches in which the account was ever bound. */
  branchesOfAccount(channel: string, account: string): readonly BranchRow[];
  /** Branches in which somebody of one of these names is, at most so many. */
  branchesOfNames(names: readonly string[], limit: number): readonly BranchRow[];
  /** Branches with an unused claim code of this hash. */
  branchesOfCode(codeHash: string): readonly BranchRow[];
  /** Branches where somebody who starts the branch may be without an account on this channel. */
  branchesToClaim(channel: string): readonly BranchRow[];
  branchesWithoutRulebook(): readonly BranchRow[];
  /** One of the branches that have recorded this version of the rulebook. */
  branchOfVersion(version: string): string | undefined;
  /** Branches that have not recorded this version, as many and one of them for each version they go by in the year. */
  branchesUnder(
    year: number,
    exceptVersion: string,
  ): readonly { readonly version: string; readonly count: number; readonly name: string }[];
  /** Branches whose clock has work up to this instant. */
  branchesDue(at: string): readonly string[];
  /** Branches that no commit has given a next due time. */
  branchesUndue(): readonly string[];
  /** When the clock has work next, later than this. */
  nextDueAfter(at: string): string | undefined;
}
