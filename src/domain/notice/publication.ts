/**
 * What a publication holds (SPEC §2): scores as of the end of the period, and what was ruled in it. Never
 * reasons, evidence, witnesses, kinds of leave; no grade either, since one of them speaks of relatives.
 */
import type { Facts } from '../branch/facts.js';
import { personOf, refOf, whyNotScored, type PersonRef } from '../branch/people.js';
import type { Notice } from './rows.js';
import type { LedgerEntry } from '../points/rows.js';
import { membersOn } from '../roster/membership.js';
import type { Person } from '../roster/rows.js';
import { dateOf } from '../period/civil.js';
import { computeScore, sumsOf, type Sums } from '../points/score.js';
import { rulebookOfYear } from '../rulebook/adopted.js';
import { findItem } from '../rulebook/items.js';
import type { Rulebook } from '../rulebook/schema.js';
import { certifiedVeto } from '../veto/matter.js';
import type { Period, PeriodName } from './period.js';

/** An entry ruled in the period. */
export interface PublishedEntry {
  /** Null where the rulebook shields people who opposed a wrong: points only. */
  readonly item: { readonly number: number; readonly title: string } | null;
  /** Signed. */
  readonly points: number;
  /** The deed belongs to an earlier year, whose score it changes: 上年补记. */
  readonly earlierYear: boolean;
  /** It takes back an earlier entry: 更正. */
  readonly reversal: boolean;
}

export interface PublishedLine extends Sums {
  readonly person: PersonRef;
  readonly entries: readonly PublishedEntry[];
}

/** Kept as JSON in `notice.text`, so that what was published can be shown again as it was and checked by its hash. */
export interface Publication extends Period {
  readonly lines: readonly PublishedLine[];
}

/**
 * By the rulebook of the period's year; late entries of an earlier year use that year's own.
 * @param period may still be running; then the lines are the present ones (the preview).
 */
export function composePublication(facts: Facts, today: Rulebook, period: Period): Publication {
  const rulebook = rulebookOfYear(facts, today, period.year);
  const members = inOrder(rulebook, publishedMembers(facts, rulebook, period));
  return { ...period, lines: members.map((member) => publishedLine(facts, rulebook, period, member)) };
}

/** Whose scores a period shows, by roster: who was a scored member on its last day. Of the dead nothing is published. */
export function publishedMembers(
  facts: Facts,
  rulebook: Rulebook,
  { last }: Pick<Period, 'last'>,
): readonly Person[] {
  return membersOn(facts, last)
    .filter((person) => whyNotScored(rulebook, person) === undefined)
    .filter(({ id }) => personOf(facts, id).leftHow !== 'deceased');
}

/** In the order of publications. */
export function inOrder(rulebook: Rulebook, members: readonly Person[]): readonly Person[] {
  return ordered(rulebook.publication.order, members);
}

/** By roster, as they come, or by surname strokes. Never by points (SPEC §2, ranking). */
export function ordered(
  order: Rulebook['publication']['order'],
  members: readonly Person[],
): readonly Person[] {
  switch (order) {
    case 'roster':
      return members;
    case 'surnameStrokes': {
      const strokes = new Intl.Collator('zh-u-co-stroke');
      return [...members].sort((one, other) => strokes.compare(one.name, other.name) || one.id - other.id);
    }
  }
}

/** A member at the end of a period. @param rulebook of the period's year */
export function publishedLine(
  facts: Facts,
  rulebook: Rulebook,
  period: Period,
  member: Person,
): PublishedLine {
  const ruled = facts.of('entry', member.id).filter((entry) => dateOf(entry.ruledAt) <= period.last);
  const ofYear = ruled.filter((entry) => entry.year === period.year);
  const vetoed = vetoedBy(facts, member.id, period);
  const sums = sumsOf(computeScore(ofYear, rulebook.scoring, vetoed));
  const entries = ruled
    .filter((entry) => dateOf(entry.ruledAt) >= period.first)
    .map((entry) => entryOf(rulebookOfYear(facts, rulebook, entry.year), period, entry));
  return { person: refOf(facts, member), ...sums, entries };
}

/** All that counts for the year so far, as publications show it. @param rulebook of the year */
export function publishedEntries(
  facts: Facts,
  rulebook: Rulebook,
  member: number,
  year: number,
): readonly PublishedEntry[] {
  return facts
    .of('entry', member)
    .filter((entry) => entry.year === year)
    .map((entry) => entryOf(rulebook, { year }, entry));
}

/** Certified by the end of the period. */
function vetoedBy(facts: Facts, member: number, { year, last }: Period): boolean {
  const veto = certifiedVeto(facts, member, year);
  return veto !== undefined && dateOf(facts.get('ruling', veto.number)?.at ?? '') <= last;
}

function entryOf(rulebook: Rulebook, { year }: Pick<Period, 'year'>, entry: LedgerEntry): PublishedEntry {
  const item = findItem(rulebook, entry.item);
  const shown = item !== undefined && item.publish === 'full';
  return {
    item: shown ? { number: item.number, title: item.title } : null,
    points: entry.points,
    earlierYear: entry.year < year,
    reversal: entry.reverses !== null,
  };
}

/** The notice of this period, if it was published. */
export function noticeOf(facts: Facts, { year, period }: PeriodName): Notice | undefined {
  return facts.of('notice', year).find((notice) => notice.kind === 'periodic' && notice.period === period);
}
