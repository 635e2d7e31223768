import { z } from 'zod';
import { isHere, personOf } from '../../domain/branch/people.js';
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
import { phoneList } from '../care/phone-list.js';
import { here, toGroup, withPaper, type Reply } from '../reply.js';
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
    const { changes, number, reply } = post(context, content, null);
    return done({ changes, ids: [number], replies: [reply, ...toPhone(context, number, period)] });
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
  if (notice !== undefined) {
    const { number, postedAt } = notice;
    return refuse('notices.alreadyPublished', { period, number, postedAt });
  }
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
  const { changes, number, reply } = post(context, content, actor.id);
  return done({
    changes: [...changes, ...lifted],
    ids: [number],
    replies: [
      reply,
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
  { facts, now, sign }: Context,
  content: Publication,
  postedBy: number | null,
): { readonly changes: readonly Change[]; readonly number: number; readonly reply: Reply } {
  const number = facts.next('notice');
  const { year, period } = content;
  const { entryCount, head } = facts.branch;
  const text = JSON.stringify(content);
  const hash = sign('notice', text);
  const kind = 'periodic' as const;
  return {
    number,
    changes: [
      put('notice', {
        number,
        kind,
        year,
        period,
        postedAt: now,
        postedBy,
        text,
        hash,
        entryCount,
        head,
        how: 'group',
      }),
    ],
    reply: withPaper(toGroup('notices.publication', { number, content, entryCount, head }), {
      paper: 'publicationPicture',
      notice: number,
    }),
  };
}
