/** What an objection is about, and how long it may be made (annex 1, 定期公布 and 年度公示; SPEC §3). */
import type { Facts } from '../branch/facts.js';
import type { Notice } from '../notice/rows.js';
import type { Publication } from '../notice/publication.js';
import type { LedgerEntry } from '../points/rows.js';
import { dateOf, yearOf, type CivilDate } from '../period/civil.js';
import type { Matter, ObjectionMatter, ObjectionTarget, PointsMatter } from '../rulings/rows.js';
import { isPoints } from '../points/deeds.js';

export function isSameTarget(one: ObjectionTarget, other: ObjectionTarget): boolean {
  return one.to === other.to && one.number === other.number;
}

/** Objections of one person to one thing, oldest first. */
export function objectionsOf(
  facts: Facts,
  person: number,
  about: ObjectionTarget,
): readonly ObjectionMatter[] {
  const subject = about.to === 'notice' ? person : facts.get('matter', about.number)?.subject;
  return facts
    .of('matter', subject ?? 0)
    .filter((matter): matter is ObjectionMatter => matter.kind === 'objection')
    .filter((matter) => matter.proposer === person && isSameTarget(matter.about, about));
}

/** The bonus or deduction behind a matter: itself, or what a correction reverses. */
export function pointsBehind(facts: Facts, matter: Matter): PointsMatter | undefined {
  const behind = matter.kind === 'correction' ? facts.get('matter', matter.corrects) : matter;
  return behind !== undefined && isPoints(behind) ? behind : undefined;
}

/** The assessment year whose score the thing moves; undefined for what moves none. */
export function yearOfTarget(facts: Facts, about: ObjectionTarget): number | undefined {
  if (about.to === 'notice') return facts.get('notice', about.number)?.year;
  const matter = facts.get('matter', about.number);
  if (matter?.kind === 'veto') return yearOf(matter.deedOn);
  const points = matter === undefined ? undefined : pointsBehind(facts, matter);
  return points === undefined ? undefined : yearOf(points.deedOn);
}

/** Last day on which a yearly notice may be objected to; undefined for the others, which know no such day. */
export function lastDayOf(facts: Facts, notice: Notice): CivilDate | undefined {
  if (notice.kind !== 'yearly') return undefined;
  const posted = facts
    .of('yearStep', notice.year)
    .map(({ data }) => data)
    .find(
      (data) => (data.step === 'notice' || data.step === 'memberNotice') && data.notice === notice.number,
    );
  return posted !== undefined && 'until' in posted ? dateOf(posted.until) : undefined;
}

/** Whether the scores that a notice showed hold this entry, or its lines name it. */
export function shows(notice: Notice, entry: LedgerEntry): boolean {
  const ruledOn = dateOf(entry.ruledAt);
  if (notice.kind === 'yearly') return entry.year === notice.year && entry.ruledAt <= notice.postedAt;
  const { first, last } = JSON.parse(notice.text) as Pick<Publication, 'first' | 'last'>;
  return ruledOn <= last && (ruledOn >= first || entry.year === notice.year);
}
