import type { OfficeName, PersonKind } from '../domain/roster/rows.js';

/** Whom a use case is for. Holders of any one of the offices may act; offices end at once. */
export type Who =
  | 'everybody'
  /** Also unbound accounts. */
  | 'strangers'
  /** Only those: a bound account needs no second binding. */
  | 'unbound'
  | 'members'
  /** Members and 群众 of the branch: not those above it, who look on. */
  | 'people'
  | 'clock'
  | readonly Holder[];

/** `actingSecretary`: the secretary, and a deputy while there is none. */
export type Holder = OfficeName | PersonKind | 'actingSecretary';

/** Who may come to the door of a ruling; four eyes decide whether they may rule this matter. */
export const rulers = ['secretary', 'deputySecretary', 'superior'] as const satisfies Who;
