import { z } from 'zod';
import { isUrgent, missingAt, owedKinds, plannedIn, spanOf } from '../../domain/attendance/frequency.js';
import { dateOf, daysBetween } from '../../domain/period/civil.js';
import { refOfActivity } from '../../domain/attendance/references.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';
import { lifeKeepers } from './keepers.js';

/**
 * Calls to mind what the branch owes in the running month, quarter and year and has neither held nor announced
 * (source, part two, 4). Silent while nothing is urgent.
 */
export const remindOfFrequency = openUseCase({
  name: 'life.frequency',
  who: 'clock',
  place: 'anywhere',
  /** Any day of the month that is asked about; a late run still speaks of that month. */
  input: z.strictObject({ day: z.string() }),
  run: ({ facts, rulebook }, { day }) => {
    const missing = missingAt(facts, rulebook, day).map(({ kind, span }) => ({ kind, span }));
    const urgent = missing.filter(({ span }) => isUrgent(span, day));
    // A whole year ahead is nothing to be reminded of.
    const later = missing.filter(({ span }) => !isUrgent(span, day) && span.frequency !== 'yearly');
    const replies = urgent.length === 0 ? [] : lifeKeepers(facts);
    return done({ replies: replies.map((id) => toPerson(id, 'life.frequencyDue', { urgent, later })) });
  },
});

/**
 * What was missed in the spans that ended with the month before. Spans that began before the branch was kept here are
 * passed over: nobody wrote down what happened in them.
 */
export const tellMissed = openUseCase({
  name: 'life.missed',
  who: 'clock',
  place: 'anywhere',
  /** The last day of the month that has ended. */
  input: z.strictObject({ last: z.string() }),
  run: ({ facts, rulebook }, { last }) => {
    const began = dateOf(facts.branch.createdAt);
    const ended = owedKinds(facts, rulebook)
      .map(({ kind, frequency }) => ({ kind, span: spanOf(frequency, last) }))
      .filter(({ span }) => span.last === last && span.first >= began);
    const missed = ended.filter(({ kind, span }) => plannedIn(facts, kind, span).length === 0);
    const unclosed = ended
      .map(({ kind, span }) => plannedIn(facts, kind, span))
      .filter((planned) => planned.length > 0 && planned.every(({ state }) => state !== 'closed'))
      .flatMap((planned) => planned.slice(-1))
      .map((activity) => refOfActivity(facts, activity));
    if (missed.length + unclosed.length === 0) return done({ replies: [] });
    return done({
      replies: lifeKeepers(facts).map((id) => toPerson(id, 'life.frequencyMissed', { missed, unclosed })),
    });
  },
});

/** The report on managing members by category is due (source, part three: 9月10日前). */
export const remindOfReport = openUseCase({
  name: 'life.reportDue',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ on: z.string() }),
  run: ({ facts, today }, { on }) => {
    if (today > on) return done({ replies: [] });

    const days = daysBetween(today, on);
    return done({ replies: lifeKeepers(facts).map((id) => toPerson(id, 'life.reportDue', { on, days })) });
  },
});
