import { personOn } from '../../domain/roster/membership.js';
import { isRatedIn, lastDayOf } from '../../domain/year/table/lines.js';
import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import type { VetoMatter, CorrectionMatter } from '../../domain/rulings/rows.js';
import { whyNotScoredIn } from '../../domain/roster/spans.js';
import { scoreOf } from '../../domain/year/table/score.js';
import { closeHanging } from '../matters/close-hanging.js';
import { toSpeaker, here, toPerson, type Reply } from '../reply.js';
import { done, type ActorContext, type Outcome } from '../use-case.js';
import { nextStep, type VetoCounts } from '../../domain/veto/matter.js';
import { notesOn, officersFor, runNow, vetoCard } from './cards.js';
import { addRemark, statementsIn } from '../../domain/matters/remarks.js';
import { holders, personOf, refById, refOf, superiors } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import type { Effect, Kind } from '../matters/kind.js';

interface Lifted {
  readonly changes: readonly Change[];
  /** To those whose objections fell with it. */
  readonly replies: readonly Reply[];
  readonly year: number;
  /** The score of that year, which counts again. */
  readonly total: number;
}

/**
 * Ends a certified veto, by any ruling. It posted no entries, so nothing is reversed: it closes, its ruling stays on
 * record, and what hangs on it closes too (SPEC §1).
 */
export function liftVeto({ facts, rulebook, kinds }: ActorContext, veto: VetoMatter): Lifted {
  const changes = [put('matter', { ...veto, state: 'closed' })];
  const after: Facts = facts.with(changes);
  const year = yearOf(veto.deedOn);
  const hanging = closeHanging({ kinds }, after, veto.number);
  return {
    changes: [...changes, ...hanging.changes],
    replies: hanging.replies,
    year,
    total: scoreOf(after, rulebook, veto.subject, year).total,
  };
}

export const veto: Kind<VetoMatter> = {
  card: (looking, matter) => {
    const { ground, deedOn, reason, vote, annulled = [] } = matter;
    const hearing = matter.hearing?.text ?? null;
    const drafted = runNow(looking, matter);
    const next = nextStep(matter);
    // What they said before it was put on record is no answer to the record.
    const said = statementsIn(looking.facts, matter.number).length;
    const unasked =
      said <= (matter.hearing?.statements ?? 0) && !matter.drafted && matter.hearing?.by === matter.proposer;
    const notes = notesOn(looking, matter);
    return { kind: 'veto', ground, deedOn, reason, hearing, unasked, vote, annulled, drafted, notes, next };
  },
  carryOut: certify,
  // A veto posts no entries: it applies while it is confirmed, and what sets it aside closes it.
  correction: {
    isUndone: (facts, { number, state }) =>
      state === 'closed' && facts.get('ruling', number)?.decision === 'confirmed',
    undo: setAside,
  },
  goesWithOthers: () => false,
  notReady: (_looking, matter) => ({ kind: 'vetoWaits', number: matter.number, next: nextStep(matter) }),
  awaited: ({ facts }, { subject }) =>
    officersFor(facts, subject).map((person) => ({ person, step: 'hold' })),
  asked: (looking, matter) => [
    toPerson(matter.subject, 'veto.openedToSubject', {
      card: keepPrivate(vetoCard(looking.facts, matter)),
      notes: keepPrivate(notesOn(looking, matter)),
    }),
  ],
  // The meeting has decided: what is wrong with its procedure is returned, not overruled.
  rejectOtherwise: (_context, { number, vote }) =>
    vote === null
      ? undefined
      : done({ replies: [toSpeaker('veto.rejectAfterVote', { number: keepPrivate(number) })] }),
  returnOtherwise: returnVoted,
  withdrawOtherwise: (_context, { number, state, vote }) =>
    state !== 'open' || vote === null
      ? undefined
      : done({ replies: [toSpeaker('veto.withdrawAfterVote', { number: keepPrivate(number) })] }),
  draftedBy: ({ rulebook }, { ground }) =>
    ground === rulebook.veto.duesLadder.ground ? 'dues' : 'attendance',
  subjectHearsWithdrawal: true,
  // Subjects do not hold their own hearing: until the vote they do not read the line for the others.
  subjectStandsAside: ({ vote }) => vote === null,
};

