import type { Facts } from '../branch/facts.js';
import { groupedBy, onceFor } from '../branch/once-for.js';
import type { LedgerEntry } from './rows.js';
import type { Matter, PointsMatter } from '../rulings/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import { yearOf } from '../period/civil.js';
import { monthAfter, monthIn } from '../period/months.js';
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

const ofDayAll = onceFor((matters: readonly Matter[]) =>
  groupedBy(matters.filter(isPoints), ({ deedOn }) => deedOn),
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
 * Earlier matters of the same person that may be the same deed: of one item with the same day, reason or picture; what a
 * register drafts beside what somebody wrote by hand of the same month of dues, or of the day of the absence.
 */
export function alike(facts: Facts, rulebook: Rulebook, matter: PointsMatter): readonly number[] {
  return earlier(facts, rulebook, matter, [...inWords(facts, matter), ...shownAgain(facts, matter)]);
}

/** … without those that only share a picture: 全部 takes these. */
export function alikeInWords(facts: Facts, rulebook: Rulebook, matter: PointsMatter): readonly number[] {
  return earlier(facts, rulebook, matter, inWords(facts, matter));
}

function earlier(
  facts: Facts,
  rulebook: Rulebook,
  matter: PointsMatter,
  others: readonly PointsMatter[],
): readonly number[] {
  const near = [...new Set(others)]
    .filter((other) => other.number < matter.number && isAlive(facts, other))
    .sort((one, other) => one.number - other.number);
  if (near.length === 0) return [];
  const replaced = weakerDeeds(facts, rulebook, matter);
  return near.filter((other) => !replaced.includes(other)).map(({ number }) => number);
}

function inWords(facts: Facts, matter: PointsMatter): readonly PointsMatter[] {
  const beside = besideRegister(facts, matter);
  if (matter.drafted) return beside;
  const all = ofItem(facts, matter.subject, matter.item);
  return [
    ...beside,
    ...(byDay(all).get(matter.deedOn) ?? none),
    ...(byReason(all).get(matter.reason) ?? none),
  ];
}

/** Of one item, with a picture that was sent again. */
function shownAgain(facts: Facts, matter: PointsMatter): readonly PointsMatter[] {
  const pictures = picturesOf(facts, matter);
  if (pictures.length === 0) return none;
  return ofItem(facts, matter.subject, matter.item).filter((other) =>
    isShown(pictures, picturesOf(facts, other)),
  );
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
  if (matter.kind !== 'deduction') return none;
  const others = facts.of('matter', matter.subject);
  const ofDay = (ofDayAll(others).get(matter.deedOn) ?? none).filter(
    (other) => other.kind === 'deduction' && (other.activity === null) !== (matter.activity === null),
  );
  const ofDues = ofItem(facts, matter.subject, matter.item).filter(
    (other) =>
      other.drafted !== matter.drafted && isNearMonth(matter.drafted ? [matter, other] : [other, matter]),
  );
  return [...ofDay, ...ofDues];
}

/** By hand without naming a month, in the drafted month or the one after, when it is noticed. */
function isNearMonth([{ duesMonth }, byHand]: readonly [PointsMatter, PointsMatter]): boolean {
  if (duesMonth === undefined || byHand.duesMonth !== undefined) return false;
  return [duesMonth, monthAfter(duesMonth)].includes(monthIn(byHand.deedOn));
}

/** The deduction for a month of dues that still stands: a month costs once. */
export function duesDeduction(facts: Facts, subject: number, month: string): PointsMatter | undefined {
  return pointsMatters(facts, subject).find((other) => other.duesMonth === month && isAlive(facts, other));
}
