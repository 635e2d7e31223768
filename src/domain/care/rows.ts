/**
 * What is known of a retired or hardship member, and what was done for him (source, part two, 3). Everything but
 * number, person and who entered it is encrypted at rest.
 */
export interface Care {
  readonly id: number;
  readonly person: number;
  readonly recordedBy: number;
  readonly recordedAt: string;
  /** Family, health, wishes, hardship; a visit; comfort money or another comfort. */
  readonly kind: 'family' | 'health' | 'wish' | 'hardship' | 'visit' | 'comfort';
  readonly on: string;
  /** 分 (1/100 yuan), for comfort money. */
  readonly amount: number | null;
  readonly text: string;
}
