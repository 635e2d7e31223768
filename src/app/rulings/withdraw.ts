import { z } from 'zod';
import { refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { isReady, subjectKnows } from '../../domain/matters/kinds.js';
import { here, toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';
import { firstInLine } from '../matters/announce.js';
import { ownCard } from '../matters/cards.js';
import { leaveEnteredBy } from '../matters/proxies.js';

/** `/撤回 N`: its proposer takes a matter back before the ruling. Nobody else learns whether #N exists. */
export const withdrawMatter = useCase({
  name: 'rulings.withdraw',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({ number: z.int() }),
  run: (context, { number }) => {
    const matter = context.facts.get('matter', number);
    if (matter?.proposer !== context.actor.id)
      // The leave is the member's; its recorder is told who may end it.
      return matter !== undefined && leaveEnteredBy(context.facts, matter) === context.actor.id
        ? refuse('rulings.withdrawForOther', { number, person: refById(context.facts, matter.subject) })
        : refuse('rulings.notYourMatter', { number });
    if (matter.drafted)
      return refuse('rulings.draftedByRegister', { number, register: registerOf(context, matter) });
    if (matter.kind === 'leave') return refuse('rulings.withdrawLeave', { number });
    if (matter.kind === 'objection' && matter.state !== 'open')
      return done({ replies: [toSpeaker('objections.alreadyAnswered', { number })] });
    if (matter.state !== 'open') return refuse('rulings.tooLateToWithdraw', { number, state: matter.state });
    // The meeting has decided on it.
    if (matter.kind === 'veto' && matter.vote !== null)
      return done({ replies: [toSpeaker('veto.withdrawAfterVote', { number: keepPrivate(number) })] });
    return done({
      changes: [put('matter', { ...matter, state: 'withdrawn' })],
      ids: [number],
      replies: [
        // Whose objection it was stays with him, though he forgets himself and types in the group.
        matter.kind === 'objection'
          ? toSpeaker('rulings.withdrawn', { number })
          : here('rulings.withdrawn', { number }),
        ...tellWhoKnew(context, matter),
      ],
    });
  },
});

function registerOf({ rulebook }: ActorContext, matter: Matter): 'attendance' | 'dues' {
  const { duesLadder } = rulebook.veto;
  const ofDues =
    (matter.kind === 'deduction' && matter.duesMonth !== undefined) ||
    (matter.kind === 'veto' && matter.ground === duesLadder.ground);
  return ofDues ? 'dues' : 'attendance';
}

/**
 * Who rules knows of complete matters only, and so does the subject of a deduction; the subject of a veto from the
 * report on, that of an exemption when he was asked.
 */
function tellWhoKnew({ facts, rulebook, actor }: ActorContext, matter: Matter): readonly Reply[] {
  const rulers = isReady(facts, rulebook, matter) ? firstInLine(facts, matter).map(({ id }) => id) : [];
  const sensitive = matter.kind === 'deduction' || matter.kind === 'veto' || matter.kind === 'exemption';
  const heard = sensitive && subjectKnows(facts, rulebook, matter) ? [matter.subject] : [];
  const { number } = matter;
  const card = keepPrivate(ownCard(facts, rulebook, matter));
  return [...new Set([...heard, ...rulers])]
    .filter((person) => person !== actor.id)
    .map((person) => toPerson(person, 'rulings.withdrawnTo', { number, card }));
}
