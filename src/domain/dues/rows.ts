/** Dues that a member paid for a month, as the recorder entered them. */
export interface DuesPayment {
  readonly person: number;
  /** `YYYY-MM` */
  readonly month: string;
  /** 分 (1/100 yuan); null where only the payment was entered. Encrypted at rest. */
  readonly amount: number | null;
  readonly recordedBy: number;
  readonly recordedAt: string;
  /** Entered by mistake and taken back: a row is never deleted. Encrypted at rest. */
  readonly cancelled?: true;
}

/** 教育 or 拒交, without which arrears never become a veto (annex 1, 一票否决, third ground). */
export interface DuesStep {
  readonly person: number;
  readonly no: number;
  readonly kind: 'education' | 'refusal';
  readonly on: string;
  readonly recordedBy: number;
  readonly recordedAt: string;
  /** Entered by mistake and taken back. */
  readonly cancelled?: true;
}
