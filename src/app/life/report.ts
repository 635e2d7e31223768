import { z } from 'zod';
import { halfNameOf, halfYearOf, yearPeriod } from '../../domain/period/half-year.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { blankIn } from '../../domain/reports/known.js';
import { keepPrivate } from '../../domain/private.js';
import { toPerson, toSpeaker, withPaper } from '../reply.js';
import { done, openUseCase, refuse, useCase } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import { lifeKeepers } from './reminders.js';
import { categoryReport, periodReport } from './report-figures.js';

/** `/报告 半年|全年|分类 [年份]`: the figures of the half-year check and of the yearly reports, in private. */
export const showReport = useCase({
  name: 'life.report',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({ scope: z.enum(['half', 'year', 'categories']), year: z.int().nullable() }),
  run: (context, { scope, year }) => {
    const { facts, today, rulebookOf } = context;
    if (year !== null && year > yearOf(today)) return refuse('life.reportAhead', { year });
    const began = dateOf(facts.branch.createdAt);
    if (year !== null && year < yearOf(began)) return refuse('life.reportBefore', { year, began });
    if (scope === 'half') {
      const day = year === null || year === yearOf(today) ? today : `${String(year)}-12-31`;
      const half = halfYearOf(day, rulebookOf(yearOf(day)).reports.halfYearCheckMonth);
      const rulebook = rulebookOf(halfNameOf(half).year);
      const blank = blankIn(facts, half);
      const report = keepPrivate(periodReport({ facts, today, rulebook }, 'half', half));
      const order = { paper: 'report', report: 'half', ...halfNameOf(half) } as const;
      return done({
        replies: [withPaper(toSpeaker('life.periodReport', { report, checkDue: false, blank }), order)],
      });
    }
    const asked = year ?? usualYear(facts, today);
    const period = yearPeriod(asked);
    // By the rules of that year, as the paper that goes with it.
    const then = { facts, today, rulebook: rulebookOf(asked) };
    const blank = blankIn(facts, period);
    if (scope === 'categories') {
      const report = keepPrivate(categoryReport(then, period));
      const order = { paper: 'report', report: 'category', year: asked } as const;
      return done({ replies: [withPaper(toSpeaker('life.categoryReport', { report, blank }), order)] });
    }
    const report = keepPrivate(periodReport(then, 'year', period));
    const order = { paper: 'report', report: 'year', year: asked } as const;
    return done({
      replies: [withPaper(toSpeaker('life.periodReport', { report, checkDue: false, blank }), order)],
    });
  },
});

/** The half-year check (source, part two, 4: 每半年检查一次), with its report, to recorder and secretary. */
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
    const order = { paper: 'report', report: 'half', ...halfNameOf(half) } as const;
    return done({
      replies: lifeKeepers(facts).map((id) =>
        withPaper(
          toPerson(id, 'life.periodReport', { report, checkDue: true, blank: blankIn(facts, half) }),
          order,
        ),
      ),
    });
  },
});
