/** Every kind of matter, and the questions that are asked of any of them. */
import { leave } from '../attendance/matter.js';
import type { Facts } from '../branch/facts.js';
import { objection } from '../objections/matter.js';
import { bonus, deduction } from '../points/matter.js';
import { binding, exemption } from '../roster/matter.js';
import { rulebook } from '../rulebook/matter.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { Matter, MatterKind } from '../rulings/rows.js';
import { veto } from '../veto/matter.js';
import { formerYear } from '../year/matter.js';
import { correction } from './correction.js';
import type { KindRules, OfAnyKind } from './kind.js';

type Among<M, K> = M extends Matter ? (K extends M['kind'] ? M : never) : never;
export type MatterOf<K extends MatterKind> = Among<Matter, K>;

export const kinds = {
  bonus,
  deduction,
  leave,
  binding,
  correction,
  exemption,
  veto,
  objection,
  rulebook,
  formerYear,
} satisfies { readonly [K in MatterKind]: KindRules<MatterOf<K>> };

/** What the kind of this matter decides. */
export function rulesOf({ kind }: Matter): KindRules<Matter> {
  return kinds[kind];
}

const ofAnyKind: OfAnyKind = { isQuiet, yearOf: yearOfMatter };

/** Whether a ruling may be made at all. */
export function isReady(facts: Facts, rulebookNow: Rulebook, matter: Matter): boolean {
  if (matter.state !== 'open') return false;
  return rulesOf(matter).isReady?.(facts, rulebookNow, matter, ofAnyKind) ?? true;
}

/** Whether the group hears only the number of a matter: not whom it is about, nor what (SPEC §3, sensitive things). */
export function isQuiet(facts: Facts, matter: Matter): boolean {
  return rulesOf(matter).isQuiet(facts, matter, ofAnyKind);
}

/** Whether its subject has been told of a matter. */
export function subjectKnows(facts: Facts, rulebookNow: Rulebook, matter: Matter): boolean {
  return rulesOf(matter).subjectKnows?.(facts, rulebookNow, matter) ?? true;
}

/** The assessment year whose scores a matter may change; undefined: none. The date of the deed decides (SPEC §2). */
export function yearOfMatter(facts: Facts, matter: Matter): number | undefined {
  return rulesOf(matter).yearOf?.(facts, matter, ofAnyKind);
}

/** The file that a matter was read out of; undefined: people typed it, or a register drafted it. */
export function fileOfMatter(matter: Matter): number | undefined {
  return rulesOf(matter).fileOf?.(matter);
}

/** What somebody wanted who is not here any more. */
export function fallsWithLeaving(matter: Matter): boolean {
  return rulesOf(matter).fallsWithLeaving === true;
}

/** Whether nobody is to learn who proposed it. */
export function shieldsProposer(matter: Matter): boolean {
  return rulesOf(matter).shieldsProposer === true;
}
