import { z } from 'zod';
import { behindAt, keptSince } from '../../domain/attendance/quota.js';
import type { Facts } from '../../domain/branch/facts.js';
import { membersHere, refOf, whyNotScored } from '../../domain/branch/people.js';
import { halfYearOf, yearPeriod } from '../../domain/period/half-year.js';
import { usualYear } from '../year/usual-year.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { monthIn } from '../../domain/period/months.js';
import { keepPrivate } from '../../domain/private.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { pointsMatters } from '../../domain/rulings/deeds.js';
import { scoreOf } from '../points/standing.js';
import { done, openUseCase, refuse, toPerson, toSpeaker, useCase, type Context } from '../use-case.js';
import { actionCounts, entriesIn, heldKinds, itemTotals, turnoutOf, type Period } from './figures.js';
import { lifeKeepers } from './keepers.js';
import type { CategoryLine, CategoryReport, PeriodReport } from './report-facts.js';

/** `/报告 半年|全年|分类 [年份]`: the figures of the half-year check and of the yearly reports, in private. */
export const showReport = useCase({
  name: 'life.report',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({ scope: z.enum(['half', 'year', 'categories']), year: z.int().nullable() }),
  run: (context, { scope, year }) => {
    const { facts, today, rulebook } = context;
    if (year !== null && year > yearOf(today)) return refuse('life.reportAhead', { year });
    const began = dateOf(facts.branch.createdAt);
    if (year !== null && year < yearOf(began)) return refuse('life.reportBefore', { year, began });
    if (scope === 'half') {
      const day = year === null || year === yearOf(today) ? today : `${String(year)}-12-31`;
      const half = halfYearOf(day, rulebook.reports.halfYearCheckMonth);
      const report = keepPrivate(periodReport(context, 'half', half));
      return done({ replies: [toSpeaker('life.periodReport', { report, checkDue: false })] });
    }
    const period = yearPeriod(year ?? usualYear(facts, today));
    if (scope === 'categories') {
      const report = keepPrivate(categoryReport(context, period));
      return done({ replies: [toSpeaker('life.categoryReport', { report })] });
    }
    const report = keepPrivate(periodReport(context, 'year', period));
    return done({ replies: [toSpeaker('life.periodReport', { report, checkDue: false })] });
  },
});

/** The half-year check (source, part two, 4: 每半年检查一次), to recorder and secretary. */
export const sendHalfYear = openUseCase({
  name: 'life.halfYear',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const { facts, rulebook, today } = context;
    const half = halfYearOf(today, rulebook.reports.halfYearCheckMonth);
    // A branch that is kept here only since then has nothing to check.
    if (dateOf(facts.branch.createdAt) > half.last) return done({ replies: [] });
    const report = keepPrivate(periodReport(context, 'half', half));
    return done({
      replies: lifeKeepers(facts).map((id) => toPerson(id, 'life.periodReport', { report, checkDue: true })),
    });
  },
});

function periodReport(context: Context, scope: 'half' | 'year', whole: Period): PeriodReport {
  const { facts, rulebook, today } = context;
  const period = { first: whole.first, last: whole.last < today ? whole.last : today };
  const members = membersHere(facts);
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

/** Months of which anything was entered; a month without is a month that nobody kept. */
function duesOf(facts: Facts, { first, last }: Period): PeriodReport['rules']['dues'] {
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

function categoryReport({ facts, rulebook, today }: Context, whole: Period): CategoryReport {
  const period = { first: whole.first, last: whole.last < today ? whole.last : today };
  const members = membersHere(facts).filter(({ joinedOn }) => dateOf(joinedOn) <= period.last);
  const year = yearOf(period.first);
  const lines = rulebook.categories
    .map(({ id }) => ({ id, of: members.filter(({ category }) => category === id) }))
    .filter(({ of }) => of.length > 0)
    .map(({ id, of }): CategoryLine => {
      const scored = of.filter((person) => whyNotScored(rulebook, person) === undefined);
      const sum = scored.reduce(
        (total, person) => total + scoreOf(facts, rulebook, person.id, year).total,
        0,
      );
      return {
        category: id,
        members: of.length,
        scored: scored.length,
        averageTenths: scored.length === 0 ? null : Math.round((sum * 10) / scored.length),
        turnout: turnoutOf(facts, of, period),
        bonuses: entriesIn(facts, rulebook, of, period, 'bonus').length,
        deductions: entriesIn(facts, rulebook, of, period, 'deduction').length,
        actions: actionCounts(facts, of, period),
      };
    });
  return {
    ...period,
    members: members.length,
    probationary: members.filter(({ probationary }) => probationary).length,
    exempt: members.filter(({ exempt }) => exempt).length,
    lines,
  };
}
