import { z } from 'zod';
import { refById } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { isBound } from '../../domain/roster/accounts.js';
import type { TroubledLetter } from '../ports/store.js';
import { toSpeaker } from '../reply.js';
import { done, useCase, type Context } from '../use-case.js';
import type { TroubledRow } from './says.js';

/**
 * `/补发`: letters in doubt or refused by the channel: to whom and when, and the text only if it was for the group. `/补发
 * N…`: sends these again, after the speaker has found out whether they arrived.
 */
export const resendLetters = useCase({
  name: 'status.resend',
  who: ['secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ numbers: z.array(z.int()) }),
  run: (context, { numbers }) => {
    const letters = context.troubled();
    const rows = (some: readonly TroubledLetter[]) => keepPrivate(some.map((one) => rowOf(context, one)));
    if (numbers.length === 0)
      return done({ replies: [toSpeaker('status.troubled', { rows: rows(letters) })] });
    const asked = [...new Set(numbers)];
    const named = letters.filter(({ id }) => asked.includes(id));
    const again = named.filter((letter) => isReached(context, letter));
    const told = {
      rows: rows(again),
      unreached: rows(named.filter((letter) => !again.includes(letter))),
      unknown: asked.filter((number) => !named.some(({ id }) => id === number)),
    };
    const ids = again.map(({ id }) => id);
    return done({ resend: ids, ids, replies: [toSpeaker('status.resent', told)] });
  },
});

/** The account to which it went may have been taken away since. */
function isReached({ facts, speaker }: Context, { person }: TroubledLetter): boolean {
  return person === null || isBound(facts, person, speaker.channel, speaker.login ?? null);
}

function rowOf({ facts }: Context, letter: TroubledLetter): TroubledRow {
  const { id, state, createdAt, chat, person, groupText, progress } = letter;
  return {
    id,
    state,
    createdAt,
    to: person === null ? chat : refById(facts, person),
    groupText,
    fromPart: progress === 0 ? null : progress + 1,
  };
}
