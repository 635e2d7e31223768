import { z } from 'zod';
import type { Matter, Witness } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { isPoints } from '../../domain/points/deeds.js';
import { isToBeHeard } from '../../domain/points/hearing.js';
import { isReady, subjectKnows } from '../../domain/matters/kinds.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { yearInHand } from '../../domain/year/in-hand.js';
import { yearState } from '../../domain/year/state.js';
import { pointsCard } from '../matters/points.js';
import { mayAct } from '../perform.js';
import { toSpeaker } from '../reply.js';
import { done, useCase, type ActorContext } from '../use-case.js';
import { insteadOf } from '../matters/announce.js';
import { matterCard, ownCard } from '../matters/cards.js';
import { kindOf } from '../matters/kind.js';
import { rulers } from '../who.js';
import type { TodoFacts } from './says.js';

/** `/待办`: what waits for the speaker, and what of theirs waits for others; always in private. */
export const listOpenMatters = useCase({
  name: 'rulings.todo',
  who: 'everybody',
  offeredTo: ['member', 'mass', 'superior'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => done({ replies: [toSpeaker('rulings.todo', { todo: keepPrivate(todoOf(context)) })] }),
});

function todoOf(context: ActorContext): TodoFacts {
  const { facts, rulebook, actor, kinds } = context;
  const open = facts.open();
  const mine = open.filter((matter) => concerns(context, matter));
  const rules = mayAct(facts, actor, rulers);
  const barring = (matter: Matter) => barredFrom(facts, matter, actor);
  const may = rules ? open.filter((matter) => barring(matter) === undefined) : [];
  const barred = rules ? open.filter((matter) => isBarredOpenly(context, matter)) : [];
  const ready = (matter: Matter) => isReady(facts, rulebook, matter);
  const complete = may.filter(ready);
  const toHear = (matter: Matter) =>
    isToBeHeard(kindOf(context, matter).unanswered?.(context, matter) ?? null, context.now);
  const full = (matter: Matter) => matterCard({ facts, rulebook, kinds }, matter);
  return {
    ruling: complete.filter((matter) => !toHear(matter)).map(full),
    unheard: complete.filter(toHear).map(full),
    unproven: may.filter((matter) => !ready(matter)).map(full),
    barred: barred.map((matter) => ({
      card: ownCard({ facts, rulebook, kinds }, matter),
      instead: insteadOf(facts, matter),
    })),
    own: mine
      .filter((matter) => !may.includes(matter) && !barred.includes(matter))
      .map((matter) => ownCard({ facts, rulebook, kinds }, matter)),
    witnessing: open
      .filter(isPoints)
      .filter(({ number }) => awaits(facts.get('witness', number, actor.id)))
      .map((matter) => pointsCard(facts, matter)),
    yearToAudit: yearToAudit(context),
  };
}

/** Who took it back unasked is not asked again. */
function awaits(witness: Witness | undefined): boolean {
  return witness?.named === true && witness.confirmedAt === null;
}

function yearToAudit({ facts, actor, today }: ActorContext): number | null {
  const year = actor.kind === 'superior' ? yearInHand(facts, today) : null;
  return year !== null && yearState(facts, year).stage === 'decided' ? year : null;
}

/** Proposed by the speaker, or about them and known to them. */
function concerns({ facts, rulebook, actor }: ActorContext, matter: Matter): boolean {
  return (
    matter.proposer === actor.id || (matter.subject === actor.id && subjectKnows(facts, rulebook, matter))
  );
}

/** An officer's own part bars them; superiors do not hear of what the branch rules itself. */
function isBarredOpenly(context: ActorContext, matter: Matter): boolean {
  const { facts, rulebook, actor } = context;
  const why = barredFrom(facts, matter, actor);
  if (why === undefined || why === 'notOfficer' || why === 'branchMayRule') return false;
  if (matter.subject !== actor.id) return true;
  return (
    kindOf(context, matter).subjectStandsAside?.(matter) !== true && subjectKnows(facts, rulebook, matter)
  );
}
