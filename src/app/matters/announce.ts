import { subjectKnows, isReady } from '../../domain/matters/kinds.js';
import {
  refById,
  holders,
  holds,
  refOf,
  superiors,
  type PersonRef,
  rulingOffices,
} from '../../domain/branch/people.js';
import { isPoints } from '../../domain/points/deeds.js';
import { unansweredIn } from '../../domain/points/hearing.js';
import { kindOf, type Looking } from './kind.js';
import type { Facts } from '../../domain/branch/facts.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { openReturn } from '../../domain/matters/remarks.js';
import { isForSuperior, rulersOf } from '../../domain/rulings/four-eyes.js';
import { toPerson, type Reply } from '../reply.js';
import { matterCard } from './cards.js';
import { withEvidence } from './evidence.js';
import type { Instead, Seat } from './seat.js';

/**
 * Once a matter can be ruled: tells the one who rules, and hears the subject of a deduction first. The
 * subject learns the facts, not the witnesses.
 */
export function announceReady(looking: Looking, matter: Matter): readonly Reply[] {
  if (!isReady(looking.facts, looking.rulebook, matter)) return [];
  return [...hearing(looking, matter), ...tellRuler(looking, matter)];
}

/** To its subject, before it is ruled. */
export function hearing(looking: Looking, matter: Matter): readonly Reply[] {
  return kindOf(looking, matter).hearing?.(looking, matter) ?? [];
}

/** One that waits again after it was closed without a ruling: who has answered it is not heard a second time. */
export function announceAgain(looking: Looking, matter: Matter): readonly Reply[] {
  if (!isReady(looking.facts, looking.rulebook, matter)) return [];
  const unheard = isPoints(matter) && unansweredIn(looking.facts, looking.rulebook, matter) !== null;
  return unheard ? announceReady(looking, matter) : tellRuler(looking, matter);
}

/**
 * After new proof: announces a matter that became complete, or that was returned for more and now has it; what comes in
 * beside a card that its ruler has is shown to them as well.
 */
export function announceProof(looking: Looking, after: Facts, matter: Matter): readonly Reply[] {
  const { facts: before, rulebook } = looking;
  const then = { ...looking, facts: after };
  if (!isReady(before, rulebook, matter)) return announceReady(then, matter);
  const asked = openReturn(before, matter.number) !== undefined;
  return asked ? tellRuler(then, matter) : showAdded(then, matter, before);
}

/** Whoever brought it knows it. */
function showAdded(looking: Looking, matter: Matter, before: Facts): readonly Reply[] {
  const { facts } = looking;
  const { number } = matter;
  const added = facts.of('material', number).slice(before.of('material', number).length);
  if (added.length === 0) return [];
  const files = added.flatMap(({ file }) => file ?? []);
  const card = keepPrivate(matterCard(looking, matter));
  return firstInLine(facts, matter)
    .filter(({ id }) => added.some(({ by }) => by !== id))
    .map(({ id }) => {
      const reply = toPerson(id, 'rulings.materialAdded', { card, pieces: added.length });
      return withEvidence(facts, matter, reply, files);
    });
}

/** To the secretary if they may rule, else to the deputies, else to the superior committee. */
export function tellRuler(looking: Looking, matter: Matter): readonly Reply[] {
  const { facts } = looking;
  const inLine = firstInLine(facts, matter);
  const told = inLine.filter((person) => accountsOf(facts, person.id).length > 0);
  if (told.length === 0) return tellWhoCanHelp(facts, matter, inLine);
  const card = keepPrivate(matterCard(looking, matter));
  return told.map((person) => withEvidence(facts, matter, toPerson(person.id, 'rulings.pending', { card })));
}

/**
 * No possible ruler can be reached: the matter waits, and the secretary (else the recorder) learns what to do. Of an
 * officer's objection only if it is their own: nobody being left would show whose it is.
 */
function tellWhoCanHelp(facts: Facts, matter: Matter, inLine: readonly Person[]): readonly Reply[] {
  const [secretaries, recorders] = [holders(facts, 'secretary'), holders(facts, 'recorder')];
  const others = (persons: readonly Person[]) => persons.filter((person) => !inLine.includes(person));
  const helpers = others(secretaries).length > 0 ? others(secretaries) : others(recorders);
  const persons = inLine.map((person) => ({
    person: refOf(facts, person),
    isSuperior: person.kind === 'superior',
  }));
  const { number } = matter;
  const told = helpers.filter(({ id }) => id === matter.proposer || !isOfficersObjection(facts, matter));
  return told.map((helper) => toPerson(helper.id, 'rulings.rulerMissing', { number, persons }));
}

export function isOfficersObjection(facts: Facts, { kind, proposer }: Matter): boolean {
  return kind === 'objection' && rulingOffices.some((office) => holds(facts, proposer, office));
}

/**
 * The secretary alone if they may rule; the deputies if the secretary is barred or has no account; else the superior
 * committee.
 */
export function firstInLine(facts: Facts, matter: Matter): readonly Person[] {
  const { by, persons } = rulersOf(facts, matter);
  const reachable = persons.filter(({ id }) => accountsOf(facts, id).length > 0);
  const able = reachable.length > 0 ? reachable : persons;
  if (by === 'superior') return able;
  const secretaries = able.filter((person) => holds(facts, person.id, 'secretary'));
  return secretaries.length > 0 ? secretaries : able;
}

/** Whose turn it is. */
export function seatOf(facts: Facts, matter: Matter): Seat {
  const [first] = firstInLine(facts, matter);
  if (first === undefined) return 'nobody';
  if (first.kind === 'superior') return 'superior';
  return holds(facts, first.id, 'secretary') ? 'secretary' : 'deputySecretary';
}

/** Whose turn it is would show which officer objected, as an objector never answers; not where it always goes above. */
function isShielded(facts: Facts, matter: Matter): boolean {
  return matter.kind === 'objection' && !isForSuperior(facts, matter);
}

/** Who ruled, as far as this reader may know. */
export function rulerTold(facts: Facts, matter: Matter, reader: Person | null): PersonRef | null {
  const ruler = facts.get('ruling', matter.number)?.ruler;
  const isOwn = reader !== null && (reader.id === ruler || reader.id === matter.proposer);
  return ruler === undefined || (isShielded(facts, matter) && !isOwn) ? null : refById(facts, ruler);
}

export function insteadOf(facts: Facts, matter: Matter, reader: Person): Instead {
  const persons = firstInLine(facts, matter).map((person) => refOf(facts, person));
  const isBarredAbove = persons.length === 0 && superiors(facts).length > 0;
  const verb = matter.kind === 'objection' ? 'answer' : 'rule';
  // A superior with a part in it hears who is to be asked.
  const shielded = isShielded(facts, matter) && !(isBarredAbove && reader.kind === 'superior');
  return { seat: seatOf(facts, matter), persons, isBarredAbove, verb, isShielded: shielded };
}

/** A rejection: its proposer hears of it, its subject if they knew of the matter at all, and `also`. */
export function tellRejected(
  { facts, rulebook }: Looking,
  matter: Matter,
  reason: string,
  also?: number,
): readonly Reply[] {
  const { number, kind, subject, proposer } = matter;
  const told = new Set(subjectKnows(facts, rulebook, matter) ? [proposer, subject] : [proposer]);
  if (also !== undefined) told.add(also);
  return [...told].map((person) =>
    toPerson(person, 'rulings.rejectedTo', {
      number,
      kind,
      subject: refById(facts, subject),
      reason: keepPrivate(reason),
    }),
  );
}
