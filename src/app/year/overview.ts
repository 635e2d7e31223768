import { z } from 'zod';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { archivedYear } from '../../domain/year/archived.js';
import { lastArchived, yearInHand } from '../../domain/year/in-hand.js';
import { movedSince, rescoredSince } from '../../domain/year/table/moved.js';
import { yearState } from '../../domain/year/state.js';
import { toGroup, toSpeaker, withPaper } from '../reply.js';
import { done, useCase } from '../use-case.js';
import { progressOf } from './progress.js';
import { movedRow, rescoredRow, tableOf } from './table.js';

/**
 * `/年度`: how far the year has got, and the exact line that comes next; with `图片` also as a picture without any score.
 */
export const showYear = useCase({
  name: 'year.overview',
  who: ['secretary', 'deputySecretary', 'recorder', 'supervisor', 'superior', 'inspector'],
  place: 'anywhere',
  input: z.strictObject({ picture: z.boolean() }),
  run: (context, { picture }) => {
    const { facts, today, rulebookOf, place } = context;
    const year = yearInHand(facts, today);
    if (year === null) {
      const archived = archivedYear(facts, lastArchived(facts));
      return done({ replies: [toSpeaker('year.nothingInHand', { archived, next: yearOf(today) })] });
    }
    const paper = { paper: 'yearPicture', year } as const;
    // Typed in the group it is for the group: steps and days, no score.
    if (picture && place === 'group')
      return done({ replies: [withPaper(toGroup('year.pictured', { year }), paper)] });
    const state = yearState(facts, year);
    const table = state.stage === 'open' ? null : tableOf(context, state);
    const rulebook = rulebookOf(year);
    const moved = movedSince(facts, rulebook, state).map((one) => movedRow(facts, one));
    const rescored = rescoredSince(facts, rulebook, state).map((one) => rescoredRow(facts, one));
    const reply = toSpeaker('year.overview', {
      progress: keepPrivate(progressOf(context, state)),
      table: keepPrivate(table),
      moved: keepPrivate(moved),
      rescored: keepPrivate(rescored),
    });
    return done({ replies: [picture ? withPaper(reply, paper) : reply] });
  },
});
