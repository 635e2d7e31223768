import { z } from 'zod';
import { put } from '../../domain/branch/rows.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import { addMinutes, yearOf } from '../../domain/period/civil.js';
import { adoptedFor, readContent } from '../../domain/rulebook/adopted.js';
import { allItems, readWording, withWording } from '../../domain/rulebook/wording.js';
import type { RulebookMatter } from '../../domain/rulings/rows.js';
import { announceReady, seatOf } from '../matters/announce.js';
import type { Effect } from '../matters/kind.js';
import { storeAttachments } from '../matters/materials.js';
import { here, toSpeaker } from '../reply.js';
import { annexAwaited, pictureWithin, talkOf } from '../talk.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';

/** `/细则 原文`, with the office's annex: papers say the items in its words; an officer who did not bring it in rules. */
export const proposeWording = useCase({
  name: 'rulebook.wording',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const { attachments, facts, rulebook, readDocument } = context;
    const waiting = facts.open().find((matter) => matter.kind === 'rulebook' && matter.meetingOn === null);
    if (waiting !== undefined) return refuse('rulebook.wordingWaits', { number: waiting.number });
    const [file, ...others] = attachments;
    if (file === undefined) return awaitAnnex(context);
    if (others.length > 0) return refuse('rulebook.wordingFileMissing', {});
    const { name } = file;
    const read =
      file.kind === 'picture' ? ({ ok: false, why: 'notDocx' } as const) : readDocument(file.bytes);
    if (!read.ok) return refuse('rulebook.wordingUnreadable', { name, why: read.why });
    const wording = readWording(read.document, rulebook);
    if (!wording.ok) return refuse('rulebook.wordingRefused', { name, problems: wording.problems });
    const { texts, unknown } = wording.found;
    const { source } = inForce(context);
    const content = JSON.stringify(withWording(source, texts, rulebook));
    const after = readContent(content);
    if (after === undefined) throw new Error('a rulebook with other words does not read');
    const isSame = allItems(rulebook).every(
      (item, at) => item.wording !== undefined && item.wording === allItems(after)[at]?.wording,
    );
    if (isSame) return refuse('rulebook.wordingAlready', { name });
    return open(context, { version: after.version, content, unknown });
  },
});

/** Most chats send a file as a message of its own. */
function awaitAnnex({ facts, actor, now }: ActorContext): Outcome {
  const until = addMinutes(now, pictureWithin);
  const talk = {
    ...talkOf(facts, actor.id),
    materialFor: annexAwaited,
    picturesFor: null,
    materialUntil: until,
  };
  return done({ changes: [put('talk', talk)], replies: [here('rulebook.wordingAwaited', { until })] });
}

/** The plain data of what this year is kept by. */
function inForce({ facts, configured, now }: ActorContext): { readonly source: unknown } {
  const row = adoptedFor(facts, yearOf(now));
  return row === undefined ? configured : { source: JSON.parse(row.content) as unknown };
}

function open(
  context: ActorContext,
  { version, content, unknown }: Pick<RulebookMatter, 'version' | 'content'> & { unknown: readonly number[] },
): Outcome {
  const { facts, actor, now, rulebook } = context;
  const matter: RulebookMatter = {
    ...openMatter(facts, now, { subject: actor.id, proposer: actor.id }),
    ...{ kind: 'rulebook', version, title: rulebook.title, meetingOn: null, content },
  };
  const { number } = matter;
  const files = storeAttachments(facts, context.attachments);
  const talk = facts.get('talk', actor.id);
  const changes = [
    put('matter', matter),
    ...files.changes,
    ...files.attachTo(number, actor.id, now, 1),
    ...(talk?.materialFor === annexAwaited ? [put('talk', { ...talk, materialFor: null })] : []),
  ];
  const after = facts.with(changes);
  const seat = seatOf(after, matter);
  const compared = { before: rulebook, after: readContent(content) ?? rulebook };
  return done({
    changes,
    contents: files.contents,
    ids: [number],
    replies: [
      here('rulebook.wordingProposed', { number, count: allItems(compared.after).length, seat }),
      toSpeaker('rulebook.wordingFound', { ...compared, unknown }),
      ...announceReady({ ...context, facts: after }, matter),
    ],
  });
}

/** From the first year that is not archived: no points change, and what was archived keeps the words it had. */
export function adoptWording({ facts, now }: ActorContext, matter: RulebookMatter): Effect {
  const { number, version, content } = matter;
  const archived = facts.all('yearRecord').map(({ year }) => year + 1);
  const fromYear = Math.max(adoptedFor(facts, yearOf(now))?.fromYear ?? 0, ...archived);
  const no = facts.next('rulebook');
  return {
    changes: [
      put('rulebook', { no, version, fromYear, content, matter: number, meetingOn: null, adoptedAt: now }),
    ],
    result: { kind: 'worded', number },
    replies: [],
  };
}
