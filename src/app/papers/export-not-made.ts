import { z } from 'zod';
import { notExported } from '../../domain/attendance/exported.js';
import { put } from '../../domain/branch/rows.js';
import { done, openUseCase } from '../use-case.js';

/**
 * An archive that was ordered could not be made: what should have been in it waits again, before the letter says so.
 *
 * @param orderedAt what another order has exported since stays exported
 */
export const exportNotMade = openUseCase({
  name: 'papers.exportNotMade',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ activities: z.array(z.int()), orderedAt: z.string() }),
  run: ({ facts }, { activities, orderedAt }) => {
    const rows = activities.flatMap((id) => notExported(facts, id, orderedAt));
    return done({ changes: rows.map((row) => put('activity', row)), replies: [], ids: activities });
  },
});
