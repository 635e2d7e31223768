import type { Facts } from '../branch/facts.js';
import type { LedgerEntry } from './rows.js';
import type { Matter, PointsMatter } from '../rulings/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import { yearOf } from '../period/civil.js';
import { rulebookOfYear } from '../rulebook/adopted.js';
import { findItem } from '../rulebook/items.js';

/** What makes two matters one deed: the same member, item, day and reason. */
type Deed = Readonly<Pick<PointsMatter, 'subject' | 'item' | 'deedOn' | 'reason'>>;

export function isPoints(matter: Matter): matter is PointsMatter {
  return matter.kind === 'bonus' || matter.kind === 'deduction';
}

export function pointsMatters(facts: Facts, subject: number): readonly PointsMatter[] {
  return facts.of('matter', subject).filter(isPoints);
}

/** The entries of a matter that still count: posted by its ruling and reversed by nothing. */
export function standingEntries(facts: Facts, matter: Matter): readonly LedgerEntry[] {
  const entries = facts.of('entry', matter.subject);
  const reversed = new Set(entries.map((entry) => entry.reverses));
  return entries.filter(
    (entry) => entry.matter === matter.number && entry.reverses === null && !reversed.has(entry.seq),
  );
}

/** Open or counted. A corrected matter is neither, so its deed may be registered again. */
export function isAlive(facts: Facts, matter: PointsMatter): boolean {
  return (
    matter.state === 'open' || (matter.state === 'confirmed' && standingEntries(facts, matter).length > 0)
  );
}

/** Matters of one deed that are alive, oldest first. */
export function sameDeeds(facts: Facts, deed: Deed): readonly PointsMatter[] {
  return pointsMatters(facts, deed.subject).filter(
    (matter) =>
      matter.item === deed.item &&
      matter.deedOn === deed.deedOn &&
      matter.reason === deed.reason &&
      isAlive(facts, matter),
  );
}

/**
 * Weaker matters of the deed that a confirmed one replaces: the higher grade replaces the lower instead of adding to
 * it; item 13 also counts only the highest level of a deed (SPEC §2, grades).
 */
export function weakerDeeds(
  facts: Facts,
  rulebook: Rulebook,
  stronger: PointsMatter,
): readonly PointsMatter[] {
  const own = rulebookOfYear(facts, rulebook, yearOf(stronger.deedOn));
  if (findItem(own, stronger.item)?.sameDeed !== 'highest') return [];
  return sameDeeds(facts, stronger).filter(
    (matter) => matter.number !== stronger.number && Math.abs(matter.points) < Math.abs(stronger.points),
  );
}

/**
 * Earlier matters of the same person and item, with the same day or reason, that may be the same deed. What the
 * register drafts is certainly another one.
 */
export function alike(facts: Facts, rulebook: Rulebook, matter: PointsMatter): readonly number[] {
  if (matter.drafted) return [];
  const replaced = weakerDeeds(facts, rulebook, matter);
  return pointsMatters(facts, matter.subject)
    .filter((other) => other.number < matter.number && isAlive(facts, other))
    .filter((other) => other.item === matter.item && !replaced.includes(other))
    .filter((other) => other.deedOn === matter.deedOn || other.reason === matter.reason)
    .map((other) => other.number);
}
