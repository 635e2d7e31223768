import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holders, secretariat } from '../../domain/branch/people.js';
import { pendingNotices } from '../../domain/notice/posting.js';
import type { Notice } from '../../domain/notice/rows.js';
import { toPerson, withPaper, type Reply } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** Who puts a sheet up or sees to it: recorder and secretary, and who asked for it. */
export function keepers(facts: Facts, asked: number | null): readonly number[] {
  const persons = [...holders(facts, 'recorder'), ...secretariat(facts)].map(({ id }) => id);
  return [...new Set([...persons, ...(asked === null ? [] : [asked])])];
}

/** The sheet in private, with the question when and where it is put up. */
export function sheetReplies(facts: Facts, notice: Notice, asked: number | null): readonly Reply[] {
  return keepers(facts, asked).map((person) => sheetFor(person, notice));
}

export function sheetFor(person: number, notice: Notice): Reply {
  return withPaper(toPerson(person, 'notices.sheet', { notice }), {
    paper: 'noticeSheet',
    notice: notice.number,
  });
}

/** Each working day until somebody has recorded it. */
export const remindOfPosting = openUseCase({
  name: 'notices.remindOfPosting',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ notice: z.int() }),
  run: ({ facts }, { notice: number }) => {
    const notice = pendingNotices(facts).find((waiting) => waiting.number === number);
    if (notice === undefined) return done({ replies: [] });
    const replies = keepers(facts, null).map((id) => toPerson(id, 'notices.postingReminder', { notice }));
    return done({ ids: [number], replies });
  },
});
