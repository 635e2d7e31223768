import { z } from 'zod';
import type { Matter } from '../../domain/rulings/rows.js';
import { refById } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { subjectKnows } from '../../domain/matters/kinds.js';
import { leaveRejected } from '../attendance/leave-rejected.js';
import { dismiss } from '../objections/dismiss.js';
import { isTooLong, longestText } from '../free-text.js';
import { here, toAccount, toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';
import { judge, tellResults } from './judge.js';
import { leaveEnteredBy } from '../matters/proxies.js';
import { rulers } from '../who.js';

/** `/驳回 N 理由`: the other ruling. The group hears the number; who is concerned hears the reason in private. */
export const rejectMatter = useCase({
  name: 'rulings.reject',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), reason: z.string().min(1) }),
  run: (context, { number, reason }) => {
    if (isTooLong(reason)) return refuse('rulings.textTooLong', { most: longestText });
    const judged = judge(context, number);
    if (judged.kind === 'not')
      return done({ replies: [...tellResults(context, [judged.result]), ...judged.replies] });
    const { facts, actor, now } = context;
    const { matter } = judged;
    if (matter.kind === 'objection') return dismiss(context, matter, reason);
    // The meeting has decided: what is wrong with its procedure is returned, not overruled.
    if (matter.kind === 'veto' && matter.vote !== null)
      return done({ replies: [toSpeaker('veto.rejectAfterVote', { number: keepPrivate(number) })] });
    const ruling = { matter: number, ruler: actor.id, decision: 'rejected' as const, at: now, reason };
    const decided: Change[] = [
      put('matter', { ...matter, state: 'rejected' }),
      put('ruling', { ...ruling, meetingOn: null }),
    ];
    const effect =
      matter.kind === 'leave'
        ? leaveRejected({ ...context, facts: facts.with(decided) }, matter)
        : { changes: [], replies: [] };
    return done({
      changes: [...decided, ...effect.changes],
      ids: [number],
      replies: [
        here('rulings.rejected', { number }),
        ...tellConcerned(context, matter, reason),
        ...effect.replies,
      ],
    });
  },
});

/** The proposer, and the subject if he knew of the matter at all; of a binding the account that asked. */
function tellConcerned({ facts, rulebook }: ActorContext, matter: Matter, reason: string): readonly Reply[] {
  const { number, kind, subject, proposer } = matter;
  if (matter.kind === 'binding') {
    const told = { number, subject: refById(facts, subject), reason: keepPrivate(reason) };
    return [toAccount(matter, 'rulings.bindingRejected', told)];
  }
  const told = new Set(subjectKnows(facts, rulebook, matter) ? [proposer, subject] : [proposer]);
  // Who has no account hears it from the one who asked for him.
  const by = leaveEnteredBy(facts, matter);
  if (by !== undefined) told.add(by);
  return [...told].map((person) =>
    toPerson(person, 'rulings.rejectedTo', {
      number,
      kind,
      subject: refById(facts, subject),
      reason: keepPrivate(reason),
    }),
  );
}
