/** One action of a member (source, part two, 3 and 4): 五个一, 三进, 三大员, 联系群众. */
export interface Action {
  readonly id: number;
  readonly person: number;
  readonly kind: ActionKind;
  /** Which of the five, of the three kinds of service, of the three roles; null for 联系群众. */
  readonly which: string | null;
  readonly on: string;
  readonly recordedBy: number;
  readonly recordedAt: string;
  /** Encrypted at rest, like what follows. */
  readonly text: string;
  /** 联系群众: whom; may name people outside the roster. */
  readonly whom: string | null;
  /** The matter by which it was claimed as a bonus, so that it is not claimed twice. */
  readonly claimed: number | null;
}

export type ActionKind = 'fiveOnes' | 'service' | 'role' | 'masses';
