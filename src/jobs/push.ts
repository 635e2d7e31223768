import type { PushKind, PushRun } from '../app/ports/health.js';
import { pushKinds } from '../app/ports/health.js';
import type { MessageKey } from '../app/ports/store/store.js';
import type { Intent } from '../app/use-case.js';
import type { Facts } from '../domain/branch/facts.js';
import { onceFor } from '../domain/branch/once-for.js';
import { yearOf, type CivilTime } from '../domain/period/civil.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import { rulebookOfYear } from '../domain/rulebook/adopted.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** One run of a push that is due: a message from the clock, handled once. */
export interface Job {
  readonly kind: PushKind;
  /** Its activity or period, where one instant may have several. */
  readonly subject: string | null;
  readonly due: CivilTime;
  /** From then on the job expires in silence; null: always worth doing late. */
  readonly worthUntil: CivilTime | null;
  readonly intent: Intent;
}

export interface Calendar {
  readonly rulebook: Rulebook;
  readonly workingDays: WorkingDays;
}

export interface Known extends Calendar {
  readonly facts: Facts;
}

/** An instant at which a push may fall due, with the details its definition needs. */
export interface Moment {
  readonly due: CivilTime;
}

interface Run {
  readonly subject?: string | number;
  readonly intent: Intent;
}

/**
 * Every commit looks months ahead for the next job (`branch.next_due`), so a push answers in steps: the rows once, a
 * year's moments once per row and calendar, and then moment by moment until one has something to run. A moment or a run
 * may depend only on earlier facts (a matter opened, an activity called), so that nothing becomes due in the past.
 */
interface Definition<K extends PushKind, M extends Moment, R extends object> {
  readonly kind: K;
  /** Goes out on free days as well. */
  readonly anyDay?: true;
  /** Each year follows the rulebook that was in force in it. */
  readonly ownRulebook?: true;
  /** The rows that fall due, each on its own; by default the branch as a whole. May leave out those due by `from`. */
  readonly of?: (known: Known, from: CivilTime) => readonly R[];
  /**
   * The moments of a year, oldest first. They may lie in the year before or after, but never after those of the next
   * year.
   */
  readonly dueIn?: (year: number, calendar: Calendar, row: R) => readonly M[];
  /** Replaces it for a row with a few moments in any year. */
  readonly dueOf?: (row: R, calendar: Calendar) => readonly M[];
  /** Null: always. */
  readonly worth: 'always' | ((moment: M) => CivilTime | null);
  /** Empty when the facts give no reason. */
  readonly run: (moment: M, known: Known, row: R) => Run | undefined;
}

export interface Push<K extends PushKind = PushKind> {
  readonly kind: K;
  readonly anyDay: boolean;
  /** The jobs that fall due in (from, to], oldest first, each computed on demand. Pure. */
  readonly jobs: (from: CivilTime, to: CivilTime, known: Known) => Iterable<Job>;
}

/** Represents the branch in a push that is not about rows. */
const theBranch = {};

export function definePush<const K extends PushKind, M extends Moment, R extends object>(
  definition: Definition<K, M, R>,
): Push<K> {
  const { kind, of, worth, run, anyDay = false, ownRulebook = false } = definition;
  const { dueIn, dueOf = () => [] } = definition;
  const inYear = onceAYear<readonly M[], R>(dueIn ?? ((_, calendar, row) => dueOf(row, calendar)));

  function* momentsOf(row: R, from: CivilTime, to: CivilTime, known: Known): Iterable<M> {
    const [first, last] = dueIn ? [yearOf(from) - 1, yearOf(to) + 1] : [0, 0];
    for (let year = first; year <= last; year += 1) {
      const calendar = ownRulebook ? calendarOf(year, known) : known;
      const moments = inYear(year, calendar, row);
      for (let at = firstAfter(moments, from); at < moments.length; at += 1) {
        const moment = moments[at];
        if (moment === undefined || moment.due > to) return;
        yield moment;
      }
    }
  }

  return {
    kind,
    anyDay,
    *jobs(from, to, known) {
      const rows = of ? of(known, from) : [theBranch as R];
      const [only, ...others] = rows;
      if (only === undefined) return;
      const pairs = (row: R) => pairsOf(row, momentsOf(row, from, to, known));
      const all = others.length === 0 ? pairs(only) : rows.flatMap((row) => [...pairs(row)]).sort(inOrder);
      for (const { moment, row } of all) {
        const { subject = null, intent } = run(moment, known, row) ?? {};
        if (intent === undefined) continue;
        const worthUntil = worth === 'always' ? null : worth(moment);
        const { due } = moment;
        yield { kind, subject: subject === null ? null : String(subject), due, worthUntil, intent };
      }
    },
  };
}

function* pairsOf<M, R>(row: R, moments: Iterable<M>): Iterable<{ readonly moment: M; readonly row: R }> {
  for (const moment of moments) yield { moment, row };
}

function inOrder(one: { readonly moment: Moment }, other: { readonly moment: Moment }): number {
  return byDue(one.moment, other.moment);
}

function calendarOf(year: number, { facts, rulebook, workingDays }: Known): Calendar {
  return { rulebook: rulebookOfYear(facts, rulebook, year), workingDays };
}

function byDue(one: Moment, other: Moment): number {
  return one.due < other.due ? -1 : one.due > other.due ? 1 : 0;
}

/** The index of the first moment after `from` in a sorted list. */
function firstAfter(moments: readonly Moment[], from: CivilTime): number {
  let low = 0;
  for (let high = moments.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.due ?? '') > from) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A year of calendar arithmetic takes milliseconds and depends only on rulebook, working days and perhaps a row. */
export function onceAYear<T, R extends object = object>(
  compute: (year: number, calendar: Calendar, row: R) => T,
): (year: number, calendar: Calendar, row?: R) => T {
  const kept = onceFor(() => onceFor(() => onceFor(() => new Map<number, T>())));
  return (year, calendar, row = theBranch as R) => {
    const years = kept(calendar.workingDays)(calendar.rulebook)(row);
    const value = years.get(year) ?? compute(year, calendar, row);
    years.set(year, value);
    return value;
  };
}

const kinds: ReadonlySet<string> = new Set(pushKinds);

/**
 * `remind-day/7@2026-11-27T15:00:00`: the inbox row of this message claims the run (STYLE, "A job is a message from the
 * clock").
 */
export function messageOf({ kind, subject, due }: Job): MessageKey {
  const name = subject === null ? kind : `${kind}/${subject}`;
  return { channel: 'clock', messageId: `${name}@${due}` };
}

/** The run that a claim belongs to; undefined when no push of this version made it. */
export function runOf(messageId: string): PushRun | undefined {
  const [name = '', due = ''] = messageId.split('@');
  const [kind = ''] = name.split('/');
  return kinds.has(kind) && due !== '' ? { kind: kind as PushKind, due } : undefined;
}
