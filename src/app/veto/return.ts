import { refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { addRemark } from '../../domain/matters/remarks.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import { here, toPerson, toSpeaker } from '../reply.js';
import { done, type ActorContext, type Outcome } from '../use-case.js';

/**
 * `/退回 N` of a veto that was voted: returned on procedure. The vote stands no more but stays on record; the matter
 * is heard as before and wants a new vote (SPEC §2, veto).
 */
export function returnVoted(context: ActorContext, matter: VetoMatter, text: string): Outcome | undefined {
  const { facts, actor, now, place } = context;
  const { number, vote, proposer, subject } = matter;
  if (vote === null) return undefined;
  const annulled = [...(matter.annulled ?? []), vote];
  const told = { number: keepPrivate(number), by: refOf(facts, actor), text: keepPrivate(text) };
  const concerned = new Set([proposer, vote.by].filter((id) => id !== actor.id && id !== subject));
  return done({
    changes: [
      put('matter', { ...matter, vote: null, annulled }),
      addRemark(facts, { matter: number, kind: 'return', by: actor.id, at: now, text }),
    ],
    ids: [number],
    replies: [
      ...(place === 'group' ? [here('rulings.returned', { number })] : []),
      toSpeaker('veto.returnedForVoteHere', { number: keepPrivate(number) }),
      ...[...concerned].map((id) => toPerson(id, 'veto.returnedForVote', told)),
    ],
  });
}
