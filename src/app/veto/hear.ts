import { z } from 'zod';
import { refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { entitledToVote } from '../../domain/rulings/voters.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import { isTooLong, longestText } from '../free-text.js';
import { rulers } from '../who.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';

/**
 * `/听取 N 意见`: what the subject said when he was heard; 本人放弃 is a hearing too (SPEC §2, veto). Until a vote
 * stands more may be added; what was written before is kept.
 */
export const hearSubject = useCase({
  name: 'veto.hear',
  who: rulers,
  place: 'private',
  input: z.strictObject({ number: z.int(), text: z.string().min(1) }),
  run: (context, { number, text }) => {
    const { facts, actor, now } = context;
    if (isTooLong(text)) return refuse('rulings.textTooLong', { most: longestText });
    const found = vetoAt(context, number);
    if (found.kind === 'refused') return found.outcome;
    const { matter } = found;
    if (matter.vote !== null) return refuse('veto.heardBeforeVote', { number });
    const before = matter.hearing?.text.split('\n') ?? [];
    if (before.includes(text)) return refuse('veto.alreadyHeard', { number });
    const hearing = { text: [...before, text].join('\n'), by: actor.id, at: now };
    return done({
      changes: [put('matter', { ...matter, hearing })],
      ids: [number],
      replies: [
        toSpeaker('veto.heard', {
          number: keepPrivate(number),
          subject: keepPrivate(refById(facts, matter.subject)),
          text: keepPrivate(text),
          again: before.length > 0,
          entitled: entitledToVote(facts).length,
        }),
      ],
    });
  },
});

/** An open veto on which the speaker may act: its subject leads neither his own hearing nor the vote on himself. */
export function vetoAt(
  { facts, actor }: ActorContext,
  number: number,
):
  | { readonly kind: 'found'; readonly matter: VetoMatter & { readonly state: 'open' } }
  | { readonly kind: 'refused'; readonly outcome: Outcome } {
  const refused = (outcome: Outcome) => ({ kind: 'refused' as const, outcome });
  const matter = facts.get('matter', number);
  if (matter?.kind !== 'veto') return refused(refuse('veto.noVeto', { number }));
  if (matter.subject === actor.id) return refused(refuse('veto.subjectActs', {}));
  if (matter.state !== 'open') return refused(refuse('points.notOpen', { number }));
  return { kind: 'found', matter: { ...matter, state: 'open' } };
}
