import { z } from 'zod';
import { openAppraisal } from '../../domain/appraisal/ballots.js';
import { holders } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, openUseCase, useCase } from '../use-case.js';

/** `/备份`: copies the database at once, and checks the copy before reporting it. */
export const makeBackup = useCase({
  name: 'upkeep.backup',
  who: ['secretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts }) => ({
    kind: 'backup',
    which: 'extra',
    then: (backup) => {
      if (backup.kind !== 'made') {
        const why = keepPrivate(backup.kind === 'failed' ? backup.why : ('other' as const));
        return done({ replies: [toSpeaker('upkeep.backupFailed', { why, daily: false })] });
      }
      const { folder, file, bytes, heads } = backup;
      // Figures of the copy, not of the running database.
      const { count, head } = heads.get(facts.branch.id) ?? { count: 0, head: '' };
      const card = {
        folder,
        file,
        bytes,
        entryCount: count,
        head,
        ballot: openAppraisal(facts) !== undefined,
      };
      return done({ replies: [toSpeaker('upkeep.backupMade', { backup: keepPrivate(card) })] });
    },
  }),
});

/** The daily copy (SPEC §4): nothing is said when it is made; `tell`: the secretary hears when it could not be. */
export const makeDailyBackup = openUseCase({
  name: 'upkeep.dailyBackup',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ tell: z.boolean() }),
  run: ({ facts }, { tell }) => ({
    kind: 'backup',
    which: 'daily',
    then: (backup) => {
      if (backup.kind !== 'failed' || !tell) return done({ replies: [] });
      const why = keepPrivate(backup.why);
      return done({
        replies: holders(facts, 'secretary').map(({ id }) =>
          toPerson(id, 'upkeep.backupFailed', { why, daily: true }),
        ),
      });
    },
  }),
});
