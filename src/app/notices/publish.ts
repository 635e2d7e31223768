import { z } from 'zod';
import { isHere, personOf, secretariat, whoReleases } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { dateOf } from '../../domain/period/civil.js';
import { holdOf, publishTarget } from '../../domain/notice/holds.js';
import {
  endedPeriod,
  isBeforeBranch,
  ownPeriod,
  ownPublicationAt,
  type Period,
} from '../../domain/notice/period.js';
import {
  composePublication,
  noticeOf,
  publishedMembers,
  type Publication,
} from '../../domain/notice/publication.js';
import { isPublic } from '../../domain/notice/posting.js';
import type { Notice } from '../../domain/notice/rows.js';
import { phoneList } from '../care/phone-list.js';
import { here, toGroup, toPerson, withPaper, type Reply } from '../reply.js';
import type { FactsOf } from '../says.js';
import { doubtOf } from './doubt.js';
import { publicAlready } from './post.js';
import { sheetFor, sheetReplies } from './sheet.js';
import {
  done,
  openUseCase,
  refuse,
  useCase,
  type ActorContext,
  type Context,
  type Outcome,
} from '../use-case.js';

const periodName = z.strictObject({ year: z.int(), period: z.int() });

/** The clock's publication. A period that is held back or was published by hand is passed over in silence. */
export const publishDue = openUseCase({
  name: 'notices.publishDue',
  who: 'clock',
  place: 'anywhere',
  input: periodName,
  run: (context, name) => {
    const { facts, rulebook } = context;
    const period = ownPeriod(facts, rulebook, name);
    if (isBeforeBranch(facts, period)) return done({ replies: [] });
    if (noticeOf(facts, period) !== undefined || holdOf(facts, period) !== undefined)
      return done({ replies: [] });
    const content = composePublication(facts, rulebook, period);
    if (content.lines.length === 0) return done({ replies: [] });
    // Nothing unseen goes into the group: a new secretary publishes it by hand.
    if (secretariat(facts).length === 0)
      return done({
        replies: whoReleases(facts).map(({ id }) => toPerson(id, 'notices.publicationWaits', { period })),
      });
    const { changes, notice, replies } = post(context, content, null);
    return done({ changes, ids: [notice.number], replies });
  },
});

/** `/公示`: publishes now what has ended; for a period that still runs it lifts the hold. */
export const publishNow = useCase({
  name: 'notices.publish',
  who: ['secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ period: periodName.nullable() }),
  run: (context, { period: name }) => {
    const { facts, rulebook, now } = context;
    if (name !== null) return publishPeriod(context, ownPeriod(facts, rulebook, name));
    const target = publishTarget(facts, rulebook, now);
    switch (target.kind) {
      case 'which':
        return refuse('notices.whichPeriod', { periods: target.periods });
      case 'period':
        return publishPeriod(context, target.period);
    }
  },
});

function publishPeriod(context: ActorContext, period: Period): Outcome {
  const { facts, rulebook, actor, today, place } = context;
  const notice = noticeOf(facts, period);
  if (notice !== undefined) return again(context, notice, period);
  if (isBeforeBranch(facts, period))
    return refuse('notices.beforeBranch', { period, since: dateOf(facts.branch.createdAt) });
  const lifted = lift(context, period);
  if (today <= period.last) {
    if (lifted.length === 0) return refuse('notices.notEnded', { period, ready: readyPeriod(context) });
    const publishAt = ownPublicationAt(facts, rulebook, period, context.workingDays);
    return done({ changes: lifted, replies: [here('notices.released', { period, publishAt })] });
  }
  const content = composePublication(facts, rulebook, period);
  if (content.lines.length === 0) return refuse('notices.nobodyListed', { period });
  const { changes, notice: posted, replies } = post(context, content, actor.id);
  const { number, how } = posted;
  return done({
    changes: [...changes, ...lifted],
    ids: [number],
    replies: [
      ...replies,
      ...(how === 'group' && place === 'private' ? [here('notices.published', { period, number })] : []),
      ...(how !== 'group' && place === 'group' ? [here('notices.sheetMade', { notice: posted })] : []),
    ],
  });
}

/** Asked for once more: a sheet that waits comes again, or goes to the group where the branch has settled on that since. */
function again(context: ActorContext, notice: Notice, period: Period): Outcome {
  const { facts, actor, now, today, rulebook, place } = context;
  const { number, how, postedAt, text, entryCount, head } = notice;
  if (how === 'group')
    return refuse('notices.alreadyPublished', { period, number, postedAt, letter: doubtOf(context, number) });
  if (isPublic(facts, notice)) return publicAlready(context, notice);
  if (rulebook.publication.how !== 'group')
    return done({
      ids: [number],
      replies: [
        ...(place === 'group' ? [here('notices.sheetMade', { notice })] : []),
        sheetFor(actor.id, notice),
      ],
    });
  const content = JSON.parse(text) as Publication;
  const posting = { notice: number, how: 'group' as const, on: today, place: '', by: actor.id, at: now };
  return done({
    changes: [put('posting', posting)],
    ids: [number],
    replies: [
      groupNotice({ number, content, entryCount, head }),
      ...(place === 'private' ? [here('notices.published', { period, number })] : []),
      ...toPhone(context, number, period),
    ],
  });
}

/** The one that has ended last and waits to be published, to be offered in place of another. */
function readyPeriod({ facts, rulebook, today }: Context): Period | null {
  const period = endedPeriod(facts, rulebook, today);
  return isBeforeBranch(facts, period) || noticeOf(facts, period) !== undefined ? null : period;
}

/** Whose points are public now and who cannot read them here. */
function toPhone(context: Context, number: number, period: Period): readonly Reply[] {
  const { facts, rulebookOf } = context;
  const listed = publishedMembers(facts, rulebookOf(period.year), period).map(({ id }) => id);
  const persons = listed.filter((id) => isHere(personOf(facts, id)));
  return phoneList(context, facts, persons, { kind: 'publication', number, period });
}

function lift({ facts, now }: Context, period: Period): readonly Change[] {
  const hold = holdOf(facts, period);
  return hold === undefined ? [] : [put('hold', { ...hold, releasedAt: now })];
}

/** The notice keeps the content itself; the Chinese is made of it by the voice, now and whenever it is shown again. */
function post(
  context: Context,
  content: Publication,
  postedBy: number | null,
): { readonly changes: readonly Change[]; readonly notice: Notice; readonly replies: readonly Reply[] } {
  const { facts, now, sign, rulebook } = context;
  const number = facts.next('notice');
  const { year, period } = content;
  const { entryCount, head } = facts.branch;
  const text = JSON.stringify(content);
  const hash = sign('notice', text);
  const { how } = rulebook.publication;
  const written = { number, kind: 'periodic' as const, year, period, postedAt: now, postedBy, text, hash };
  const notice: Notice = { ...written, entryCount, head, how };
  const replies =
    how === 'group'
      ? [groupNotice({ number, content, entryCount, head }), ...toPhone(context, number, content)]
      : sheetReplies(facts, notice, postedBy);
  return { changes: [put('notice', notice)], notice, replies };
}

function groupNotice(said: FactsOf<'notices.publication'>): Reply {
  return withPaper(toGroup('notices.publication', said), {
    paper: 'publicationPicture',
    notice: said.number,
  });
}
