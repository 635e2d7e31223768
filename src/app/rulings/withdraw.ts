import { shieldsProposer, isReady, subjectKnows } from '../../domain/matters/kinds.js';
import { kindOf } from '../matters/kind.js';
import { z } from 'zod';
import { refById, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import type { Matter, PointsMatter } from '../../domain/rulings/rows.js';
import type { Witness } from '../../domain/rulings/attached-rows.js';
import { addRemark } from '../../domain/matters/remarks.js';
import { isPoints } from '../../domain/points/deeds.js';
import { evidenceOf } from '../../domain/points/evidence.js';
import { pointsCard } from '../matters/points.js';
import { keepsMatter } from '../../domain/roster/offices.js';
import { addSeconds } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { here, toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { firstInLine } from '../matters/announce.js';
import { ownCard } from '../matters/cards.js';

/** `/撤回 N`: proposers take a matter back before the ruling, and witnesses what they certified. No one else learns whether #N exists. */
export const withdrawMatter = useCase({
  name: 'rulings.withdraw',
  who: 'everybody',
  offeredTo: ['member', 'mass', 'superior'],
  place: 'anywhere',
  input: z.strictObject({ number: z.int() }),
  run: (context, { number }) => {
    const { facts, actor } = context;
    const matter = facts.get('matter', number);
    if (matter === undefined) return refuse('rulings.notYourMatter', { number });
    const kind = kindOf(context, matter);
    const witness = facts.get('witness', number, actor.id);
    if (isPoints(matter) && witness?.confirmedAt != null)
      return matter.state === 'open'
        ? takeBackWitness(context, matter, witness)
        : refuse('rulings.tooLateToWithdraw', { number, state: matter.state });
    if (!keepsMatter(facts, matter, actor.id))
      // A person who entered it for another learns who may end it.
      return kind.enteredBy?.(facts, matter) === actor.id
        ? refuse('rulings.withdrawForOther', { number, person: refById(facts, matter.subject) })
        : refuse('rulings.notYourMatter', { number });
    if (matter.drafted) {
      const register = kind.draftedBy?.(context, matter) ?? 'attendance';
      return refuse('rulings.draftedByRegister', { number, register });
    }
    const otherwise = kind.withdrawOtherwise?.(context, matter);
    if (otherwise !== undefined) return otherwise;
    if (matter.state !== 'open') return refuse('rulings.tooLateToWithdraw', { number, state: matter.state });
    return done({
      changes: [put('matter', { ...matter, state: 'withdrawn' })],
      ids: [number],
      replies: [
        // Objectors stay shielded even when they slip and type in the group.
        shieldsProposer(matter)
          ? toSpeaker('rulings.withdrawn', { number })
          : here('rulings.withdrawn', { number }),
        ...tellWhoKnew(context, matter),
      ],
    });
  },
});

/** Seconds in which a chat lets people take a message back, and one more minute. */
const recallWithin = 180;

/** What the speaker's last line has opened and they may take back, when they have just recalled a message. */
export function justProposed(context: ActorContext): readonly Matter[] {
  const { facts, actor, now, place } = context;
  const since = addSeconds(now, -recallWithin);
  const own = facts.open().filter((matter) => {
    const { kind, proposer, drafted, openedAt } = matter;
    if (proposer !== actor.id || drafted || openedAt < since) return false;
    if (place === 'group' && shieldsProposer(matter)) return false;
    return kind === 'leave' || kindOf(context, matter).withdrawOtherwise?.(context, matter) === undefined;
  });
  const last = own
    .map(({ openedAt }) => openedAt)
    .sort()
    .at(-1);
  return own.filter(({ openedAt }) => openedAt === last);
}

/** A witness takes it back: on record, and known to who asked for it and who rules. */
function takeBackWitness(context: ActorContext, matter: PointsMatter, witness: Witness): Outcome {
  const { facts, rulebook, actor, now } = context;
  const { number, proposer } = matter;
  const changes = [
    put('witness', { ...witness, confirmedAt: null }),
    addRemark(facts, { matter: number, kind: 'unwitnessed', by: actor.id, at: now, text: '' }),
  ];
  if (matter.kind === 'deduction' && subjectKnows(facts, rulebook, matter))
    changes.push(put('matter', { ...matter, subjectTold: true }));
  const after = facts.with(changes);
  const card = keepPrivate(pointsCard(after, matter));
  const missing = evidenceOf(after, rulebook, matter).missingWitnesses;
  const knew = isReady(facts, rulebook, matter) ? firstInLine(facts, matter).map(({ id }) => id) : [];
  return done({
    changes,
    ids: [number],
    replies: [
      toSpeaker('rulings.witnessWithdrawn', { number, card }),
      ...[...new Set([proposer, ...knew])].map((person) =>
        toPerson(person, 'rulings.witnessWithdrew', { card, witness: refOf(facts, actor), missing }),
      ),
    ],
  });
}

/**
 * Rulers know of complete matters only, as do subjects of deductions; subjects of a veto from the report on, of an
 * exemption once asked.
 */
function tellWhoKnew(context: ActorContext, matter: Matter): readonly Reply[] {
  const { facts, rulebook, actor, kinds } = context;
  const rulers = isReady(facts, rulebook, matter) ? firstInLine(facts, matter).map(({ id }) => id) : [];
  const heard =
    kindOf(context, matter).subjectHearsWithdrawal === true && subjectKnows(facts, rulebook, matter)
      ? [matter.subject]
      : [];
  const { number } = matter;
  const card = (reader: number) => keepPrivate(ownCard({ facts, rulebook, kinds }, matter, reader));
  // Who registered it, where the recorder after them takes it back.
  return [...new Set([...heard, ...rulers, matter.proposer])]
    .filter((person) => person !== actor.id)
    .map((person) => toPerson(person, 'rulings.withdrawnTo', { number, card: card(person) }));
}
