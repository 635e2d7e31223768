import { uphold } from './uphold.js';
import { targetCard } from './cards.js';
import { materialTexts } from '../matters/points.js';
import { refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import type { ObjectionMatter } from '../../domain/rulings/rows.js';
import { here, toPerson, toSpeaker } from '../reply.js';
import { done, type ActorContext, type Outcome } from '../use-case.js';
import type { Kind } from '../matters/kind.js';

export const objection: Kind<ObjectionMatter> = {
  card: ({ facts }, { number, about, reason }) => ({
    kind: 'objection',
    about,
    target: targetCard(facts, about),
    reason,
    materials: materialTexts(facts, number),
  }),
  carryOut: (context, matter) => uphold(context, matter),
  correction: { refusal: 'correctOther' },
  goesWithOthers: false,
  rejectOtherwise: dismiss,
  withdrawOtherwise: (_context, { number, state }) =>
    state === 'open' ? undefined : done({ replies: [toSpeaker('objections.alreadyAnswered', { number })] }),
  fell: ({ number, proposer, about }) => [toPerson(proposer, 'objections.fell', { number, about })],
  hidesFromSubject: true,
};

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
