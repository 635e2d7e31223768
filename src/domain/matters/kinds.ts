import type { Facts } from '../branch/facts.js';
import type { CorrectionMatter, Matter, MatterKind } from '../rulings/rows.js';
import type { KindRules, OfAnyKind } from './kind.js';
import { attendance, leave } from '../attendance/matter.js';
import { objection } from '../objections/matter.js';
import { pointsAtStake } from '../points/deeds.js';
import { bonus, deduction } from '../points/matter.js';
import { binding, exemption, status } from '../roster/matter.js';
import { reading, rulebook } from '../rulebook/matter.js';
import type { Rulebook } from '../rulebook/schema.js';
import { veto } from '../veto/matter.js';
import { formerYear } from '../year/matter.js';

/**
 * A correction is quiet whatever it corrects: taking back a bonus takes points off by name, taking back a deduction tells
 * that there was one. Its subject hears beforehand of one that would take points from them, of others when it is ruled.
 */
const correction: KindRules<CorrectionMatter> = {
  columns: ['corrects'],
  isQuiet: () => true,
  subjectKnows: (facts, _rulebook, matter) => matter.state !== 'open' || takesPoints(facts, matter),
  barredFrom: (facts, { corrects }, ruler) => {
    if (facts.get('ruling', corrects)?.ruler === ruler.id) return 'madeTheRuling';
    return facts.get('witness', corrects, ruler.id) === undefined ? undefined : 'witness';
  },
  // SPEC §3, 补正. While 上级 has an objection to a veto, the branch does not decide over their head.
  isForSuperior: (facts, matter) => matter.supplement === true || isObjectedVeto(facts, matter),
  yearOf: (facts, matter, other) => {
    const corrected = correctedBy(facts, matter);
    return corrected === undefined ? undefined : other.yearOf(facts, corrected);
  },
  hangsOn: ({ corrects }) => corrects,
};

function isObjectedVeto(facts: Facts, matter: CorrectionMatter): boolean {
  if (correctedBy(facts, matter)?.kind !== 'veto') return false;
  return facts
    .of('matter', matter.subject)
    .some(
      (other) =>
        other.kind === 'objection' &&
        other.state === 'open' &&
        other.about.to === 'matter' &&
        other.about.number === matter.corrects,
    );
}

function takesPoints(facts: Facts, matter: CorrectionMatter): boolean {
  const corrected = correctedBy(facts, matter);
  return corrected !== undefined && pointsAtStake(facts, corrected) > 0;
}

function correctedBy(facts: Facts, { corrects }: CorrectionMatter): Matter | undefined {
  return facts.get('matter', corrects);
}

/** Every kind of matter, and the questions that are asked of any of them. */

type Among<M, K> = M extends Matter ? (K extends M['kind'] ? M : never) : never;
export type MatterOf<K extends MatterKind> = Among<Matter, K>;

export const kinds = {
  bonus,
  deduction,
  leave,
  attendance,
  binding,
  correction,
  exemption,
  status,
  veto,
  objection,
  rulebook,
  reading,
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

/** Whether its subject may know of a matter. */
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

/** A personal request of a member who has left. */
export function fallsWithLeaving(matter: Matter): boolean {
  return rulesOf(matter).fallsWithLeaving === true;
}

/** Whether its proposer stays secret. */
export function shieldsProposer(matter: Matter): boolean {
  return rulesOf(matter).shieldsProposer === true;
}
