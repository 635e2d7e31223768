import { z } from 'zod';
import { refOf } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { addRemark } from '../../domain/matters/remarks.js';
import { isTooLong, longestText } from '../free-text.js';
import { here, toAccount, toPerson } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';
import { returnVoted } from '../veto/return.js';
import { judge, tellResults } from './judge.js';
import { rulers } from '../who.js';

/** `/退回 N 要补充什么`: decides nothing; whoever asked hears in private what is wanted. */
export const returnMatter = useCase({
  name: 'rulings.return',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), text: z.string().min(1) }),
  run: (context, { number, text }) => {
    if (isTooLong(text)) return refuse('rulings.textTooLong', { most: longestText });
    const judged = judge(context, number);
    if (judged.kind === 'not')
      return done({ replies: [...tellResults(context, [judged.result]), ...judged.replies] });
    const { facts, actor, now } = context;
    const { matter } = judged;
    const returned = matter.kind === 'veto' ? returnVoted(context, matter, text) : undefined;
    if (returned !== undefined) return returned;
    const told = { number, by: refOf(facts, actor), text: keepPrivate(text) };
    return done({
      changes: [addRemark(facts, { matter: number, kind: 'return', by: actor.id, at: now, text })],
      ids: [number],
      replies: [
        here('rulings.returned', { number }),
        // Whoever asks for a binding is nobody yet: his account is told.
        matter.kind === 'binding'
          ? toAccount(matter, 'rulings.bindingReturned', told)
          : toPerson(matter.proposer, 'rulings.returnedTo', { ...told, kind: matter.kind }),
      ],
    });
  },
});
