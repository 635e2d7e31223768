import { z } from 'zod';
import { subjectKnows } from '../../domain/matters/kinds.js';
import { isPoints } from '../../domain/points/deeds.js';
import { keepPrivate } from '../../domain/private.js';
import { keepsMatter } from '../../domain/roster/offices.js';
import { mustCorrect } from '../matters/awaited.js';
import { matterCard, ownCard } from '../matters/cards.js';
import { rulesNow, sightOf, withEvidence } from '../matters/evidence.js';
import { pointsCard } from '../matters/points.js';
import { toSpeaker, type PrivateReply } from '../reply.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { settled } from './settled.js';

/** `/待办 N`: one matter whole with its evidence, for who may see it; nobody else learns whether it exists. */
export const showMatter = useCase({
  name: 'rulings.show',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({ number: z.int() }),
  run: (context, { number }) => {
    const matter = context.facts.get('matter', number);
    const reply = matter === undefined ? undefined : shown(context, matter);
    return reply === undefined
      ? refuse('rulings.noMatter', { number })
      : done({ ids: [number], replies: [reply] });
  },
});

function shown(context: ActorContext, matter: Matter): PrivateReply | undefined {
  const { facts, rulebook, actor } = context;
  const { number } = matter;
  const whole = sightOf(facts, rulebook, matter, actor) === 'whole';
  const own =
    keepsMatter(facts, matter, actor.id) ||
    (matter.subject === actor.id && subjectKnows(facts, rulebook, matter)) ||
    (matter.kind === 'objection' && mustCorrect(context, matter, actor.id));
  if (whole || own) {
    // Who bore witness is for those who rule and watch.
    const bare = !whole || matter.subject === actor.id;
    const card = keepPrivate(bare ? ownCard(context, matter, actor.id) : matterCard(context, matter));
    const reply: PrivateReply =
      matter.state === 'open'
        ? toSpeaker('rulings.matterShown', { card, rules: rulesNow(facts, rulebook, matter, actor) })
        : { to: 'speaker', say: settled(facts, matter, actor, card) };
    return whole ? withEvidence(facts, matter, reply) : reply;
  }
  if (isPoints(matter) && facts.get('witness', number, actor.id)?.named === true && matter.state === 'open')
    return toSpeaker('points.pleaseWitness', {
      card: keepPrivate(pointsCard(facts, matter)),
      reason: keepPrivate(matter.reason),
      discreet: matter.kind === 'deduction',
    });
  return undefined;
}
