/** One understood line of a roster file. The import turns it into changes of the branch. */

export type RosterKind = 'member' | 'mass' | 'superior' | 'inspector';

/** The names of src/domain/branch/rows.ts. */
export type RosterOffice =
  | 'secretary'
  | 'deputySecretary'
  | 'committeeMember'
  | 'groupLeader'
  | 'recorder'
  | 'supervisor';

export interface RosterRow {
  /** Row of the sheet, as Excel counts it: the heading is usually 1. */
  readonly line: number;
  readonly name: string;
  readonly kind: RosterKind;
  /** Label of the rulebook's category, such as 机关党员; null for everybody who is not a member. */
  readonly category: string | null;
  /** Written as 预备党员: a status beside the category, which is then 新党员 (SPEC §5). */
  readonly probationary: boolean;
  readonly offices: readonly RosterOffice[];
  readonly group?: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` when the file has no day: we never invent one. */
  readonly partyJoinedOn?: string;
  /** Eleven digits. */
  readonly phone?: string;
  /** Day of joining this branch, `YYYY-MM-DD`. The year's score begins with it, so we refuse a month alone. */
  readonly joinedOn?: string;
  readonly regularOn?: string;
  readonly gender?: string;
  readonly ethnicity?: string;
  /** `YYYY-MM`. */
  readonly bornOn?: string;
  readonly education?: string;
  readonly position?: string;
}

/** A reason to refuse the file, or a note for the operator. */
export interface RosterProblem {
  /** Row of the sheet; null for the whole file. */
  readonly line: number | null;
  /** Heading of the column; null for the whole row or file. */
  readonly column: string | null;
  /** What is wrong and what would be right: a Chinese sentence. */
  readonly says: string;
}

export interface Roster {
  /** Only the rows without a problem. */
  readonly rows: readonly RosterRow[];
  /** Any of these prevents the import. */
  readonly problems: readonly RosterProblem[];
  /** What was ignored: unknown headings, further sheets. */
  readonly notices: readonly RosterProblem[];
}

/** The problem as printed, beginning with its place. */
export function sentenceOf(problem: RosterProblem): string {
  const line = problem.line === null ? '' : `第${problem.line}行`;
  const column = problem.column === null ? '' : `“${problem.column}”`;
  return line + column === '' ? problem.says : `${line}${column}：${problem.says}`;
}
