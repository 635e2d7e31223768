import { z } from 'zod';
import { caredFor } from '../../domain/care/known.js';
import { holders } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';
import { careRow } from './cards.js';

/** Before a festival: whom to visit, to recorder and secretary, one private message each. Nobody to visit: silence. */
export const remindOfVisits = openUseCase({
  name: 'care.remind',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ festival: z.string(), on: z.string() }),
  run: ({ facts, rulebook, today }, { festival, on }) => {
    const rows = caredFor(facts, rulebook).map((one) => careRow(facts, one, yearOf(today)));
    if (rows.length === 0) return done({ replies: [] });
    const readers = [...holders(facts, 'recorder'), ...holders(facts, 'secretary')].map(({ id }) => id);
    return done({
      replies: [...new Set(readers)].map((reader) =>
        toPerson(reader, 'care.visitsAhead', { festival, on, rows: keepPrivate(rows) }),
      ),
    });
  },
});
