import { subjectKnows, yearOfMatter } from '../../domain/matters/kinds.js';
import { kindOf, type Kind } from '../matters/kind.js';
import { z } from 'zod';
import { isStillOwed } from '../../domain/attendance/item-sixteen.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import { yearOf } from '../../domain/period/civil.js';
import { truthNow } from '../attendance/truth/apply.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import { othersNamed, refById } from '../../domain/branch/people.js';
import type { Facts } from '../../domain/branch/facts.js';
import { put } from '../../domain/branch/rows.js';
import type { CorrectionMatter, Matter } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { pointsBehind } from '../../domain/objections/target.js';
import { givenBackBy, isPoints, isToRegisterAgain, pointsAtStake } from '../../domain/points/deeds.js';
import { reversing } from '../../domain/points/twins.js';
import { takeBack } from '../points/matter.js';
import { isArchived } from '../../domain/year/archived.js';
import { isTooLong, longestText } from '../free-text.js';
import { here, toPerson, toSpeaker } from '../reply.js';
import type { Registered } from '../rulings/says.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { announceReady } from '../matters/announce.js';
import { matterCard } from '../matters/cards.js';
import { isAboutOthers, occasionOf, pointsCard } from '../matters/points.js';

/**
 * `/更正 N 理由`: asks to reverse what a confirmed matter posted. It is a matter itself, ruled by one who
 * neither proposed it nor made the ruling it corrects (SPEC §1, four eyes).
 */
export const proposeCorrection = useCase({
  name: 'rulings.correct',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), reason: z.string().min(1) }),
  run: (context, input) => propose(context, input, false),
});

/** `/补正 N 理由`: the same for an archived year. Only 上级 rules, and the archive itself does not change (SPEC §3). */
export const proposeSupplement = useCase({
  name: 'rulings.supplement',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), reason: z.string().min(1) }),
  run: (context, input) => propose(context, input, true),
});

function propose(
  context: ActorContext,
  { number, reason }: { readonly number: number; readonly reason: string },
  supplement: boolean,
): Outcome {
  if (isTooLong(reason)) return refuse('rulings.textTooLong', { most: longestText });
  const corrected = context.facts.get('matter', number);
  if (corrected === undefined) return refuse('rulings.noMatter', { number });
  return refusal(context, corrected, reason, supplement) ?? open(context, corrected, reason, supplement);
}

/**
 * A line that the register of an activity drafted, and still asks for: what is to be put right is the register, and the
 * line follows (issue 12, §2).
 */
function askTruth(
  context: ActorContext,
  matter: Matter,
  { supplement, reason }: { readonly supplement: boolean; readonly reason: string },
): Outcome | undefined {
  const { facts } = context;
  if (matter.kind !== 'deduction' || matter.activity === null) return undefined;
  if (!isStillOwed(facts, context.rulebookOf(yearOf(matter.deedOn)), matter)) return undefined;
  const asked = toSpeaker('rulings.sayTruth', {
    number: matter.number,
    activity: refOfActivity(facts, activityOf(facts, matter.activity)),
    person: refById(facts, matter.subject),
    now: keepPrivate(truthNow(facts, matter.activity, matter.subject)),
    reason: keepPrivate(reason),
    supplement,
  });
  return done({ replies: [asked] });
}

function refusal(
  context: ActorContext,
  matter: Matter,
  reason: string,
  supplement: boolean,
): Outcome | undefined {
  const { facts, actor } = context;
  const { number, state } = matter;
  const { correction } = kindOf(context, matter);
  if ('refusal' in correction) return refuse(`rulings.${correction.refusal}`, { number });
  if (matter.kind === 'correction' && !isRepeatable(facts, matter))
    return refuse('rulings.correctCorrection', { number });
  if (matter.subject === actor.id) return refuse('rulings.ownCorrection', {});
  const isUndone = correction.isUndone(facts, matter);
  if (state !== 'confirmed' && !isUndone)
    return refuse('rulings.notConfirmed', { number, state, isToRegisterAgain: isToRegisterAgain(matter) });
  const year = yearOfMatter(facts, matter);
  if (state === 'confirmed' && year !== undefined && isArchived(facts, year) !== supplement)
    return supplement
      ? refuse('rulings.supplementTooEarly', { number, year })
      : refuse('rulings.correctArchived', { number, year });
  if (isUndone) {
    const last = reversing(facts, matter);
    const replacedBy = last !== undefined && isPoints(last) ? last.number : null;
    return refuse('rulings.alreadyReversed', {
      number,
      by: standsAgain(facts, matter),
      replacedBy,
      supplement,
    });
  }
  const asked = askTruth(context, matter, { supplement, reason });
  if (asked !== undefined) return asked;
  const waiting = facts
    .of('matter', matter.subject)
    .find((other) => other.kind === 'correction' && other.corrects === number && other.state === 'open');
  return waiting === undefined
    ? undefined
    : refuse('rulings.correctionWaits', { number, correction: waiting.number });
}

/**
 * A wrong correction of an archived year, when nothing can be registered any more: those above give back what it took.
 * Before, and of a register's line or a veto, what was wrong is entered again.
 */
