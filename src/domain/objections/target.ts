import { isPublic } from '../notice/posting.js';
import type { Facts } from '../branch/facts.js';
import { holds } from '../branch/people.js';
import type { Person } from '../roster/rows.js';
import { findItem } from '../rulebook/items.js';
import type { Rulebook } from '../rulebook/schema.js';
import { subjectKnows } from '../matters/kinds.js';
import type { Matter, ObjectionMatter, ObjectionTarget, PointsMatter } from '../rulings/rows.js';
import type { Notice } from '../notice/rows.js';
import { shows } from '../notice/shown.js';
import { dateOf, yearOf, type CivilDate } from '../period/civil.js';
import { isPoints } from '../points/deeds.js';

/**
 * How much a member may know of a matter they object to. No answer may reveal whom a number is about: publications show
 * another member's deduction with item and points, never with its number (SPEC §2, publication).
 */

const keepers = ['recorder', 'secretary', 'deputySecretary', 'supervisor'] as const;

/**
 * `told`: they may hear what it is about; `published`: they may object, but hear no more than the number; `no`: as if
 * it did not exist.
 */
type Knowledge = 'told' | 'published' | 'no';

export function knowledgeOf(facts: Facts, rulebook: Rulebook, person: Person, matter: Matter): Knowledge {
  if (matter.proposer === person.id) return 'told';
  // People kept from part of what is about themselves, officers too, know what their own list shows.
  if (matter.subject === person.id) return subjectKnows(facts, rulebook, matter) ? 'told' : 'no';
  const points = pointsBehind(facts, matter);
  if (points === undefined) return 'no';
  if (keepers.some((office) => holds(facts, person.id, office))) return 'told';
  const open = points.kind === 'bonus' && findItem(rulebook, points.item)?.publish === 'full';
  if (open) return 'told';
  return isPublished(facts, matter) ? 'published' : 'no';
}

/** Whether some publication has shown what the ruling on the matter posted. */
function isPublished(facts: Facts, { number, subject }: Matter): boolean {
  const posted = facts.of('entry', subject).filter((entry) => entry.matter === number);
  return posted.some((entry) =>
    facts.all('notice').some((notice) => isPublic(facts, notice) && shows(notice, entry)),
  );
}

/** What an objection is about, and how long it may be made (annex 1, 定期公布 and 年度公示; SPEC §3). */

function isSameTarget(one: ObjectionTarget, other: ObjectionTarget): boolean {
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
    .filter(
      (data) => (data.step === 'notice' || data.step === 'memberNotice') && data.notice === notice.number,
    )
    .at(-1);
  return posted !== undefined && 'until' in posted ? dateOf(posted.until) : undefined;
}
