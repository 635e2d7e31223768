import { z } from 'zod';
import { refById } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import type { TroubledLetter } from '../ports/store.js';
import { done, toSpeaker, useCase, type Context } from '../use-case.js';
import type { TroubledRow } from './says.js';

/**
 * `/补发`: letters of which nobody knows whether they arrived, or that the channel refused: to whom and when, and not
 * what, unless the group was to hear it.
 * `/补发 N…`: these are sent again. Whoever asks has found out whether they arrived.
 */
export const resendLetters = useCase({
  name: 'status.resend',
  who: ['secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ numbers: z.array(z.int()) }),
  run: (context, { numbers }) => {
    const rows = rowsOf(context);
    if (numbers.length === 0)
      return done({ replies: [toSpeaker('status.troubled', { rows: keepPrivate(rows) })] });
    const asked = [...new Set(numbers)];
    const again = rows.filter(({ id }) => asked.includes(id));
    const unknown = asked.filter((number) => !rows.some(({ id }) => id === number));
    return done({
      resend: again.map(({ id }) => id),
      ids: again.map(({ id }) => id),
      replies: [toSpeaker('status.resent', { rows: keepPrivate(again), unknown })],
    });
  },
});

function rowsOf({ facts, troubled }: Context): readonly TroubledRow[] {
  return troubled().map(({ id, state, createdAt, chat, person, groupText, progress }: TroubledLetter) => ({
    id,
    state,
    createdAt,
    to: person === null ? chat : refById(facts, person),
    groupText,
    fromPart: progress === 0 ? null : progress + 1,
  }));
}
