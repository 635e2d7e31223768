import { z } from 'zod';
import { holders, secretariat } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { yearInHand } from '../../domain/year/in-hand.js';
import { listedIn } from '../../domain/year/table/lines.js';
import { movedSince, rescoredSince } from '../../domain/year/table/moved.js';
import { openMattersOf } from '../../domain/year/open-matters.js';
import { lastNoticeDay, yearState } from '../../domain/year/state.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';
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

/** The working day after the last day of a notice. Of several notices only the one that ends last speaks. */
export const announceNoticeEnd = openUseCase({
  name: 'year.noticeEnded',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ year: z.int(), until: z.string() }),
  run: ({ facts, rulebookOf }, { year, until }) => {
    const state = yearState(facts, year);
    if (state.stage !== 'noticed' || lastNoticeDay(state) !== until) return done({ replies: [] });
    const open = keepPrivate(openMattersOf(facts, year));
    const rulebook = rulebookOf(year);
    const moved = keepPrivate(movedSince(facts, rulebook, state).map((one) => movedRow(facts, one)));
    const rescored = keepPrivate(rescoredSince(facts, rulebook, state).map((one) => rescoredRow(facts, one)));
    const ended = { year, open, moved, rescored };
    return done({
      ids: [year],
      replies: secretariat(facts).map(({ id }) => toPerson(id, 'year.noticeEnded', ended)),
    });
  },
});
