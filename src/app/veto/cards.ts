import type { Facts } from '../../domain/branch/facts.js';
import { holders, personOf, refById, superiors } from '../../domain/branch/people.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import type { VetoCard } from './says.js';
import { dateOf } from '../../domain/period/civil.js';
import { votedDown } from '../../domain/veto/matter.js';
import { registerGap } from '../../domain/veto/register.js';
import { paymentsOf } from '../../domain/dues/register.js';
import { chancesNow } from '../../domain/veto/absence.js';
import type { DraftedRun, VetoNotes } from '../matters/veto-notes.js';
import type { Looking } from '../matters/kind.js';

export function vetoCard(facts: Facts, matter: VetoMatter): VetoCard {
  const { number, subject, ground, deedOn, reason } = matter;
  return {
    number,
    subject: refById(facts, subject),
    ground,
    deedOn,
    reason,
    drafted: draftedRun(facts, matter),
  };
}

/** What whoever hears, votes and certifies has to know beside the reason. */
export function notesOn({ facts, rulebook }: Looking, matter: VetoMatter): VetoNotes {
  const { number, subject, ground, deedOn } = matter;
  const person = personOf(facts, subject);
  const today = dateOf(matter.openedAt);
  const gap = matter.drafted ? undefined : registerGap(facts, rulebook, { person, ground, deedOn, today });
  const before = votedDown(facts, matter).filter((other) => other.number < number);
  return {
    gap: gap ?? null,
    votedDown: before.map((other) => ({ number: other.number, on: dateOf(other.vote.at) })),
  };
}

function draftedRun(facts: Facts, { since, last, months, broken }: VetoMatter): DraftedRun | null {
  if (since === null || last === undefined) return null;
  const ended =
    broken === undefined
      ? {}
      : { broken: { matter: broken.matter, refused: wasRefused(facts, broken.matter) } };
  return { since, last, ...(months === undefined ? {} : { months }), ...ended };
}

/**
 * The run as it is now: dues that were paid and activities that were attended after all are told to whoever hears, votes
 * and certifies.
 */
export function runNow({ facts, rulebook }: Looking, matter: VetoMatter): DraftedRun | null {
  const run = draftedRun(facts, matter);
  if (run === null) return null;
  const isIn = (month: string) => run.months?.includes(month) ?? (month >= run.since && month <= run.last);
  if (matter.ground === rulebook.veto.duesLadder.ground) {
    const paid = paymentsOf(facts, matter.subject).map(({ month }) => month);
    return { ...run, paid: paid.filter(isIn) };
  }
  const attended = chancesNow(facts, rulebook, matter.subject, run.last)
    .filter(({ month, outcome }) => outcome === 'attended' && isIn(month))
    .map(({ month }) => month);
  return { ...run, attended: [...new Set(attended)].sort() };
}

/** Whether the ruling that changed the register refused an absence. */
export function wasRefused(facts: Facts, matter: number | null): boolean {
  return matter !== null && facts.get('ruling', matter)?.decision === 'rejected';
}

/**
 * Who accompanies a member through a veto: the secretary; for the secretary the deputies, else the superior committee.
 */
export function officersFor(facts: Facts, subject: number): readonly number[] {
  const seats = [holders(facts, 'secretary'), holders(facts, 'deputySecretary'), superiors(facts)];
  const others = seats.map((persons) => persons.filter(({ id }) => id !== subject));
  return (others.find((persons) => persons.length > 0) ?? []).map(({ id }) => id);
}
