import { isStillOwed } from '../../domain/attendance/item-sixteen.js';
import type { Facts } from '../../domain/branch/facts.js';
import { yearOf } from '../../domain/period/civil.js';
import { standingEntries } from '../../domain/points/deeds.js';
import { rulebookOfYear } from '../../domain/rulebook/adopted.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { ObjectionTarget, PointsMatter } from '../../domain/rulings/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import { activityOf } from '../../domain/attendance/references.js';
import { truthNow } from '../attendance/truth/apply.js';
import type { InRegister } from '../matters/objected.js';

/** What a matter posted because the register of an activity asks for it. */
type RegisterLine = PointsMatter & { readonly activity: number };

/** Those of the matters that an activity's register drafted, and still asks for. */
export function registerLines(
  facts: Facts,
  rulebook: Rulebook,
  numbers: readonly number[],
): readonly RegisterLine[] {
  return numbers.flatMap((number) => {
    const matter = facts.get('matter', number);
    if (matter?.kind !== 'deduction' || matter.activity === null) return [];
    const year = yearOf(matter.deedOn);
    const stands = standingEntries(facts, matter).length > 0 && !isArchived(facts, year);
    const { activity } = matter;
    return stands && isStillOwed(facts, rulebookOfYear(facts, rulebook, year), matter)
      ? [{ ...matter, activity }]
      : [];
  });
}

/** Where 成立 has to say what is true of the member, what is recorded so far; null: it has not. */
export function inRegister(facts: Facts, rulebook: Rulebook, about: ObjectionTarget): InRegister | null {
  const [line] = about.to === 'matter' ? registerLines(facts, rulebook, [about.number]) : [];
  if (line === undefined) return null;
  const { at } = activityOf(facts, line.activity);
  return { at, now: truthNow(facts, line.activity, line.subject) };
}
