/** Counts that a report is made of: computed from rows, nothing estimated. */
import type { Action } from '../../domain/actions/rows.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { owedKinds, plannedIn, spansIn } from '../../domain/attendance/frequency.js';
import { dueOf } from '../../domain/attendance/standing.js';
import type { Facts } from '../../domain/branch/facts.js';
import { whyNotScored } from '../../domain/branch/people.js';
import { dateOf, isIn, type Days } from '../../domain/period/civil.js';
import type { LedgerEntry, Side } from '../../domain/points/rows.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { ActionCounts, HeldKind, ItemTotal, Turnout } from './report-facts.js';

/** Entries of members who are scored, of deeds in the period, that nothing has reversed. */
export function entriesIn(
  facts: Facts,
  rulebook: Rulebook,
  members: readonly Person[],
  period: Days,
  side: Side,
): readonly LedgerEntry[] {
  return members
    .filter((person) => whyNotScored(rulebook, person) === undefined)
    .flatMap((person) => {
      const all = facts.of('entry', person.id);
      const reversed = new Set(all.map(({ reverses }) => reverses));
      return all.filter(
        (entry) =>
          entry.side === side &&
          entry.reverses === null &&
          !reversed.has(entry.seq) &&
          isIn(period, entry.deedOn),
      );
    });
}

/** By item, in the order of their numbers. */
export function itemTotals(entries: readonly LedgerEntry[]): readonly ItemTotal[] {
  const items = [...new Set(entries.map(({ item }) => item))].sort((one, other) => one - other);
  return items.map((item) => {
    const of = entries.filter((entry) => entry.item === item);
    return { item, times: of.length, points: of.reduce((sum, { points }) => sum + points, 0) };
  });
}

/**
 * How often each owed kind was held, and which spans ended without it. A span that began before the branch was kept
 * here does not count as lacking: it has no records.
 */
export function heldKinds(facts: Facts, rulebook: Rulebook, period: Days): readonly HeldKind[] {
  const began = dateOf(facts.branch.createdAt);
  return owedKinds(facts, rulebook).map((owed) => {
    const { kind, frequency } = owed;
    const ended = spansIn(rulebook, owed, period.first, period.last).filter(
      (span) => span.first >= began && span.last <= period.last,
    );
    return {
      kind,
      frequency,
      held: heldIn(facts, period).filter((activity) => activity.kind === kind).length,
      ended: ended.length,
      lacking: ended.filter((span) => !plannedIn(facts, kind, span).some(({ state }) => state === 'closed')),
    };
  });
}

/** Over all closed activities of the period, counting the members of whom it is asked. */
export function turnoutOf(facts: Facts, members: readonly Person[], period: Days): Turnout {
  return turnoutAt(facts, members, heldIn(facts, period));
}

export function turnoutAt(
  facts: Facts,
  members: readonly Person[],
  activities: readonly Activity[],
): Turnout {
  const asked = new Set(members.map(({ id }) => id));
  // Nobody is due at what is voluntary.
  const standings = activities
    .filter(({ required }) => required)
    .flatMap((activity) =>
      dueOf(facts, activity)
        .filter(({ row }) => asked.has(row.person))
        .map(({ standing }) => standing),
    );
  const count = (wanted: (typeof standings)[number]) =>
    standings.filter((standing) => standing === wanted).length;
  return {
    activities: activities.length,
    due: standings.length,
    present: count('present'),
    onLeave: count('onLeave'),
    absent: count('absent'),
  };
}

export function actionsIn(facts: Facts, members: readonly Person[], period: Days): readonly Action[] {
  const asked = new Set(members.map(({ id }) => id));
  return facts.all('action').filter(({ person, on }) => asked.has(person) && isIn(period, on));
}

export function actionCounts(facts: Facts, members: readonly Person[], period: Days): ActionCounts {
  const actions = actionsIn(facts, members, period);
  const count = (kind: keyof ActionCounts) => actions.filter((action) => action.kind === kind).length;
  return {
    fiveOnes: count('fiveOnes'),
    service: count('service'),
    role: count('role'),
    masses: count('masses'),
  };
}
