import { refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import type { ObjectionMatter } from '../../domain/rulings/rows.js';
import { here, toPerson, toSpeaker } from '../reply.js';
import { done, type ActorContext, type Outcome } from '../use-case.js';

/** 维持, which `/驳回 N 理由` says as well: the ruling stands, and the objector hears why, in private. */
export function dismiss(context: ActorContext, matter: ObjectionMatter, explanation: string): Outcome {
  const { facts, actor, now, place } = context;
  const { number, about } = matter;
  const ruling = { matter: number, ruler: actor.id, decision: 'rejected' as const, at: now, meetingOn: null };
  return done({
    changes: [
      put('matter', { ...matter, state: 'rejected' }),
      put('ruling', { ...ruling, reason: explanation }),
    ],
    ids: [number],
    replies: [
      place === 'group'
        ? here('objections.answered', { number })
        : toSpeaker('objections.dismissedInFull', { number, about }),
      toPerson(matter.proposer, 'objections.dismissedTo', {
        number,
        about,
        by: refById(facts, actor.id),
        bySuperior: actor.kind === 'superior',
        explanation: keepPrivate(explanation),
      }),
    ],
  });
}
