export interface Witness {
  readonly matter: number;
  readonly person: number;
  /** Named by the proposer, or came forward unasked. */
  readonly named: boolean;
  readonly confirmedAt: string | null;
}

export interface Material {
  readonly matter: number;
  readonly no: number;
  readonly by: number;
  readonly at: string;
  /** `register`: the bot's own attendance or dues register. */
  readonly type: 'file' | 'document' | 'register';
  readonly file: number | null;
  /** File name or document number; encrypted at rest. */
  readonly text: string;
}

/**
 * The subject's statement, the ruler's request for more, the day of the meeting reported after the ruling, the
 * supervisor's view for the ruler, or that a witness took it back (no text); encrypted at rest.
 */
export interface Remark {
  readonly matter: number;
  readonly no: number;
  readonly kind: 'statement' | 'return' | 'meeting' | 'supervision' | 'unwitnessed';
  readonly by: number;
  readonly at: string;
  readonly text: string;
}
