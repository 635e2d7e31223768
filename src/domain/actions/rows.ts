/** One action of a member (source, part two, 3 and 4): 五个一, 三进, 三大员, 联系群众. */
export interface Action {
  readonly id: number;
  readonly person: number;
  readonly kind: 'fiveOnes' | 'service' | 'role' | 'masses';
  /** Which of the five, of the three kinds of service, of the three roles; null for 联系群众. */
  readonly which: string | null;
  readonly on: string;
  readonly recordedBy: number;
  readonly recordedAt: string;
  /** Encrypted at rest. */
  readonly text: string;
}
