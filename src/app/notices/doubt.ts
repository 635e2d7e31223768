import { z } from 'zod';
import { refById } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { keepers } from './sheet.js';
import type { TroubledLetter } from '../ports/store/store.js';
import { toPerson } from '../reply.js';
import { done, openUseCase, type Context } from '../use-case.js';
import type { TroubledRow } from '../status/says.js';

/** At once, and once each time it was sent: the group may not have heard this; until that is settled it is not done. */
export const tellDoubt = openUseCase({
  name: 'status.tellDoubt',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ letter: z.int() }),
  run: (context, { letter }) => {
    const row = context.troubled().find(({ id }) => id === letter);
    if (row === undefined) return done({ replies: [] });
    const said = { row: keepPrivate(troubledRow(context, row)) };
    return done({ replies: keepers(context.facts, null).map((id) => toPerson(id, 'status.inDoubt', said)) });
  },
});

/** The letter with this notice that may not have arrived. */
export function doubtOf({ troubled }: Context, notice: number): number | null {
  return troubled().find((letter) => letter.notice === notice)?.id ?? null;
}

export function troubledRow({ facts }: Context, letter: TroubledLetter): TroubledRow {
  const { id, state, createdAt, chat, person, groupText, progress, notice } = letter;
  return {
    id,
    state,
    createdAt,
    to: person === null ? chat : refById(facts, person),
    groupText,
    fromPart: progress === 0 ? null : progress + 1,
    notice,
  };
}
