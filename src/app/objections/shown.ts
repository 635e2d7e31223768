import type { Facts } from '../../domain/branch/facts.js';
import { personOf } from '../../domain/branch/people.js';
import type { Publication } from '../../domain/notice/publication.js';
import type { Notice } from '../../domain/notice/rows.js';
import { shows } from '../../domain/notice/shown.js';
import { pointsBehind } from '../../domain/objections/target.js';
import { dateOf } from '../../domain/period/civil.js';
import { isPoints, standingEntries } from '../../domain/points/deeds.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { ObjectionMatter, PointsMatter } from '../../domain/rulings/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import type { EnteredLine, ShownLine } from '../matters/objected.js';
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
 * member's, and while another objection to the notice was upheld a line may have been taken back for that one: the
 * answer names it.
 */
export function isPutRight(facts: Facts, notice: Notice, objection: ObjectionMatter, since: string): boolean {
  if (notice.kind === 'yearly' && isDecidedAnew(facts, notice.year, objection, since)) return true;
  if (otherUpheld(facts, objection, since)) return false;
  const shown = new Set(
    facts
      .all('entry')
      .filter((entry) => shows(notice, entry))
      .map(({ seq }) => seq),
  );
  return facts
    .all('entry')
    .some(({ ruledAt, reverses }) => ruledAt >= since && reverses !== null && shown.has(reverses));
}

/** The tier of somebody whom the reason names, or of anybody where it names nobody. */
function isDecidedAnew(facts: Facts, year: number, { reason }: ObjectionMatter, since: string): boolean {
  const named = facts.all('person').filter(({ name }) => reason.includes(name));
  const isMeant = (person: number) => named.length === 0 || named.some(({ id }) => id === person);
  return facts
    .of('yearStep', year)
    .some(
      ({ at, data }) =>
        at >= since && (data.step === 'decision' || (data.step === 'tier' && isMeant(data.person))),
    );
}

/** Another objection to the same notice that was upheld and waits to be put right, or was closed since. */
function otherUpheld(facts: Facts, { number, about }: ObjectionMatter, since: string): boolean {
  return facts
    .all('matter')
    .some(
      (other) =>
        other.kind === 'objection' &&
        other.number !== number &&
        other.about.to === 'notice' &&
        other.about.number === about.number &&
        (other.state === 'open'
          ? other.upheld !== undefined
          : other.state === 'confirmed' && (facts.get('ruling', other.number)?.at ?? '') >= since),
    );
}

/** Whether this very matter has changed points since. */
export function isPostedSince(facts: Facts, number: number | null, since: string): boolean {
  return facts.all('entry').some(({ matter, ruledAt }) => matter === number && ruledAt >= since);
}

/**
 * What was entered in the notice's year since and counts, and what of the notice was taken back by a correction: one of it
 * may be what the objection asked for.
 */
export function enteredSince(facts: Facts, notice: Notice, since: string): readonly EnteredLine[] {
  const later = facts.all('entry').filter(({ ruledAt, year }) => ruledAt >= since && year === notice.year);
  const entered = standing(
    facts,
    later.filter(({ reverses }) => reverses === null).map(({ matter }) => matter),
  ).map((matter) => ({ number: matter.number, card: pointsCard(facts, matter) }));
  const corrected = [...new Set(later.map(({ matter }) => matter))].flatMap((number) => {
    const matter = facts.get('matter', number);
    const behind = matter?.kind === 'correction' ? pointsBehind(facts, matter) : undefined;
    return behind === undefined ? [] : [{ number, card: pointsCard(facts, behind) }];
  });
  return [...entered, ...corrected].sort((one, other) => one.number - other.number);
}

function periodOf({ text }: Notice): Pick<Publication, 'first' | 'last'> {
  return JSON.parse(text) as Publication;
}
