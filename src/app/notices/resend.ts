import { z } from 'zod';
import { holds } from '../../domain/branch/people.js';
import type { Change } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { isBound } from '../../domain/roster/accounts.js';
import { lastDayOfNotice } from '../../domain/year/public-notice.js';
import { yearState } from '../../domain/year/state.js';
import { daysBegin } from './post.js';
import type { TroubledLetter } from '../ports/store/store.js';
import { toGroup, toSpeaker, type Reply } from '../reply.js';
import { done, useCase, type ActorContext } from '../use-case.js';
import { troubledRow } from './doubt.js';

/**
 * `/补发`: letters in doubt or refused by the channel: to whom and when, and the text only if it was for the group. `/补发
 * N…`: sends these again, after the speaker has found out whether they arrived; `/补发 N 已到`: they had. The recorder sees
 * to what was for the group.
 */
export const resendLetters = useCase({
  name: 'status.resend',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ numbers: z.array(z.int()), arrived: z.boolean() }),
  run: (context, { numbers, arrived }) => {
    const letters = lettersFor(context);
    const rows = (some: readonly TroubledLetter[]) =>
      keepPrivate(some.map((one) => troubledRow(context, one)));
    if (numbers.length === 0)
      return done({ replies: [toSpeaker('status.troubled', { rows: rows(letters) })] });
    const asked = [...new Set(numbers)];
    const named = letters.filter(({ id }) => asked.includes(id));
    const unknown = asked.filter((number) => !named.some(({ id }) => id === number));
    if (arrived) {
      const ids = named.map(({ id }) => id);
      const replies = [toSpeaker('status.arrived', { rows: rows(named), unknown })];
      return done({ arrived: ids, onRecord: ids.length > 0, ids, replies });
    }
    const again = named.filter((letter) => isReached(context, letter));
    const told = { rows: rows(again), unreached: rows(named.filter((one) => !again.includes(one))), unknown };
    const ids = again.map(({ id }) => id);
    const days = again.map((letter) => daysAgain(context, letter));
    return done({
      resend: ids,
      ids,
      changes: days.flatMap(({ changes }) => changes),
      replies: [...days.flatMap(({ replies }) => replies), toSpeaker('status.resent', told)],
    });
  },
});

export function lettersFor({ facts, actor, troubled }: ActorContext): readonly TroubledLetter[] {
  const seesAll = holds(facts, actor.id, 'secretary') || holds(facts, actor.id, 'deputySecretary');
  return troubled().filter(({ chat }) => seesAll || chat === 'group');
}

/** The account to which it went may have been taken away since. */
function isReached({ facts, speaker }: ActorContext, { person }: TroubledLetter): boolean {
  return person === null || isBound(facts, person, speaker.channel, speaker.login ?? null);
}

/** The days of a year's notice are counted from the day on which the group surely has it. */
function daysAgain(
  context: ActorContext,
  { notice: number }: TroubledLetter,
): { readonly changes: readonly Change[]; readonly replies: readonly Reply[] } {
  const { facts, rulebookOf, workingDays, today } = context;
  const notice = number === null ? undefined : facts.get('notice', number);
  const state = notice?.kind === 'yearly' ? yearState(facts, notice.year) : undefined;
  const posted = state?.notices.filter((one) => one.notice === number).at(-1);
  if (notice === undefined || state?.stage !== 'noticed' || posted === undefined)
    return { changes: [], replies: [] };
  const until = lastDayOfNotice(rulebookOf(notice.year).publicNotice, workingDays, today);
  if (until <= posted.until) return { changes: [], replies: [] };
  return {
    changes: daysBegin(context, notice, posted.person, until),
    replies: [toGroup('notices.daysAgain', { number: notice.number, until })],
  };
}
