import { z } from 'zod';
import { holds, personOf } from '../../domain/branch/people.js';
import type { Facts } from '../../domain/branch/facts.js';
import { shows } from '../../domain/notice/shown.js';
import { rulersOf } from '../../domain/rulings/four-eyes.js';
import { put } from '../../domain/branch/rows.js';
import { knowledgeOf } from '../../domain/objections/target.js';
import { keepPrivate } from '../../domain/private.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import type { ObjectionMatter, ObjectionTarget } from '../../domain/rulings/rows.js';
import { isTooLong, longestText } from '../free-text.js';
import { storeAttachments } from '../matters/materials.js';
import { announceReady, isOfficersObjection } from '../matters/announce.js';
import { toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';
import { targetCard } from './matter.js';
import { whyNotObject } from './objectable.js';

const target = z.strictObject({
  /** `either`: a bare number, which means the matter where there is one. */
  to: z.enum(['matter', 'notice', 'either']),
  number: z.int(),
});
export type WrittenTarget = z.infer<typeof target>;

/**
 * `/异议 N 理由`: members and 群众, in private. Objectors are on record but shielded: no one hears who they are (annex 1,
 * 定期公布 and 年度公示; SPEC §3).
 */
export const makeObjection = useCase({
  name: 'objections.object',
  who: 'people',
  place: 'private',
  input: z.strictObject({ target, reason: z.string().min(1) }),
  run: (context, { target: written, reason }) => {
    if (isTooLong(reason)) return refuse('rulings.textTooLong', { most: longestText });
    const { facts, rulebook, actor, now, kinds } = context;
    const { about, notice } = meantBy(context, written);
    const refused = whyNotObject(context, about, notice);
    if (refused !== undefined) return refused;
    const matter: ObjectionMatter = {
      ...openMatter(facts, now, { subject: subjectOf(context, about), proposer: actor.id }),
      kind: 'objection',
      about,
      reason,
    };
    const { number } = matter;
    const files = storeAttachments(facts, context.attachments);
    const changes = [put('matter', matter), ...files.changes, ...files.attachTo(number, actor.id, now, 1)];
    const after = facts.with(changes);
    return done({
      changes,
      contents: files.contents,
      ids: [number],
      replies: [
        toSpeaker('objections.opened', { number, about, target: keepPrivate(told(context, about)), notice }),
        ...announceReady({ facts: after, rulebook, kinds }, matter),
        ...wayOut(context, after, matter),
      ],
    });
  },
});

/** Nobody may answer, neither here nor above: a single line of the notice may find somebody who had no part in it. */
function wayOut({ actor }: ActorContext, after: Facts, matter: ObjectionMatter): readonly Reply[] {
  if (rulersOf(after, matter).persons.length > 0) return [];
  const notice = matter.about.to === 'notice' ? after.get('notice', matter.about.number) : undefined;
  const shown =
    notice === undefined ? [] : after.of('entry', actor.id).filter((entry) => shows(notice, entry));
  const lines = [...new Set(shown.filter(({ reverses }) => reverses === null).map((entry) => entry.matter))];
  return [
    toSpeaker('objections.nobodyAnswers', {
      number: matter.number,
      lines: keepPrivate(lines),
      secretaryKnows: holds(after, actor.id, 'secretary') || !isOfficersObjection(after, matter),
    }),
  ];
}

/** A bare number means the matter; where there is none, the notice of that number. */
function meantBy(
  { facts }: ActorContext,
  { to, number }: WrittenTarget,
): { readonly about: ObjectionTarget; readonly notice: number | null } {
  if (to !== 'either') return { about: { to, number }, notice: null };
  const notice = facts.get('notice', number)?.number ?? null;
  if (facts.get('matter', number) === undefined && notice !== null)
    return { about: { to: 'notice', number }, notice: null };
  return { about: { to: 'matter', number }, notice };
}

function subjectOf({ facts, actor }: ActorContext, { to, number }: ObjectionTarget): number {
  return to === 'notice' ? actor.id : personOf(facts, facts.get('matter', number)?.subject ?? 0).id;
}

function told({ facts, rulebook, actor }: ActorContext, about: ObjectionTarget) {
  const matter = about.to === 'matter' ? facts.get('matter', about.number) : undefined;
  const knows = matter === undefined || knowledgeOf(facts, rulebook, actor, matter) === 'told';
  return knows ? targetCard({ facts, rulebook }, about) : null;
}
