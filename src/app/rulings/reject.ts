import { tellRejected } from '../matters/announce.js';
import { refOf } from '../../domain/branch/people.js';
import { kindOf } from '../matters/kind.js';
import { addRemark } from '../../domain/matters/remarks.js';
import { z } from 'zod';
import { put, type Change } from '../../domain/branch/rows.js';
import { keeperOf } from '../../domain/roster/offices.js';
import { keepPrivate } from '../../domain/private.js';
import { isTooLong, longestText } from '../free-text.js';
import { matterCard } from '../matters/cards.js';
import { here, toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { judge, tellResults } from './judge.js';
import { rulers } from '../who.js';

/** `/驳回 N 理由`: the other ruling. The group hears the number; who is concerned hears the reason in private. */
export const rejectMatter = useCase({
  name: 'rulings.reject',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), reason: z.string().nullable() }),
  run: (context, { number, reason }) => {
    const judged = judgeWith(context, number, reason);
    if ('outcome' in judged) return judged.outcome;
    if (reason === null) return refuse('rulings.reasonWanted', { number, rejects: true });
    const { facts, actor, now } = context;
    const { matter } = judged;
    const kind = kindOf(context, matter);
    const otherwise = kind.rejectOtherwise?.(context, matter, reason);
    if (otherwise !== undefined) return otherwise;
    const ruling = { matter: number, ruler: actor.id, decision: 'rejected' as const, at: now, reason };
    const decided: Change[] = [
      put('matter', { ...matter, state: 'rejected' }),
      put('ruling', { ...ruling, meetingOn: null }),
    ];
    const then = { ...context, facts: facts.with(decided) };
    const { changes, replies } = kind.rejected?.(then, matter, reason) ?? {
      changes: [],
      replies: tellRejected(then, matter, reason),
    };
    return done({
      changes: [...decided, ...changes],
      ids: [number],
      replies: [answered(context, matter, 'rejected'), ...replies],
    });
  },
});

/** `/退回 N 要补充什么`: decides nothing; the person who asked hears in private what is missing. */
export const returnMatter = useCase({
  name: 'rulings.return',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), text: z.string().nullable() }),
  run: (context, { number, text }) => {
    const judged = judgeWith(context, number, text);
    if ('outcome' in judged) return judged.outcome;
    if (text === null) return refuse('rulings.reasonWanted', { number, rejects: false });
    const { facts, actor, now } = context;
    const { matter } = judged;
    const kind = kindOf(context, matter);
    const otherwise = kind.returnOtherwise?.(context, matter, text);
    if (otherwise !== undefined) return otherwise;
    return done({
      changes: [addRemark(facts, { matter: number, kind: 'return', by: actor.id, at: now, text })],
      ids: [number],
      replies: [
        answered(context, matter, 'returned'),
        kind.returned?.(context, matter, text) ??
          toPerson(keeperOf(context.facts, matter), 'rulings.returnedTo', {
            number,
            kind: matter.kind,
            by: refOf(facts, actor),
            text: keepPrivate(text),
          }),
      ],
    });
  },
});

/** In private with its head, so that a slip of the number is seen; the group hears the number alone. */
function answered(context: ActorContext, matter: Matter, as: 'rejected' | 'returned'): Reply {
  const { number } = matter;
  return context.place === 'private'
    ? toSpeaker(`rulings.${as}InFull`, { card: keepPrivate(matterCard(context, matter)) })
    : here(`rulings.${as}`, { number });
}

/** The matter, where the speaker may decide it now and their words are short enough; else the answer to them. */
function judgeWith(
  context: ActorContext,
  number: number,
  text: string | null,
): { readonly matter: Matter } | { readonly outcome: Outcome } {
  if (text !== null && isTooLong(text))
    return { outcome: refuse('rulings.textTooLong', { most: longestText }) };
  const judged = judge(context, number);
  if (judged.kind === 'may') return judged;
  return { outcome: done({ replies: [...tellResults(context, [judged.result]), ...judged.replies] }) };
}
