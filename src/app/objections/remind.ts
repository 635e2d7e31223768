import { z } from 'zod';
import { keepPrivate } from '../../domain/private.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { firstInLine, tellRuler } from '../matters/announce.js';
import { matterCard } from '../matters/cards.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** Reminds those who may answer that an objection still waits; where none of them can be reached, who can help. */
export const remindOfObjection = openUseCase({
  name: 'objections.remind',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), workingDays: z.int() }),
  run: ({ facts, rulebook, kinds }, { number, workingDays }) => {
    const matter = facts.get('matter', number);
    if (matter?.kind !== 'objection' || matter.state !== 'open') return done({ replies: [], ids: [number] });
    const reached = firstInLine(facts, matter).filter(({ id }) => accountsOf(facts, id).length > 0);
    const card = keepPrivate(matterCard({ facts, rulebook, kinds }, matter));
    return done({
      ids: [number],
      replies:
        reached.length === 0
          ? tellRuler({ facts, rulebook, kinds }, matter)
          : reached.map(({ id }) => toPerson(id, 'objections.reminder', { card, workingDays })),
    });
  },
});
