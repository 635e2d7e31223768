import type { Facts } from '../branch/facts.js';
import { groupedBy, onceFor } from '../branch/once-for.js';
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

/** Those that wait for a ruling, of one year. */
export function openPoints(facts: Facts, subject: number, year: number): readonly PointsMatter[] {
  return stillOpen(facts.of('matter', subject)).filter(({ deedOn }) => yearOf(deedOn) === year);
}

const stillOpen = onceFor((matters: readonly Matter[]) =>
  matters.filter(isPoints).filter(({ state }) => state === 'open'),
);

/** The entries of a matter that still count: posted by its ruling and reversed by nothing. */
export function standingEntries(facts: Facts, matter: Matter): readonly LedgerEntry[] {
  return standingByMatter(facts.of('entry', matter.subject)).get(matter.number) ?? [];
}

const standingByMatter = onceFor((entries: readonly LedgerEntry[]) => {
  const reversed = new Set(entries.map((entry) => entry.reverses));
  const standing = entries.filter((entry) => entry.reverses === null && !reversed.has(entry.seq));
  return groupedBy(standing, ({ matter }) => matter);
});

const none: readonly PointsMatter[] = [];
const byItem = onceFor((matters: readonly Matter[]) =>
  groupedBy(matters.filter(isPoints), ({ item }) => item),
);

const byDay = onceFor((matters: readonly PointsMatter[]) => groupedBy(matters, ({ deedOn }) => deedOn));
const byReason = onceFor((matters: readonly PointsMatter[]) => groupedBy(matters, ({ reason }) => reason));

function ofItem(facts: Facts, subject: number, item: number): readonly PointsMatter[] {
  return byItem(facts.of('matter', subject)).get(item) ?? none;
}

/** Open or counted. A corrected matter is neither, so its deed may be registered again. */
export function isAlive(facts: Facts, matter: PointsMatter): boolean {
  return (
    matter.state === 'open' || (matter.state === 'confirmed' && standingEntries(facts, matter).length > 0)
  );
}

/** Matters of one deed that are alive, oldest first. */
export function sameDeeds(facts: Facts, deed: Deed): readonly PointsMatter[] {
  const ofDay = byDay(ofItem(facts, deed.subject, deed.item)).get(deed.deedOn) ?? none;
  return ofDay.filter((matter) => matter.reason === deed.reason && isAlive(facts, matter));
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
  const { number, deedOn, reason } = matter;
  const all = ofItem(facts, matter.subject, matter.item);
  const ofDay = byDay(all).get(deedOn) ?? none;
  const others = (byReason(all).get(reason) ?? none).filter((other) => other.deedOn !== deedOn);
  const near = [...ofDay, ...others]
    .filter((other) => other.number < number && isAlive(facts, other))
    .sort((one, other) => one.number - other.number);
  if (near.length === 0) return [];
  const replaced = weakerDeeds(facts, rulebook, matter);
  return near.filter((other) => !replaced.includes(other)).map(({ number }) => number);
}
