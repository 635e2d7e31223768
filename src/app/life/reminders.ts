import type { Facts } from '../../domain/branch/facts.js';
import { holders, secretariat, refOf } from '../../domain/branch/people.js';
import { z } from 'zod';
import { isUrgent, missingAt, owedKinds, plannedIn, spanFor } from '../../domain/attendance/frequency.js';
import { isAwayOn } from '../../domain/roster/away.js';
import { dateOf, daysBetween, yearOf } from '../../domain/period/civil.js';
import { refOfActivity } from '../../domain/attendance/references.js';
import { toPerson, type Reply } from '../reply.js';
import { done, openUseCase, type Context } from '../use-case.js';
import { countedActivities, keptSince, monthsOf, progressOfAll } from '../../domain/attendance/quota.js';
import { keepPrivate } from '../../domain/private.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type { BehindLine } from './says.js';

/** Who keeps organisational life going: the recorder and the secretary, or the deputies where there is none. */
export function lifeKeepers(facts: Facts): readonly number[] {
  return [...new Set([...holders(facts, 'recorder'), ...secretariat(facts)].map(({ id }) => id))];
}

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
 * What was missed in the spans that ended with last month. Spans that began before the branch was kept here are
 * skipped: they have no records.
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
      .map((owed) => ({ kind: owed.kind, span: spanFor(rulebook, owed, last) }))
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

type Known = ReturnType<typeof progressOfAll>;

/**
 * Once a quarter each member hears their own number, and recorder and secretary who is behind: a warning, never a
 * deduction, never in the group (annex 2, item 16; SPEC §2). Silent where the branch closed no such activity this year:
 * it keeps its register elsewhere.
 */
export const sendProgress = openUseCase({
  name: 'life.progress',
  who: 'clock',
  place: 'anywhere',
  /** `until`: the last day of the quarter. */
  input: z.strictObject({ until: z.string() }),
  run: (context, { until }) => {
    const { facts, rulebook } = context;
    if (countedActivities(facts, rulebook, until).length === 0) return done({ replies: [] });
    // Who lives elsewhere on that day (流动党员) is not asked to come meanwhile: the progress rests.
    const all = progressOfAll(facts, rulebook, until).filter(({ person }) => !isAwayOn(person, until));
    return done({ replies: [...toEach(context, all, until), ...toKeepers(context, all, until)] });
  },
});

function toEach({ facts }: Context, all: Known, until: string): readonly Reply[] {
  const year = yearOf(until);
  const since = keptSince(facts, year);
  return all
    .filter(({ person }) => accountsOf(facts, person.id).length > 0)
    .map(({ person, progress: { quota, attended, hours } }) => {
      const partOfYear = monthsOf(facts, person, year, 12) < 12;
      const progress = { year, until, quota, attended, hours, partOfYear, since };
      const own = { person: refOf(facts, person), ...progress };
      return toPerson(person.id, 'life.progress', { progress: keepPrivate(own) });
    });
}

function toKeepers({ facts }: Context, all: Known, until: string): readonly Reply[] {
  const lines = all
    .filter(({ progress }) => progress.attended < progress.expected)
    .map(({ person, progress }): BehindLine => {
      const hasAccount = accountsOf(facts, person.id).length > 0;
      return { person: refOf(facts, person), ...progress, hasAccount };
    });
  const year = yearOf(until);
  const since = keptSince(facts, year);
  const said = { year, until, members: all.length, since, lines: keepPrivate(lines) };
  return lines.length === 0 ? [] : lifeKeepers(facts).map((id) => toPerson(id, 'life.behind', said));
}
