import { z } from 'zod';
import { holders, secretariat, superiors } from '../../domain/branch/people.js';
import { monthOf, yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { unfinishedYears, yearInHand } from '../../domain/year/in-hand.js';
import { listedIn } from '../../domain/year/table/lines.js';
import { movedSince, rescoredSince } from '../../domain/year/table/moved.js';
import { openMattersOf } from '../../domain/year/open-matters.js';
import { lastNoticeDay, yearState } from '../../domain/year/state.js';
import { doubtOf } from '../notices/doubt.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';
import { progressOf } from './progress.js';
import { movedRow, rescoredRow } from './table.js';

/** In January: the year has ended, and what comes next. */
export const announceYearEnd = openUseCase({
  name: 'year.startDue',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ year: z.int() }),
  run: ({ facts, today, rulebookOf }, { year }) => {
    const listed = listedIn(facts, rulebookOf(year), year);
    const waits =
      listed.length > 0 && yearInHand(facts, today) === year && yearState(facts, year).stage === 'open';
    if (!waits) return done({ replies: [] });
    const told = new Set([...secretariat(facts), ...holders(facts, 'recorder')].map(({ id }) => id));
    return done({ ids: [year], replies: [...told].map((id) => toPerson(id, 'year.yearStart', { year })) });
  },
});

/** From this month on those above hear of it as well. */
const superiorFrom = 4;

/**
 * Each month until it is done: years that have ended and are not archived, all of them, to recorder and secretary and,
 * after March, to 上级. January begins with `announceYearEnd`, so there it only speaks where an older year is open.
 */
export const remindOfUnfinished = openUseCase({
  name: 'year.unfinishedDue',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ month: z.string() }),
  run: (context, { month }) => {
    const { facts, today, rulebookOf } = context;
    const years = unfinishedYears(facts, today).filter(
      (year) => listedIn(facts, rulebookOf(year), year).length > 0,
    );
    const isAnnounced = monthOf(month) === 1 && years.every((year) => year === yearOf(month) - 1);
    if (years.length === 0 || isAnnounced) return done({ replies: [] });
    const standings = years.map((year) => progressOf(context, yearState(facts, year)));
    const next = standings.find(({ year }) => year === yearInHand(facts, today)) ?? null;
    const above = monthOf(month) >= superiorFrom ? superiors(facts) : [];
    const told = new Set(
      [...secretariat(facts), ...holders(facts, 'recorder'), ...above].map(({ id }) => id),
    );
    const said = { standings: keepPrivate(standings), next: keepPrivate(next) };
    return done({
      ids: years,
      replies: [...told].map((id) => toPerson(id, 'year.unfinished', said)),
    });
  },
});

/** The working day after the last day of a notice. Of several notices only the one that ends last speaks. */
export const announceNoticeEnd = openUseCase({
  name: 'year.noticeEnded',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ year: z.int(), until: z.string() }),
  run: (context, { year, until }) => {
    const { facts, rulebookOf } = context;
    const state = yearState(facts, year);
    if (state.stage !== 'noticed' || lastNoticeDay(state) !== until) return done({ replies: [] });
    const open = keepPrivate(openMattersOf(facts, year));
    const rulebook = rulebookOf(year);
    const moved = keepPrivate(movedSince(facts, rulebook, state).map((one) => movedRow(facts, one)));
    const rescored = keepPrivate(rescoredSince(facts, rulebook, state).map((one) => rescoredRow(facts, one)));
    const numbers = state.notices.map(({ notice }) => notice);
    const inDoubt = numbers.flatMap((notice) => doubtOf(context, notice) ?? []);
    const ended = { year, open, moved, rescored, inDoubt };
    return done({
      ids: [year],
      replies: secretariat(facts).map(({ id }) => toPerson(id, 'year.noticeEnded', ended)),
    });
  },
});
