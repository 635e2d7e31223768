import type { Facts } from '../branch/facts.js';
import { indexBy } from '../branch/index-by.js';
import type { LedgerEntry } from './rows.js';
import type { Matter, PointsMatter } from '../rulings/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import { yearOf } from '../period/civil.js';
import { monthAfter, monthIn } from '../period/months.js';
import { mayBeOneDeed } from './likeness.js';
import { rulebookOfYear } from '../rulebook/adopted.js';
import { findItem } from '../rulebook/items.js';

/** What makes two matters one deed: the same member, item, day and reason. */
type Deed = Readonly<Pick<PointsMatter, 'subject' | 'item' | 'deedOn' | 'reason'>>;

export function isPoints(matter: Matter): matter is PointsMatter {
  return matter.kind === 'bonus' || matter.kind === 'deduction';
}

/** Refused, and entered by hand: what a register drafted follows the register alone (SPEC §2, item 16). */
export function isToRegisterAgain(matter: Matter): boolean {
  return matter.state === 'rejected' && isPoints(matter) && !matter.drafted;
}

export function pointsMatters(facts: Facts, subject: number): readonly PointsMatter[] {
  return facts.of('matter', subject).filter(isPoints);
}

/** Those that wait for a ruling, of one year. */
export function openPoints(facts: Facts, subject: number, year: number): readonly PointsMatter[] {
  return openByYear(facts.of('matter', subject), year);
}

const openByYear = indexBy(
  (matter: Matter): matter is PointsMatter => isPoints(matter) && matter.state === 'open',
  ({ deedOn }) => yearOf(deedOn),
);

/** The entries of a matter that still count: posted by its ruling and reversed by nothing. */
export function standingEntries(facts: Facts, matter: Matter): readonly LedgerEntry[] {
  const entries = facts.of('entry', matter.subject);
  return postedFor(entries, matter.number).filter(({ seq }) => reversalsOf(entries, seq).length === 0);
}

const postedFor = indexBy(
  (entry: LedgerEntry): entry is LedgerEntry => entry.reverses === null,
  ({ matter }) => matter,
);
const reversalsOf = indexBy(
  (entry: LedgerEntry): entry is LedgerEntry & { readonly reverses: number } => entry.reverses !== null,
  ({ reverses }) => reverses,
);

/**
 * The entries that the ruling on a correction took back, and that no later 补正 has given back: what would be posted again
 * if the correction were wrong.
 */
export function takenBackBy(facts: Facts, correction: Matter): readonly LedgerEntry[] {
  if (givenBackBy(facts, correction) !== undefined) return [];
  const entries = facts.of('entry', correction.subject);
  const reversed = new Set(
    entries.filter(({ matter }) => matter === correction.number).map(({ reverses }) => reverses),
  );
  return entries.filter(({ seq }) => reversed.has(seq));
}

/** The 补正 that gave back what this correction took, as far as it stands. */
export function givenBackBy(facts: Facts, { number, subject }: Matter): Matter | undefined {
  return facts
    .of('matter', subject)
    .find(
      (other) =>
        other.kind === 'correction' && other.corrects === number && standingEntries(facts, other).length > 0,
    );
}

/** What a matter's points add up to: with nothing left of a correction, what it took counts the other way. */
export function pointsAtStake(facts: Facts, matter: Matter): number {
  const sum = (entries: readonly LedgerEntry[]) => entries.reduce((all, { points }) => all + points, 0);
  const standing = standingEntries(facts, matter);
  return standing.length > 0 ? sum(standing) : 0 - sum(takenBackBy(facts, matter));
}

const ofItem = indexBy(isPoints, ({ item }) => item);
const ofDay = indexBy(isPoints, ({ deedOn }) => deedOn);
const ofItemAndDay = indexBy(isPoints, ({ item, deedOn }) => `${item}/${deedOn}`);
const ofItemAndReason = indexBy(isPoints, ({ item, reason }) => `${item}/${reason}`);

/** Open or counted. A corrected matter is neither, so its deed may be registered again. */
export function isAlive(facts: Facts, matter: PointsMatter): boolean {
  return (
    matter.state === 'open' || (matter.state === 'confirmed' && standingEntries(facts, matter).length > 0)
  );
}

