/** What the reports tell, as text in the chat and as papers: both are made of these. */
import { behindAt, keptSince } from '../../domain/attendance/quota.js';
import type { Facts } from '../../domain/branch/facts.js';
import { refOf, whyNotScored } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { monthIn } from '../../domain/period/months.js';
import { membersOn } from '../../domain/roster/membership.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { pointsMatters } from '../../domain/points/deeds.js';
import { scoreOf } from '../../domain/year/table/score.js';
import type { Context } from '../use-case.js';
import type { Days } from '../../domain/period/civil.js';
import { actionCounts, entriesIn, heldKinds, itemTotals, turnoutOf } from './figures.js';
import type { CategoryLine, CategoryReport, ClassStanding, PeriodReport } from './report-facts.js';

/** What a report is computed from. */
type ReportContext = Pick<Context, 'facts' | 'rulebook' | 'today'>;

export function periodReport(context: ReportContext, scope: 'half' | 'year', whole: Days): PeriodReport {
  const { facts, rulebook, today } = context;
  const period = { first: whole.first, last: whole.last < today ? whole.last : today };
  const members = membersOn(facts, period.last);
  const deductions = entriesIn(facts, rulebook, members, period, 'deduction');
  const bonuses = entriesIn(facts, rulebook, members, period, 'bonus');
  return {
    scope,
    ...period,
    ended: whole.last < today,
    since: keptSince(facts, yearOf(period.last)),
    duties: {
      deductions: itemTotals(deductions),
      members: new Set(deductions.map(({ member }) => member)).size,
      open: members
        .flatMap(({ id }) => pointsMatters(facts, id))
        .filter(({ state, deedOn }) => state === 'open' && deedOn >= period.first && deedOn <= period.last)
        .length,
    },
    rules: { kinds: heldKinds(facts, rulebook, period), dues: duesOf(facts, period) },
    role: {
      bonuses: itemTotals(bonuses),
      members: new Set(bonuses.map(({ member }) => member)).size,
      actions: actionCounts(facts, members, period),
    },
    attendance: { ...turnoutOf(facts, members, period), behind: behind(facts, rulebook, period.last) },
  };
}

/** Months with any entry; the others were not kept. */
export function duesOf(facts: Facts, { first, last }: Days): PeriodReport['rules']['dues'] {
  const within = facts
    .all('dues')
    .filter(({ cancelled }) => cancelled !== true)
    .filter(({ month }) => month >= monthIn(first) && month <= monthIn(last));
  const months = [...new Set(within.map(({ month }) => month))].sort();
  return months.map((month) => ({ month, payments: within.filter((paid) => paid.month === month).length }));
}

function behind(facts: Facts, rulebook: Rulebook, until: string): PeriodReport['attendance']['behind'] {
  return behindAt(facts, rulebook, until).map(({ person, progress: { attended, expected } }) => ({
    person: refOf(facts, person),
    attended,
    expected,
  }));
}

export function categoryReport({ facts, rulebook, today }: ReportContext, whole: Days): CategoryReport {
  const period = { first: whole.first, last: whole.last < today ? whole.last : today };
  const members = membersOn(facts, period.last);
  const lines = rulebook.categories
    .map(({ id }) => ({ id, of: members.filter(({ category }) => category === id) }))
    .filter(({ of }) => of.length > 0)
    .map(({ id, of }): CategoryLine => ({ category: id, ...standingOf(facts, rulebook, of, period) }));
  return {
    ...period,
    members: members.length,
    probationary: members.filter(({ probationary }) => probationary).length,
    exempt: members.filter(({ exempt }) => exempt).length,
    lines,
  };
}

/** A class of members in one year. */
export function standingOf(
  facts: Facts,
  rulebook: Rulebook,
  of: readonly Person[],
  period: Days,
): ClassStanding {
  const year = yearOf(period.first);
  const scored = of.filter((person) => whyNotScored(rulebook, person) === undefined);
  const sum = scored.reduce((total, person) => total + scoreOf(facts, rulebook, person.id, year).total, 0);
  return {
    members: of.length,
    scored: scored.length,
    averageTenths: scored.length === 0 ? null : Math.round((sum * 10) / scored.length),
    turnout: turnoutOf(facts, of, period),
    bonuses: entriesIn(facts, rulebook, of, period, 'bonus').length,
    deductions: entriesIn(facts, rulebook, of, period, 'deduction').length,
    actions: actionCounts(facts, of, period),
  };
}
