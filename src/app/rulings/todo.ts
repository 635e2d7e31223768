import { z } from 'zod';
import type { Matter } from '../../domain/rulings/rows.js';
import type { Witness } from '../../domain/rulings/attached-rows.js';
import { keepPrivate } from '../../domain/private.js';
import { isPoints } from '../../domain/points/deeds.js';
import { isToBeHeard } from '../../domain/points/hearing.js';
import type { Barred } from '../../domain/matters/kind.js';
import { isReady, subjectKnows } from '../../domain/matters/kinds.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { keepsMatter } from '../../domain/roster/offices.js';
import { yearInHand } from '../../domain/year/in-hand.js';
import { yearState } from '../../domain/year/state.js';
import { pointsCard } from '../matters/points.js';
import { mayAct } from '../perform.js';
import { toSpeaker } from '../reply.js';
import { done, useCase, type ActorContext } from '../use-case.js';
import { insteadOf } from '../matters/announce.js';
import { mustCorrect } from '../matters/awaited.js';
import { matterCard, ownCard } from '../matters/cards.js';
import { kindOf } from '../matters/kind.js';
import { rulers } from '../who.js';
import type { Listed, TodoFacts } from './says.js';

/** `/待办`: what waits for the speaker, and what of theirs waits for others; always in private. */
export const listOpenMatters = useCase({
  name: 'rulings.todo',
  who: 'everybody',
  offeredTo: ['member', 'mass', 'superior'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => done({ replies: [toSpeaker('rulings.todo', { todo: keepPrivate(todoOf(context)) })] }),
});

/** Rows of one list; the others are counted, and no card is made of them. */
const mostRows = 20;

/** @param most rows of each list: a page has more room than a message */
export function todoOf(context: ActorContext, most = mostRows): TodoFacts {
  const listed = <M extends Matter, T>(matters: readonly M[], card: (matter: M) => T): Listed<T> => ({
    shown: matters.slice(0, most).map(card),
    more: Math.max(0, matters.length - most),
  });
  const { facts, rulebook, actor, kinds } = context;
  const open = facts.open();
  const rules = mayAct(facts, actor, rulers);
  const why = new Map(rules ? open.map((matter) => [matter, barredFrom(facts, matter, actor)]) : []);
  const may = open.filter((matter) => rules && why.get(matter) === undefined);
  const barred = open.filter((matter) => isBarredOpenly(context, matter, why.get(matter)));
  const [complete, waiting] = parted(may, (matter) => isReady(facts, rulebook, matter));
  const [unheard, ruling] = parted(complete, (matter) =>
    isToBeHeard(kindOf(context, matter).unanswered?.(context, matter) ?? null, context.now),
  );
  const [unproven, underWay] = parted(waiting, isPoints);
  const elsewhere = new Set([...may, ...barred]);
  const full = (matter: Matter) => matterCard({ facts, rulebook, kinds }, matter);
  const own = (matter: Matter) => ownCard({ facts, rulebook, kinds }, matter, actor.id);
  return {
    ruling: listed(ruling, full),
    unheard: listed(unheard, full),
    unproven: listed(unproven, full),
    underWay: listed(underWay, full),
    barred: listed(barred, (matter) => ({ card: own(matter), instead: insteadOf(facts, matter, actor) })),
    own: listed(
      open.filter((matter) => !elsewhere.has(matter) && concerns(context, matter)),
      own,
    ),
    witnessing: listed(
      open.filter(isPoints).filter(({ number }) => awaits(facts.get('witness', number, actor.id))),
      (matter) => pointsCard(facts, matter),
    ),
    yearToAudit: yearToAudit(context),
  };
}

function parted<T>(
  list: readonly T[],
  goesFirst: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  const first = new Set(list.filter(goesFirst));
  return [[...first], list.filter((one) => !first.has(one))];
}

/** Who took it back unasked is not asked again. */
function awaits(witness: Witness | undefined): boolean {
  return witness?.named === true && witness.confirmedAt === null;
}

function yearToAudit({ facts, actor, today }: ActorContext): number | null {
  const year = actor.kind === 'superior' ? yearInHand(facts, today) : null;
  return year !== null && yearState(facts, year).stage === 'decided' ? year : null;
}

/** Proposed by the speaker or the recorder before them, or about them and known to them, or theirs to put right. */
function concerns(context: ActorContext, matter: Matter): boolean {
  const { facts, rulebook, actor } = context;
  return (
    keepsMatter(facts, matter, actor.id) ||
    (matter.subject === actor.id && subjectKnows(facts, rulebook, matter)) ||
    (matter.kind === 'objection' && mustCorrect(context, matter, actor.id))
  );
}

/** An officer's own part bars them; superiors do not hear of what the branch rules itself. */
function isBarredOpenly(context: ActorContext, matter: Matter, why: Barred | undefined): boolean {
  const { facts, rulebook, actor } = context;
  if (why === undefined || why === 'notOfficer' || why === 'branchMayRule') return false;
  // What they have to put right stands among their own.
  if (matter.kind === 'objection' && mustCorrect(context, matter, actor.id)) return false;
  if (matter.subject !== actor.id) return true;
  return (
    kindOf(context, matter).subjectStandsAside?.(matter) !== true && subjectKnows(facts, rulebook, matter)
  );
}