/** The veto is certified: its state overrides the score of its year, the entries stay, and the superior is informed. */
function certify({ facts, actor, rulebookOf }: ActorContext, matter: VetoMatter): Effect {
  const { number, subject, ground, vote } = matter;
  if (vote === null) throw new Error(`#${number} was certified without a vote`);
  const year = yearOf(matter.deedOn);
  const person = personOf(facts, subject);
  const isAssessed = whyNotScoredIn(facts, rulebookOf(year), person, year) === undefined;
  const then = personOn(facts, person, lastDayOf(year));
  const isListed = isRatedIn(facts, rulebookOf(year), then, year);
  const counts: VetoCounts = isAssessed ? (isListed ? 'rated' : 'notRated') : 'notAssessed';
  const above = superiors(facts);
  const reported = actor.kind === 'superior' ? 'self' : above.length > 0 ? 'informed' : 'nobody';
  const told = {
    branch: facts.branch.name,
    card: keepPrivate(vetoCard(facts, matter)),
    vote: keepPrivate(vote),
    certifiedBy: refOf(facts, actor),
    year,
    counts,
  };
  const branch = new Set([matter.proposer, ...holders(facts, 'secretary').map(({ id }) => id)]);
  return {
    changes: [],
    result: { kind: 'certified', number, subject: refById(facts, subject), year, counts, reported },
    replies: [
      toPerson(subject, 'veto.certifiedToSubject', {
        number: keepPrivate(number),
        ground: keepPrivate(ground),
        year,
        counts,
      }),
      ...[...branch]
        .filter((id) => id !== actor.id && id !== subject && !above.some((one) => one.id === id))
        .map((id) =>
          toPerson(id, 'veto.certifiedToBranch', {
            number: keepPrivate(number),
            subject: keepPrivate(refById(facts, subject)),
            certifiedBy: refOf(facts, actor),
            year,
            counts,
          }),
        ),
      ...above
        .filter(({ id }) => id !== actor.id)
        .map(({ id }) => toPerson(id, 'veto.certifiedToSuperior', told)),
    ],
  };
}

/**
 * `/退回 N` after the vote: returned on procedure. The vote is void but stays on record; the hearing remains and a new
 * vote is needed (SPEC §2, veto).
 */
function returnVoted(context: ActorContext, matter: VetoMatter, text: string): Outcome | undefined {
  const { facts, actor, now, place } = context;
  const { number, vote, proposer, subject } = matter;
  if (vote === null) return undefined;
  const annulled = [...(matter.annulled ?? []), vote];
  const told = { number: keepPrivate(number), by: refOf(facts, actor), text: keepPrivate(text) };
  const concerned = new Set([proposer, vote.by].filter((id) => id !== actor.id && id !== subject));
  return done({
    changes: [
      put('matter', { ...matter, vote: null, annulled }),
      addRemark(facts, { matter: number, kind: 'return', by: actor.id, at: now, text }),
    ],
    ids: [number],
    replies: [
      ...(place === 'group' ? [here('rulings.returned', { number })] : []),
      toSpeaker('veto.returnedForVoteHere', { number: keepPrivate(number) }),
      ...[...concerned].map((id) => toPerson(id, 'veto.returnedForVote', told)),
    ],
  });
}

/** The correction of a certified veto. */
function setAside(context: ActorContext, correction: CorrectionMatter, veto: VetoMatter): Effect {
  const { facts, actor } = context;
  const { number, corrects } = correction;
  if (veto.state !== 'confirmed')
    return { changes: [], result: { kind: 'nothingLeft', number, corrects }, replies: [] };
  const { changes, replies, year, total } = liftVeto(context, veto);
  const subject = refById(facts, veto.subject);
  const told = { number: keepPrivate(number), corrects, year, total };
  return {
    changes,
    result: { kind: 'vetoSetAside', number, corrects, subject, year, total },
    replies: [
      toPerson(veto.subject, 'veto.setAsideToSubject', told),
      // Above it was informed of the veto, so it hears of its end as well.
      ...superiors(facts)
        .filter(({ id }) => id !== actor.id)
        .map(({ id }) =>
          toPerson(id, 'veto.setAsideToSuperior', {
            ...told,
            branch: facts.branch.name,
            subject: keepPrivate(subject),
          }),
        ),
      ...replies,
    ],
  };
}
