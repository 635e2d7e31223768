/**
 * Two grounds stand on registers that the bot keeps itself: six months without organisational life, and arrears of half a
 * year that were refused after 教育 (annex 1, 一票否决, second and third ground). Whoever reports one by hand is held to them.
 */
import type { Facts } from '../branch/facts.js';
import { keptMonths, lastLateMonth, monthsOwed, stepsSince } from '../dues/register.js';
import type { CivilDate } from '../period/civil.js';
import { monthAfter, monthIn, type Month } from '../period/months.js';
import type { Person } from '../roster/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import { chancesNow, runOf } from './absence.js';

/** What a register lacks of a ground. */
export type RegisterGap =
  | {
      readonly of: 'absence' | 'arrears';
      /** Those the register shows. */
      readonly months: number;
      readonly needed: number;
      /** The first month of the register, where it does not reach back over all that the ground needs; null: it does. */
      readonly keptFrom: Month | null;
    }
  /** `step`: what has to be entered first. */
  | { readonly of: 'steps'; readonly step: 'education' | 'refusal' };

/**
 * Undefined: the register bears the ground out, or is not asked about it.
 *
 * @param rulebook of the year of the deed
 */
export function registerGap(
  facts: Facts,
  rulebook: Rulebook,
  asked: {
    readonly person: Person;
    readonly ground: number;
    readonly deedOn: CivilDate;
    readonly today: CivilDate;
  },
): RegisterGap | undefined {
  const { absenceLadder, duesLadder } = rulebook.veto;
  const { person, ground, deedOn, today } = asked;
  const until = monthIn(deedOn);
  if (ground === absenceLadder.ground) {
    const needed = absenceLadder.draftAtMonths;
    const { months } = runOf(chancesNow(facts, rulebook, person.id, until), until);
    return months >= needed ? undefined : { of: 'absence', months, ...reach(facts, until, needed) };
  }
  if (ground !== duesLadder.ground) return undefined;
  const needed = duesLadder.draftAtMonths;
  const late = lastLateMonth({ today, rulebook });
  const owed = monthsOwed(facts, person, until < late ? until : late);
  const { education, refusal } = stepsSince(facts, person.id, owed[0] ?? monthAfter(until, 1 - needed));
  if (refusal === null) return { of: 'steps', step: education === null ? 'education' : 'refusal' };
  return owed.length >= needed
    ? undefined
    : { of: 'arrears', months: owed.length, ...reach(facts, until, needed) };
}

function reach(facts: Facts, until: Month, needed: number) {
  const began = [monthIn(facts.branch.createdAt), ...keptMonths(facts)].sort()[0] ?? until;
  return { needed, keptFrom: began > monthAfter(until, 1 - needed) ? began : null };
}
