import { z } from 'zod';
import { keepPrivate } from '../../domain/private.js';
import { isReady, subjectKnows } from '../../domain/matters/kinds.js';
import { addRemark } from '../../domain/matters/remarks.js';
import { isTooLong, longestText } from '../free-text.js';
import { firstInLine } from '../matters/announce.js';
import { matterCard } from '../matters/cards.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';

/**
 * `/监督 N 意见`: shows the ruler the supervisor's view before the ruling (annex 1, 专人记录: 考核监督员). It decides nothing, and
 * only the ruler sees it.
 */
export const superviseMatter = useCase({
  name: 'objections.supervise',
  who: ['supervisor'],
  place: 'private',
  input: z.strictObject({ number: z.int(), text: z.string().min(1) }),
  run: ({ facts, rulebook, actor, now, kinds }, { number, text }) => {
    if (isTooLong(text)) return refuse('rulings.textTooLong', { most: longestText });
    const matter = facts.get('matter', number);
    const own = matter?.subject === actor.id;
    // Hides what supervisors may not know of yet, as if it did not exist.
    if (matter === undefined || (own && !subjectKnows(facts, rulebook, matter)))
      return refuse('rulings.noMatter', { number });
    if (own || matter.proposer === actor.id || facts.get('witness', number, actor.id) !== undefined)
      return refuse('objections.supervisesOwn', { number });
    if (matter.state !== 'open') return refuse('objections.notOpen', { number });
    const changes = [addRemark(facts, { matter: number, kind: 'supervision', by: actor.id, at: now, text })];
    const after = facts.with(changes);
    const ready = isReady(after, rulebook, matter);
    const card = keepPrivate(matterCard({ facts: after, rulebook, kinds }, matter));
    // Who rules hears of a matter when its proof is complete; the remark is on the card then.
    const rulers = ready ? firstInLine(after, matter).filter(({ id }) => id !== actor.id) : [];
    return done({
      changes,
      ids: [number],
      replies: [
        toSpeaker('objections.supervised', { number, seen: ready }),
        ...rulers.map(({ id }) => toPerson(id, 'objections.supervisedTo', { card })),
      ],
    });
  },
});