function isRepeatable(facts: Facts, correction: CorrectionMatter): boolean {
  const behind = facts.get('matter', correction.corrects);
  const isOfPoints =
    behind?.kind === 'correction' || (behind !== undefined && isPoints(behind) && behind.activity === null);
  const year = yearOfMatter(facts, correction);
  return isOfPoints && year !== undefined && isArchived(facts, year);
}

/** The 补正 by which the points of a corrected matter count again: that one is to be corrected now. */
function standsAgain(facts: Facts, { number, subject }: Matter): number | null {
  const correction = facts
    .of('matter', subject)
    .find((other) => other.kind === 'correction' && other.corrects === number && other.state === 'confirmed');
  const by = correction === undefined ? undefined : givenBackBy(facts, correction);
  return by?.number ?? null;
}

function open(context: ActorContext, corrected: Matter, reason: string, supplement: boolean): Outcome {
  const { facts, rulebook, actor, now, place, kinds } = context;
  const matter: CorrectionMatter = {
    ...openMatter(facts, now, { subject: corrected.subject, proposer: actor.id }),
    kind: 'correction',
    corrects: corrected.number,
    reason,
    ...(supplement ? { supplement } : {}),
  };
  const changes = [put('matter', matter)];
  const after = facts.with(changes);
  const { number } = matter;
  const inFull = toSpeaker('rulings.correctionOpenedInFull', {
    card: keepPrivate(matterCard({ facts: after, rulebook, kinds }, matter)),
    registered: keepPrivate(registeredIn(facts, corrected, reason)),
  });
  const inGroup = place === 'group' ? [here('rulings.correctionQuietly', { number })] : [];
  return done({
    changes,
    ids: [number],
    replies: [...inGroup, inFull, ...announceReady({ facts: after, rulebook, kinds }, matter)],
  });
}

/** Nobody but the proposer knows what should stand instead: they get it as a line. */
function registeredIn(facts: Facts, corrected: Matter, reason: string): Registered | null {
  if (!isPoints(corrected) || corrected.activity !== null) return null;
  const { kind, item, grade, times, deedOn, reason: text, subject } = corrected;
  const [other, ...more] = othersNamed(facts, subject, reason);
  return {
    deed: { kind, item, grade, times, deedOn, reason: text },
    subject: refById(facts, subject),
    instead: other === undefined || more.length > 0 ? null : refById(facts, other),
  };
}

function enteredFirst(facts: Facts, correction: CorrectionMatter) {
  const behind = pointsBehind(facts, correction);
  return behind === undefined ? null : pointsCard(facts, behind);
}

/** The points that confirming it takes off, below 0: gives back. */
function stakeOf(facts: Facts, { corrects }: CorrectionMatter): number {
  const corrected = facts.get('matter', corrects);
  return corrected === undefined ? 0 : pointsAtStake(facts, corrected);
}

/** What a correction takes back, and how, the kind of what it corrects knows. */
export const correction: Kind<CorrectionMatter> = {
  card: ({ facts, rulebook }, matter) => {
    const { corrects, reason, supplement } = matter;
    const corrected = facts.get('matter', corrects);
    // The register proposes with the words of its own matter; people give reasons of theirs.
    const byRegister =
      corrected?.kind === 'deduction' && corrected.activity !== null && corrected.reason === reason;
    return {
      kind: 'correction',
      corrects,
      reason,
      occasion: byRegister ? occasionOf(facts, rulebook, corrected) : null,
      points: stakeOf(facts, matter),
      veto: corrected?.kind === 'veto' ? corrected.ground : null,
      supplement: supplement === true,
    };
  },
  carryOut: (context, matter) => {
    const { number, corrects } = matter;
    const corrected = context.facts.get('matter', corrects);
    if (corrected === undefined) throw new Error(`#${number} corrects #${corrects}, which is not there`);
    const how = kindOf(context, corrected).correction;
    if ('refusal' in how) throw new Error(`#${number} corrects #${corrects}, which cannot be corrected`);
    return how.undo(context, matter, corrected);
  },
  correction: {
    isUndone: (facts, matter) => matter.state === 'confirmed' && pointsAtStake(facts, matter) === 0,
    undo: takeBack,
  },
  hearing: ({ facts, rulebook }, matter) =>
    subjectKnows(facts, rulebook, matter)
      ? [
          toPerson(matter.subject, 'rulings.correctionHearing', {
            number: keepPrivate(matter.number),
            by: refById(facts, matter.proposer),
            corrects: matter.corrects,
            entered: keepPrivate(enteredFirst(facts, matter)),
            points: keepPrivate(stakeOf(facts, matter)),
            reason: keepPrivate(isAboutOthers(facts, matter) ? null : matter.reason),
          }),
        ]
      : [],
  subjectHearsWithdrawal: true,
  // What lifts a veto is looked at by itself, as the veto was.
  goesWithOthers: (looking, { corrects }) => {
    const corrected = looking.facts.get('matter', corrects);
    return corrected === undefined || kindOf(looking, corrected).goesWithOthers(looking, corrected);
  },
};
