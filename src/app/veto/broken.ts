import type { Facts } from '../../domain/branch/facts.js';
import { isHere, personOf, refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { lastLateMonth, monthsOwed } from '../../domain/dues/register.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import { isRunKept } from '../../domain/veto/absence.js';
import { vetoesOf } from '../../domain/veto/matter.js';
import { firstInLine } from '../matters/announce.js';
import { closeHanging } from '../matters/close-hanging.js';
import type { Follows } from '../matters/kind.js';
import { toPerson, type Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { officersFor, vetoCard, wasRefused } from './cards.js';

/**
 * The register changed: a veto that was drafted out of months without organisational life ends where they are no longer
 * such a run (annex 1, 一票否决, second ground). A certified one holds until it is corrected, and its ruler hears of it.
 *
 * @param before the facts without the change, @param after with it
 * @param matter the ruling that changed it; null: none did
 */
export function endBrokenRuns(
  context: ActorContext,
  {
    before,
    after,
    member,
    matter,
  }: Readonly<{ before: Facts; after: Facts; member: number; matter: number | null }>,
): Follows {
  const { rulebook, actor, now } = context;
  const broken = vetoesOf(after, member).filter((veto) => !isRunKept(after, rulebook, veto));
  const ended = broken
    .filter(({ state }) => state === 'open')
    .map((veto): VetoMatter => ({ ...veto, state: 'closed', broken: { at: now, by: actor.id, matter } }));
  const closed = ended.map((veto) => put('matter', veto));
  const hanging = ended.map(({ number }) => closeHanging(context, after.with(closed), number));
  const doubted = broken
    .filter(({ state }) => state === 'confirmed')
    .filter((veto) => isRunKept(before, rulebook, veto));
  return {
    changes: [...closed, ...hanging.flatMap(({ changes }) => changes)],
    replies: [
      ...ended.flatMap((veto) => tellEnded(after, veto, matter)),
      ...hanging.flatMap(({ replies }) => replies),
      ...doubted.flatMap((veto) => tellDoubted(after, veto, matter)),
    ],
  };
}

/**
 * Arrears were paid while their veto is under way. Half a year was owed and refused all the same, and one person keeps the
 * register: so it does not end by itself, who rules on it is asked (annex 1, 一票否决, third ground).
 */
export function tellPaid(
  { facts: before, rulebook, actor, today }: ActorContext,
  after: Facts,
  payers: readonly number[],
): readonly Reply[] {
  const { ground, draftAtMonths } = rulebook.veto.duesLadder;
  // All that is owed by now counts, not only the months it was drafted for.
  const late = lastLateMonth({ today, rulebook });
  const owed = (facts: Facts, { subject }: VetoMatter) => monthsOwed(facts, personOf(facts, subject), late);
  return payers
    .flatMap((member) => vetoesOf(after, member))
    .filter((veto) => veto.state === 'open' && veto.ground === ground)
    .flatMap((veto) => {
      const [was, left] = [owed(before, veto), owed(after, veto)];
      const isLast = was.length > 0 && left.length === 0;
      const fellShort = was.length >= draftAtMonths && left.length < draftAtMonths;
      if (!isLast && !fellShort) return [];
      const told = { card: keepPrivate(vetoCard(after, veto)), left: keepPrivate(left) };
      const by = refById(after, actor.id);
      return whoHeard(after, veto).map((id) =>
        toPerson(id, 'veto.arrearsPaid', {
          ...told,
          by,
          toSubject: id === veto.subject,
          voted: veto.vote !== null,
        }),
      );
    });
}

function tellEnded(facts: Facts, veto: VetoMatter, matter: number | null): readonly Reply[] {
  const card = keepPrivate(vetoCard(facts, veto));
  return whoHeard(facts, veto).map((id) =>
    toPerson(id, 'veto.runBroken', {
      ...{ card, toSubject: id === veto.subject, matter: keepPrivate(matter) },
      refused: wasRefused(facts, matter),
    }),
  );
}

/** Everybody who had heard of it, or had a part in it. */
function whoHeard(facts: Facts, veto: VetoMatter): readonly number[] {
  const { number, subject, hearing, vote } = veto;
  const told = new Set([
    subject,
    ...officersFor(facts, subject),
    ...facts.of('remark', number).map(({ by }) => by),
    ...[hearing, vote].flatMap((step) => (step === null ? [] : [step.by])),
    ...(vote === null ? [] : firstInLine(facts, veto).map(({ id }) => id)),
  ]);
  return present(facts, told);
}

function tellDoubted(facts: Facts, { number, subject, deedOn }: VetoMatter, matter: number | null) {
  const ruler = facts.get('ruling', number)?.ruler;
  const told = new Set([...(ruler === undefined ? [] : [ruler]), ...officersFor(facts, subject)]);
  return present(facts, told).map((id) =>
    toPerson(id, 'veto.certifiedRunBroken', {
      number: keepPrivate(number),
      subject: keepPrivate(refById(facts, subject)),
      year: yearOf(deedOn),
      matter: keepPrivate(matter),
      refused: wasRefused(facts, matter),
    }),
  );
}

function present(facts: Facts, persons: ReadonlySet<number>): readonly number[] {
  return [...persons].filter((id) => isHere(personOf(facts, id)));
}
