/**
 * What is known of a retired or hardship member, and what was done for them (source, part two, 3). All but number,
 * person and who entered it is encrypted at rest.
 */
export interface Care {
  readonly id: number;
  readonly person: number;
  readonly recordedBy: number;
  readonly recordedAt: string;
  readonly kind: CareKind;
  readonly on: string;
  /** 分 (1/100 yuan), for comfort money. */
  readonly amount: number | null;
  readonly text: string;
  /** Of a hardship: that it is over. */
  readonly over: boolean;
  /** A wrong entry is struck and stays; null: it counts. */
  readonly struck: { readonly by: number; readonly at: string } | null;
}

/** Family, health, wishes, hardship; a visit; comfort money. */
export type CareKind = 'family' | 'health' | 'wish' | 'hardship' | 'visit' | 'comfort';
