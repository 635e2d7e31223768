import type { Truth } from '../../domain/attendance/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import { holders, refById, superiors } from '../../domain/branch/people.js';
import { pointsBehind } from '../../domain/objections/target.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { isPoints, standingEntries } from '../../domain/points/deeds.js';
import { stillStands } from '../../domain/roster/matter.js';
import type { ObjectionMatter, PointsMatter, StatusMatter, VetoMatter } from '../../domain/rulings/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import { scoreOf } from '../../domain/year/table/score.js';
import { applyTruth } from '../attendance/truth/apply.js';
import { closeHanging } from '../matters/close-hanging.js';
import type { Effect } from '../matters/kind.js';
import type { Restored } from '../matters/results.js';
import { restore, reversals, tellRestored } from '../points/reversals.js';
import { heardBySubject } from '../points/wait-again.js';
import { toPerson, type Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { askedBesides, keepers } from './matter.js';
import { takenBack } from '../roster/membership/matter.js';
import { statusAsked } from '../roster/membership/propose.js';
import { liftVeto } from '../veto/matter.js';
import { redo, type Redone } from './redo.js';
import { registerLines } from './register.js';

/** How an answer was worded. `corrects`: matters of a notice to be reversed at once. */
export interface Wording {
  readonly explanation: string;
  readonly corrects: readonly number[];
  /** What is true of the member, where a line of the register is taken back. */
  readonly truth: Truth | null;
  readonly unchanged: boolean;
}

/**
 * 成立: takes back what was posted, or drafts the missing bonus (SPEC §3). `context.facts` already hold the ruling; the
 * objector hears in private, and so does the member whose score changes.
 */
export function uphold(context: ActorContext, matter: ObjectionMatter, wording: Wording): Effect {
  const { facts, actor } = context;
  const { number, about, proposer } = matter;
  const { changes, replies, upheld } = effectOn(context, matter, wording);
  const after = facts.with(changes);
  return {
    changes,
    result: { kind: 'upheld', number, about, upheld },
    replies: [
      toPerson(proposer, 'objections.upheldTo', {
        number,
        about,
        by: refById(facts, actor.id),
        explanation: keepPrivate(wording.explanation),
        upheld: keepPrivate(
          'restored' in upheld ? heardBySubject({ ...context, facts: after }, upheld) : upheld,
        ),
        score: keepPrivate(ownScore(context, after, matter)),
      }),
      ...replies,
    ],
  };
}

/** Objectors hear a new score only when it is their own. */
function ownScore({ rulebook }: ActorContext, after: Facts, { about, subject, proposer }: ObjectionMatter) {
  const target = about.to === 'matter' ? after.get('matter', about.number) : undefined;
  const behind = target === undefined || target.kind === 'veto' ? target : pointsBehind(after, target);
  if (behind === undefined || subject !== proposer) return null;
  const year = yearOf(behind.deedOn);
  return { year, total: scoreOf(after, rulebook, subject, year).total };
}

function effectOn(context: ActorContext, matter: ObjectionMatter, wording: Wording): Redone {
  const { facts } = context;
  const { about } = matter;
  if (about.to === 'notice') return ofNotice(context, matter, about.number, wording);
  const target = facts.get('matter', about.number);
  if (target?.kind === 'veto') return setAside(context, matter, target);
  if (target?.kind === 'status') return giveBack(context, target);
  const points = target === undefined ? undefined : pointsBehind(facts, target);
  if (target === undefined || points === undefined)
    throw new Error(`#${matter.number} objects to #${about.number}, which is not there`);
  const year = yearOf(points.deedOn);
  if (isArchived(facts, year)) {
    const supplement = standingEntries(facts, points).length > 0 ? points.number : null;
    return { changes: [], replies: [], upheld: { what: 'archived', year, supplement } };
  }
  if (isPoints(target) && target.state === 'confirmed')
    return takeBack(
      context,
      matter,
      { wording, corrected: [target] },
      (subject) => subject !== matter.proposer,
    );
  return redo(context, points, target.number, points.subject !== matter.proposer);
}

/** Posted under the ruling on the objection. `tells`: whether a separate message informs a member. */
function takeBack(
  context: ActorContext,
  { number }: ObjectionMatter,
  {
    corrected,
    wording: { truth },
  }: { readonly corrected: readonly PointsMatter[]; readonly wording: Wording },
  tells: (subject: number) => boolean,
): Redone {
  let { facts } = context;
  const taken: Redone[] = corrected.map((target) => {
    const standing = standingEntries(facts, target);
    const { entries, replies } = reverse({ ...context, facts }, target);
    const reversed = facts.with(entries);
    const hanging = closeHanging(context, reversed, target.number);
    // A line of the register that still counts in part has replaced nothing.
    const back = restore({ ...context, facts: reversed }, standing);
    const { restored } = back;
    const changes = [...entries, ...back.changes, ...hanging.changes];
    facts = facts.with(changes);
    const left = standingEntries(facts, target);
    const points =
      left.reduce((sum, entry) => sum + entry.points, 0) -
      standing.reduce((sum, entry) => sum + entry.points, 0);
    const told = tellTaken({ ...context, facts }, target, {
      number,
      points,
      restored,
      toSubject: tells(target.subject),
    });
    return {
      changes,
      replies: [...told, ...back.replies, ...hanging.replies, ...replies],
      upheld: { what: 'reversed', corrected: [target.number], points, restored },
    };
  });
  const sum = taken.flatMap(({ upheld }) => (upheld.what === 'reversed' ? [upheld] : []));
  return {
    changes: taken.flatMap(({ changes }) => changes),
    replies: taken.flatMap(({ replies }) => replies),
    upheld: sum.some(({ points }) => points !== 0)
      ? {
          what: 'reversed',
          corrected: sum.flatMap((one) => one.corrected),
          points: sum.reduce((all, { points }) => all + points, 0),
          restored: sum.flatMap(({ restored }) => restored),
        }
      : { what: 'nothing' },
  };

  /** By putting the register right, where it is a line of it: the other lines of the year follow. */
  function reverse(then: ActorContext, target: PointsMatter) {
    const [line] = truth === null ? [] : registerLines(then.facts, context.rulebook, [target.number]);
    if (line === undefined || truth === null)
      return { entries: reversals(then, standingEntries(then.facts, target), number), replies: [] };
    const { activity, subject: person } = line;
    const settled = applyTruth(then, { number, activity, person, truth });
    // A leave of a kind that costs points as well leaves the line itself as it is.
    return { entries: settled.changes, replies: settled.replies };
  }
}

/** To the member whose score changes, unless the answer to the objection says it; to who keeps points, what came back. */
function tellTaken(
  context: ActorContext,
  corrected: PointsMatter,
  taken: {
    readonly number: number;
    readonly points: number;
    readonly restored: readonly Restored[];
    readonly toSubject: boolean;
  },
): readonly Reply[] {
  const { number, points, restored } = taken;
  const { number: corrects, subject: member } = corrected;
  const year = yearOf(corrected.deedOn);
  const { total } = scoreOf(context.facts, context.rulebook, member, year);
  const said = { number: keepPrivate(number), corrects, points, year, total, again: false, restored };
  return [
    ...(taken.toSubject && points !== 0
      ? [toPerson(member, 'rulings.correctedToSubject', heardBySubject(context, said))]
      : []),
    ...tellRestored(context, { member, year }, restored, { corrects, besides: [] }),
  ];
}

/** What the answer names is reversed at once; otherwise secretary and recorder hear what was found, and put it right. */
function ofNotice(context: ActorContext, matter: ObjectionMatter, notice: number, wording: Wording): Redone {
  const { facts, actor } = context;
  const { number, state } = matter;
  const corrected = wording.corrects.map((each) => facts.get('matter', each)).filter((m) => m !== undefined);
  const found = {
    number,
    notice,
    corrected: keepPrivate(corrected.map((each) => each.number)),
    explanation: keepPrivate(wording.explanation),
  };
  // Who answers here and corrects at once tells nobody else: the member hears of it.
  const told = corrected.length === 0 || actor.kind === 'superior' ? keepers(facts) : [];
  const replies = told
    .filter((id) => id !== matter.proposer && id !== actor.id)
    .map((id) => toPerson(id, 'objections.putRight', found));
  if (corrected.length === 0)
    return state === 'open'
      ? { changes: [], replies, upheld: { what: 'toPutRight', asked: askedBesides(facts, actor.id) } }
      : { changes: [], replies: [], upheld: { what: 'putRight', unchanged: wording.unchanged } };
  const taken = takeBack(context, matter, { wording, corrected: corrected.filter(isPoints) }, () => true);
  return { ...taken, replies: [...taken.replies, ...replies] };
}

/** The member is what he was, from the day on which it was taken; those who keep the roster hear of it. */
function giveBack(context: ActorContext, target: StatusMatter): Redone {
  const { facts, actor } = context;
  if (!stillStands(facts, target)) return { changes: [], replies: [], upheld: { what: 'nothing' } };
  const { from, to } = target;
  const asked = statusAsked(facts, target);
  const taken = takenBack(context, target);
  const told = keepers(facts)
    .filter((id) => id !== actor.id && id !== target.subject)
    .map((id) => toPerson(id, 'objections.standingRestored', { asked }));
  return {
    changes: taken.changes,
    upheld: { what: 'standingRestored', from: to, to: from },
    replies: [...told, ...taken.replies],
  };
}

/** The score counts again; the branch and those above it learn of it, as they did of the veto. */
function setAside(context: ActorContext, { proposer }: ObjectionMatter, veto: VetoMatter): Redone {
  const { facts, actor } = context;
  const year = yearOf(veto.deedOn);
  if (isArchived(facts, year))
    return { changes: [], replies: [], upheld: { what: 'archived', year, supplement: null } };
  if (veto.state !== 'confirmed') return { changes: [], replies: [], upheld: { what: 'nothing' } };
  const { changes, replies, total } = liftVeto(context, veto);
  const said = { veto: veto.number, subject: refById(facts, veto.subject), year, total };
  const told = [
    veto.subject,
    ...holders(facts, 'secretary').map(({ id }) => id),
    ...superiors(facts).map(({ id }) => id),
  ];
  return {
    changes,
    upheld: { what: 'vetoSetAside', year },
    replies: [
      ...[...new Set(told)]
        .filter((person) => person !== actor.id && person !== proposer)
        .map((person) => toPerson(person, 'objections.vetoSetAside', said)),
      ...replies,
    ],
  };
}
