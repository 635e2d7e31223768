import { subjectKnows, isReady, isQuiet } from '../../domain/matters/kinds.js';
import { kindOf } from '../matters/kind.js';
import type { Facts } from '../../domain/branch/facts.js';
import { officesOf } from '../../domain/branch/people.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { isToRegisterAgain } from '../../domain/points/deeds.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { here, toSpeaker, type Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { keepPrivate } from '../../domain/private.js';
import { firstInLine, insteadOf, rulerTold, tellRuler } from '../matters/announce.js';
import type { RulingResult } from '../matters/results.js';
import { quietly } from './quietly.js';

/** Whether the speaker may decide a matter now. Confirming, rejecting and returning all ask here. */
type Judged =
  | { readonly kind: 'may'; readonly matter: Matter }
  | { readonly kind: 'not'; readonly result: RulingResult; readonly replies: readonly Reply[] };

export function judge(context: ActorContext, number: number): Judged {
  const { facts, rulebook, actor, kinds } = context;
  const matter = facts.get('matter', number);
  if (matter === undefined) return { kind: 'not', result: { kind: 'unknown', number }, replies: [] };
  if (matter.state !== 'open') {
    const { state, kind: what } = matter;
    const result = {
      ...{ kind: 'decided' as const, number, state, what, ruler: rulerTold(facts, matter, actor) },
      isToRegisterAgain: isToRegisterAgain(matter),
    };
    return { kind: 'not', result, replies: [] };
  }
  const why = barredFrom(facts, matter, actor);
  if (why === undefined) return { kind: 'may', matter };
  const ready = isReady(facts, rulebook, matter);
  const instead = insteadOf(facts, matter, actor);
  const told = ready && firstInLine(facts, matter).some((person) => accountsOf(facts, person.id).length > 0);
  // The subject of a deduction that is not complete has not been heard: they must not learn that it is about them.
  // Nor does the subject of what is objected to hear of the objection.
  const hidden =
    kindOf(context, matter).hidesFromSubject === true &&
    matter.subject === actor.id &&
    matter.proposer !== actor.id &&
    !subjectKnows(facts, rulebook, matter);
  return {
    kind: 'not',
    result: hidden
      ? { kind: 'barredQuietly', number, instead: null }
      : { kind: 'barred', number, why, instead, told },
    replies: ready && needsTelling(facts, matter) ? tellRuler({ facts, rulebook, kinds }, matter) : [],
  };
}

/** Rulers heard when the matter became complete; again only if they came into office afterwards. */
function needsTelling(facts: Facts, matter: Matter): boolean {
  return firstInLine(facts, matter).some((person) => {
    if (person.kind === 'superior') return person.joinedOn > matter.openedAt.slice(0, 10);
    const offices = officesOf(facts, person.id).filter(
      ({ office }) => office === 'secretary' || office === 'deputySecretary',
    );
    return offices.every((held) => held.id > matter.appointments);
  });
}

/** Tells the speaker what became of each matter; the group hears no more than it may. */
export function tellResults(
  { facts, place }: ActorContext,
  results: readonly RulingResult[],
): readonly Reply[] {
  if (place === 'private') return [toSpeaker('rulings.resultsInFull', { results: keepPrivate(results) })];
  const heard = results.map((result) => inGroup(facts, result));
  const kept = results.filter((result, index) => heard[index] !== result);
  return [
    here('rulings.results', { results: heard }),
    ...(kept.length > 0 ? [toSpeaker('rulings.resultsInFull', { results: keepPrivate(kept) })] : []),
  ];
}

function inGroup(facts: Facts, result: RulingResult): RulingResult {
  const matter = facts.get('matter', result.number);
  if (matter !== undefined && isQuiet(facts, matter)) return quietly(result);
  return result.kind === 'confirmed' && !result.isForGroup ? { ...result, total: null } : result;
}
