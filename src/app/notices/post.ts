import { z } from 'zod';
import { isHere, personOf } from '../../domain/branch/people.js';
import { ownPeriod } from '../../domain/notice/period.js';
import { publishedMembers } from '../../domain/notice/publication.js';
import { yearState } from '../../domain/year/state.js';
import { phoneList } from '../care/phone-list.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { aboutMember, isPublic, pendingNotices } from '../../domain/notice/posting.js';
import type { Notice } from '../../domain/notice/rows.js';
import { dateOf } from '../../domain/period/civil.js';
import { lastDayOfNotice } from '../../domain/year/public-notice.js';
import { here, toGroup, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';

/** Characters. */
const longestPlace = 30;

/** `/公示 已张贴 10月9日 一楼公示栏`, `/公示 已宣读 10月9日 支部大会`: from now on the notice is public. */
export const recordPosting = useCase({
  name: 'notices.post',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({
    how: z.enum(['board', 'meeting']),
    notice: z.int().nullable(),
    on: z.string(),
    at: z.string().min(1),
  }),
  run: (context, { how, notice: number, on, at: place }) => {
    const { facts, today } = context;
    if (Array.from(place).length > longestPlace)
      return refuse('notices.postingPlaceTooLong', { most: longestPlace });
    const named = number === null ? undefined : facts.get('notice', number);
    if (named !== undefined && isPublic(facts, named)) return publicAlready(context, named);
    const waiting = pendingNotices(facts).filter((notice) => number === null || notice.number === number);
    const [notice, ...others] = waiting;
    if (notice === undefined) return refuse('notices.nothingToPost', { number });
    if (others.length > 0) return refuse('notices.whichPosting', { notices: waiting, how, on, place });
    const made = dateOf(notice.postedAt);
    if (on > today || on < made) return refuse('notices.postingDate', { notice, on, made, how, place });
    return post(context, notice, { how, on, place });
  },
});

/** Refuses what would be recorded twice. */
export function publicAlready({ facts }: ActorContext, notice: Notice): Outcome {
  return refuse('notices.publicAlready', { notice, posting: facts.get('posting', notice.number) ?? null });
}

function post(
  context: ActorContext,
  notice: Notice,
  { how, on, place }: { readonly how: 'board' | 'meeting'; readonly on: string; readonly place: string },
): Outcome {
  const { actor, now, today, rulebookOf, workingDays } = context;
  const { number, kind, year } = notice;
  const posting = { notice: number, how, on, place, by: actor.id, at: now };
  // The branch first hears of it now: a posting entered late leaves them the whole time, not only what is left of it.
  const until = kind === 'yearly' ? lastDayOfNotice(rulebookOf(year).publicNotice, workingDays, today) : null;
  return done({
    changes: [
      put('posting', posting),
      ...(until === null ? [] : daysBegin(context, notice, aboutMember(notice), until)),
    ],
    ids: [number],
    replies: [
      toGroup('notices.posted', { notice, posting, until }),
      ...(context.place === 'private' ? [here('notices.postingRecorded', { notice, posting, until })] : []),
      ...toPhone(context, notice, until),
    ],
  });
}

/** Who has no account does not read the sentence in the group. */
function toPhone(context: ActorContext, notice: Notice, until: string | null): readonly Reply[] {
  const { facts, rulebookOf } = context;
  const { number, year } = notice;
  const isStillHere = (id: number) => isHere(personOf(facts, id));
  if (until !== null) {
    const persons = yearState(facts, year).lines.map(({ person }) => person);
    return phoneList(context, facts, persons.filter(isStillHere), { kind: 'yearly', number, year, until });
  }
  const period = ownPeriod(facts, context.rulebook, notice);
  const persons = publishedMembers(facts, rulebookOf(year), period).map(({ id }) => id);
  return phoneList(context, facts, persons.filter(isStillHere), { kind: 'publication', number, period });
}

/** The seven days of the year's results are counted from the posting. */
export function daysBegin(
  { facts, actor, now }: ActorContext,
  { number, year }: Notice,
  person: number | null,
  until: string,
): readonly Change[] {
  const data =
    person === null
      ? ({ step: 'notice', notice: number, until } as const)
      : ({ step: 'memberNotice', person, notice: number, until } as const);
  return [put('yearStep', { id: facts.next('yearStep'), year, at: now, by: actor.id, data })];
}
