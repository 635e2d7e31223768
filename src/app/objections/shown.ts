import type { Facts } from '../../domain/branch/facts.js';
import { personOf } from '../../domain/branch/people.js';
import type { Publication } from '../../domain/notice/publication.js';
import type { Notice } from '../../domain/notice/rows.js';
import { shows } from '../../domain/notice/shown.js';
import { dateOf } from '../../domain/period/civil.js';
import { isPoints, standingEntries } from '../../domain/points/deeds.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { ObjectionMatter, PointsMatter } from '../../domain/rulings/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import type { ShownLine } from '../matters/objected.js';
import { pointsCard } from '../matters/points.js';
import { inRegister } from './register.js';

/**
 * What an objection to a notice may mean: the lines it names that still count, of the people whom its reason names if it
 * names any. Who objects plays no part in it, since the lines would show them.
 */
export function shownLines(
  facts: Facts,
  rulebook: Rulebook,
  { about, reason }: ObjectionMatter,
): readonly ShownLine[] {
  const notice = about.to === 'notice' ? facts.get('notice', about.number) : undefined;
  if (notice === undefined) return [];
  const all = correctable(facts, notice);
  const named = all.filter(({ subject }) => reason.includes(personOf(facts, subject).name));
  const meant = named.length > 0 ? named : all;
  return linesOf(facts, rulebook, meant);
}

function linesOf(facts: Facts, rulebook: Rulebook, matters: readonly PointsMatter[]): readonly ShownLine[] {
  return matters.map((matter) => ({
    card: pointsCard(facts, matter),
    register: inRegister(facts, rulebook, { to: 'matter', number: matter.number }),
  }));
}

function correctable(facts: Facts, notice: Notice): readonly PointsMatter[] {
  const numbers = facts
    .all('entry')
    .filter((entry) => entry.reverses === null && names(notice, entry) && !isArchived(facts, entry.year))
    .map(({ matter }) => matter);
  return standing(facts, numbers);
}

function standing(facts: Facts, numbers: readonly number[]): readonly PointsMatter[] {
  return [...new Set(numbers)].flatMap((number) => {
    const matter = facts.get('matter', number);
    return matter !== undefined && isPoints(matter) && standingEntries(facts, matter).length > 0
      ? [matter]
      : [];
  });
}

/** Whether a line of the notice names the entry; its totals hold others as well. */
function names(notice: Notice, entry: LedgerEntry): boolean {
  if (!shows(notice, entry)) return false;
  return notice.kind === 'yearly' || dateOf(entry.ruledAt) >= periodOf(notice).first;
}

/**
 * Whether something of the notice was put right since: a line taken back, a tier decided anew. What was added is any
 * member's: the answer names it.
 */
export function isPutRight(facts: Facts, notice: Notice, since: string): boolean {
  const shown = new Set(
    facts
      .all('entry')
      .filter((entry) => shows(notice, entry))
      .map(({ seq }) => seq),
  );
  const decided = notice.kind === 'yearly' ? facts.of('yearStep', notice.year) : [];
  return (
    facts
      .all('entry')
      .some(({ ruledAt, reverses }) => ruledAt >= since && reverses !== null && shown.has(reverses)) ||
    decided.some(({ at }) => at >= since)
  );
}

/** Whether this very matter has changed points since. */
export function isPostedSince(facts: Facts, number: number | null, since: string): boolean {
  return facts.all('entry').some(({ matter, ruledAt }) => matter === number && ruledAt >= since);
}

/** What was entered in the notice's year since and counts: one of it may be what the objection asked for. */
export function enteredSince(
  facts: Facts,
  rulebook: Rulebook,
  notice: Notice,
  since: string,
): readonly ShownLine[] {
  const entered = facts
    .all('entry')
    .filter(({ ruledAt, reverses, year }) => ruledAt >= since && reverses === null && year === notice.year)
    .map(({ matter }) => matter);
  return linesOf(facts, rulebook, standing(facts, entered));
}

function periodOf({ text }: Notice): Pick<Publication, 'first' | 'last'> {
  return JSON.parse(text) as Publication;
}
