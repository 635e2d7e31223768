import { z } from 'zod';
import { secretariat } from '../../domain/branch/people.js';
import { holdOf } from '../../domain/notice/holds.js';
import { ownPeriod, ownPublicationAt } from '../../domain/notice/own-periods.js';
import { composePublication, noticeOf } from '../../domain/notice/publication.js';
import { keepPrivate } from '../../domain/private.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** Shows the secretary, or where there is none the deputies, what will be published. */
export const previewPublication = openUseCase({
  name: 'notices.preview',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ year: z.int(), period: z.int() }),
  run: ({ facts, rulebook, workingDays }, name) => {
    const period = ownPeriod(facts, rulebook, name);
    if (noticeOf(facts, period) !== undefined) return done({ replies: [] });
    const content = composePublication(facts, rulebook, period);
    if (content.lines.length === 0) return done({ replies: [] });
    const publishAt = ownPublicationAt(facts, rulebook, period, workingDays);
    const held = holdOf(facts, period) !== undefined;
    return done({
      replies: secretariat(facts).map(({ id }) =>
        toPerson(id, 'notices.preview', { content: keepPrivate(content), publishAt, held }),
      ),
    });
  },
});