/** Matters of one deed that are alive, oldest first. */
export function sameDeeds(facts: Facts, deed: Deed): readonly PointsMatter[] {
  return ofItemAndDay(facts.of('matter', deed.subject), `${deed.item}/${deed.deedOn}`).filter(
    (matter) => matter.reason === deed.reason && isAlive(facts, matter),
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
 * Weaker matters of the deed that still waited when `stronger` was confirmed, and so closed without a ruling. `facts`
 * hold what became of that one since: while another grade that counts is stronger, or one like it is there, they stay so.
 */
export function closedUnruled(
  facts: Facts,
  rulebook: Rulebook,
  stronger: PointsMatter,
): readonly PointsMatter[] {
  const own = rulebookOfYear(facts, rulebook, yearOf(stronger.deedOn));
  if (findItem(own, stronger.item)?.sameDeed !== 'highest') return [];
  const { subject, item, deedOn, reason } = stronger;
  const worth = ({ points }: PointsMatter) => Math.abs(points);
  const alive = sameDeeds(facts, stronger);
  return ofItemAndDay(facts.of('matter', subject), `${item}/${deedOn}`).filter(
    (matter) =>
      matter.reason === reason &&
      matter.state === 'closed' &&
      !matter.drafted &&
      facts.get('ruling', matter.number) === undefined &&
      worth(matter) < worth(stronger) &&
      !alive.some((other) =>
        other.state === 'open' ? worth(other) === worth(matter) : worth(other) >= worth(matter),
      ),
  );
}

/**
 * Earlier matters of the same person that may be the same deed: of one item with the same reason or picture, or the same
 * day and a word in common (a deduction: the same day is enough); of another item with picture, day and a word in common;
 * what a register drafts beside what somebody wrote by hand of the same month of dues, or of the day of the absence.
 */
export function alike(facts: Facts, rulebook: Rulebook, matter: PointsMatter): readonly number[] {
  const near = [...new Set([...inWords(facts, matter), ...shownAgain(facts, matter)])]
    .filter((other) => other.number < matter.number && isAlive(facts, other))
    .sort((one, other) => one.number - other.number);
  if (near.length === 0) return [];
  const replaced = weakerDeeds(facts, rulebook, matter);
  return near.filter((other) => !replaced.includes(other)).map(({ number }) => number);
}

function inWords(facts: Facts, matter: PointsMatter): readonly PointsMatter[] {
  const beside = besideRegister(facts, matter);
  if (matter.drafted) return beside;
  const { item, deedOn, reason } = matter;
  const all = facts.of('matter', matter.subject);
  const days = [deedOn, ...dayNamed(matter)];
  const ofThatDay = ofItem(all, item).filter((other) =>
    [other.deedOn, ...dayNamed(other)].some((day) => days.includes(day)),
  );
  const ofThatDeed = ofThatDay.filter(
    (other) => matter.kind === 'deduction' || mayBeOneDeed(reason, other.reason),
  );
  return [...beside, ...ofThatDeed, ...ofItemAndReason(all, `${item}/${reason}`)];
}

/** 昨天扫雪: the day that the reason names may be the one meant. */
function dayNamed({ otherDay }: PointsMatter): readonly string[] {
  return typeof otherDay?.on === 'string' ? [otherDay.on] : [];
}

/** With a picture that was sent again: of one item, or of the same day and with a word in common. */
function shownAgain(facts: Facts, matter: PointsMatter): readonly PointsMatter[] {
  const pictures = picturesOf(facts, matter);
  if (pictures.length === 0) return [];
  const { kind, item, deedOn, reason } = matter;
  const all = facts.of('matter', matter.subject);
  const ofThatDay = ofDay(all, deedOn).filter(
    (other) => other.kind === kind && other.item !== item && mayBeOneDeed(reason, other.reason),
  );
  return [...ofItem(all, item), ...ofThatDay].filter((other) => isShown(pictures, picturesOf(facts, other)));
}

type Picture = Readonly<{ id: number; sha256: string }>;

function picturesOf(facts: Facts, { number, source }: PointsMatter): readonly Picture[] {
  if (source !== undefined) return [];
  return facts
    .of('material', number)
    .flatMap(({ file }) => (file === null ? [] : (facts.get('file', file) ?? [])));
}

/** Sent again; one picture sent for several matters was meant for all of them. */
function isShown(pictures: readonly Picture[], others: readonly Picture[]): boolean {
  return pictures.some(({ id, sha256 }) =>
    others.some((other) => other.id !== id && other.sha256 === sha256),
  );
}

/** What a register drafted and what was written by hand, whichever came first. */
function besideRegister(facts: Facts, matter: PointsMatter): readonly PointsMatter[] {
  if (matter.kind !== 'deduction') return [];
  const others = facts.of('matter', matter.subject);
  const byHand = ofDay(others, matter.deedOn).filter(
    (other) => other.kind === 'deduction' && (other.activity === null) !== (matter.activity === null),
  );
  const ofDues = ofItem(others, matter.item).filter(
    (other) =>
      other.drafted !== matter.drafted && isNearMonth(matter.drafted ? [matter, other] : [other, matter]),
  );
  return [...byHand, ...ofDues];
}

/** By hand without naming a month, in the drafted month or the one after, when it is noticed. */
function isNearMonth([{ duesMonth }, byHand]: readonly [PointsMatter, PointsMatter]): boolean {
  if (duesMonth === undefined || byHand.duesMonth !== undefined) return false;
  return [duesMonth, monthAfter(duesMonth)].includes(monthIn(byHand.deedOn));
}

/** The deduction for a month of dues that is still in force: a month costs once. */
export function duesDeduction(facts: Facts, subject: number, month: string): PointsMatter | undefined {
  return pointsMatters(facts, subject).find((other) => other.duesMonth === month && isAlive(facts, other));
}
