import { z } from 'zod';
import { halfYearOf, yearPeriod } from '../../domain/period/half-year.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { usualReportYear } from '../../domain/reports/known.js';
import { done, openUseCase, refuse, toPerson, toSpeaker, useCase } from '../use-case.js';
import { lifeKeepers } from './keepers.js';
import { categoryReport, periodReport } from './report-figures.js';

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
    const period = yearPeriod(year ?? usualReportYear(facts, today));
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
