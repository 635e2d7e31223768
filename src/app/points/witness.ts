import { z } from 'zod';
import { refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { isShielded } from '../../domain/rulebook/items.js';
import { yearOf } from '../../domain/period/civil.js';
import { evidenceOf, whyNoWitness } from '../../domain/points/evidence.js';
import { announceProof, seatOf } from '../matters/announce.js';
import { keepPrivate } from '../../domain/private.js';
import { pointsCard } from '../matters/points.js';
import { here, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';

/**
 * `/证明 N`: witnesses confirm in person. Any eligible person may for a bonus; only those the proposer named for a
 * deduction (SPEC §1).
 */
export const bearWitness = useCase({
  name: 'points.witness',
  who: 'everybody',
  offeredTo: 'people',
  place: 'anywhere',
  byProxy: 'impartial',
  input: z.strictObject({ number: z.int() }),
  run: ({ facts, rulebookOf, actor, now, place, kinds, enteredBy }, { number }) => {
    const matter = facts.get('matter', number);
    if (matter === undefined) return refuse('points.noMatter', { number });
    if (matter.kind !== 'bonus' && matter.kind !== 'deduction') {
      return refuse('points.cannotWitness', { number, why: 'needsNone' });
    }
    const rulebook = rulebookOf(yearOf(matter.deedOn));
    const known = facts.get('witness', number, actor.id);
    // People not named learn nothing about a deduction, not even whether it is open.
    if (matter.kind === 'deduction' && known?.named !== true)
      return refuse('points.cannotWitness', { number, why: 'notNamed' });
    if (matter.state !== 'open') return refuse('points.notOpen', { number });
    const why = whyNoWitness(facts, rulebook, matter, actor);
    if (why !== undefined) return refuse('points.cannotWitness', { number, why });
    if (known !== undefined && known.confirmedAt !== null)
      return refuse('points.cannotWitness', { number, why: 'already' });
    const changes = [
      put('witness', { matter: number, person: actor.id, named: known?.named ?? false, confirmedAt: now }),
    ];
    const after = facts.with(changes);
    const evidence = evidenceOf(after, rulebook, matter);
    const { missingWitnesses: missing, materials } = evidence;
    const own = place === 'private' && enteredBy === null;
    const told = {
      number,
      witness: refOf(facts, actor),
      own,
      missing,
      materials,
      seat: seatOf(after, matter),
    };
    const card = pointsCard(facts, matter);
    const quietly = place === 'group' ? [here('points.witnessedQuietly', { number })] : [];
    const replies: readonly Reply[] =
      matter.kind === 'bonus'
        ? place === 'group' && isShielded(rulebook, matter.item)
          ? [...quietly, toSpeaker('points.witnessed', { ...told, card, own: enteredBy === null })]
          : [here('points.witnessed', { ...told, card })]
        : [
            ...quietly,
            toSpeaker('points.witnessedDeduction', {
              ...told,
              card: keepPrivate(card),
              own: enteredBy === null,
            }),
          ];
    const ready = announceProof({ facts, rulebook, kinds }, after, matter);
    return done({ changes, ids: [number], replies: [...replies, ...ready] });
  },
});
