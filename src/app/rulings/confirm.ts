import { kindOf } from '../matters/kind.js';
import { besidesOf } from '../matters/points.js';
import type { Facts } from '../../domain/branch/facts.js';
import { holders, isHere, personOf, refById } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { isPoints } from '../../domain/points/deeds.js';
import { isReady } from '../../domain/matters/kinds.js';
import { asksMeeting, isToBeHeard } from '../../domain/points/hearing.js';
import { partInMatter } from '../../domain/rulings/proxy.js';
import { addRemark, meetingOf } from '../../domain/matters/remarks.js';
import { toSpeaker, type Reply } from '../reply.js';
import { done, useCase, refuse, type ActorContext } from '../use-case.js';
import { tellOfMoved } from '../year/steps/moved.js';
import { judge, tellResults } from './judge.js';
import { leftOut } from './left-out.js';
import type { LeftOut } from './says.js';
import type { RulingResult } from '../matters/results.js';
import { z } from 'zod';
import type { Matter } from '../../domain/rulings/rows.js';
import { rulers } from '../who.js';

/** What became of one matter of a list. */
interface Step {
  readonly changes: readonly Change[];
  readonly result: RulingResult;
  readonly replies: readonly Reply[];
}

/** What the ruler says beside the number. */
interface Said {
  /** Day of the meeting. */
  readonly meetingOn: string | null;
  /** They heard the subject in person. */
  readonly heard: boolean;
  /** Those that only a range names: a day of the meeting is meant for those of them that ask for one. */
  readonly ranged: readonly number[];
}

/**
 * Each number is judged on its own, after what those before it changed (SPEC §6). What the register says comes first:
 * a deduction drafted for an absence falls with the leave that is granted in the same line.
 */
export function confirmEach(
  context: ActorContext,
  numbers: readonly number[],
  said: Said,
): { readonly steps: readonly Step[]; readonly changes: readonly Change[] } {
  let { facts } = context;
  const changes: Change[] = [];
  const asked = [...new Set(numbers)];
  const settlesRegister = (number: number) => {
    const kind = facts.get('matter', number)?.kind;
    return kind === 'leave' || kind === 'attendance';
  };
  const first = asked.filter(settlesRegister);
  const steps = new Map<number, Step>();
  for (const number of new Set([...first, ...asked])) {
    const step = confirmOne({ ...context, facts }, number, { ...said, isOnly: asked.length === 1 });
    facts = facts.with(step.changes);
    // In the order in which they were decided: the ledger counts on.
    changes.push(...step.changes);
    const fell = step.result.kind === 'decided' && context.facts.get('matter', number)?.state === 'open';
    steps.set(number, fell ? { ...step, result: { kind: 'fellBefore', number } } : step);
  }
  return { steps: asked.flatMap((number) => steps.get(number) ?? []), changes };
}

function confirmOne(context: ActorContext, number: number, said: Said & { readonly isOnly: boolean }): Step {
  const { facts, actor, now } = context;
  const { heard } = said;
  const meetingOn = meetingFor(context, number, said);
  const nothing = (result: RulingResult): Step => ({ changes: [], result, replies: [] });
  if (meetingOn !== null && isMeetingTooEarly(facts, number, meetingOn))
    return nothing({ kind: 'meetingTooEarly', number, meetingOn });
  const later = meetingOn === null ? undefined : noteMeeting(context, number, meetingOn);
  if (later !== undefined) return later;
  const judged = judge(context, number);
  if (judged.kind === 'not') return { changes: [], result: judged.result, replies: judged.replies };
  const { matter } = judged;
  const kind = kindOf(context, matter);
  const not = notYet(context, matter, { heard, meetingOn });
  if (not !== undefined) return nothing(not);
  if (!said.isOnly && kind.isAlone?.(context, matter) === true) return nothing({ kind: 'alone', number });
  if (kind.carryOut === undefined) {
    const register = kind.register?.(context, matter) ?? null;
    return nothing({ kind: 'answerInstead', number, upheld: false, register });
  }
  const ruling = { matter: number, ruler: actor.id, decision: 'confirmed' as const, at: now, meetingOn };
  const wasHeard = heard && kind.unanswered !== undefined ? { heard } : {};
  const decided: Change[] = [
    put('matter', { ...matter, state: 'confirmed' }),
    put('ruling', { ...ruling, reason: null, ...wasHeard }),
  ];
  const effect = kind.carryOut({ ...context, facts: facts.with(decided) }, matter, meetingOn);
  const changes = [...decided, ...effect.changes];
  const moved = tellOfMoved(context, facts.with(changes));
  return { changes, result: effect.result, replies: [...effect.replies, ...moved] };
}

/** Its proof is missing, or its subject has still to be heard (SPEC §2, hearing before a deduction). */
function notYet(
  context: ActorContext,
  matter: Matter,
  { heard, meetingOn }: Omit<Said, 'ranged'>,
): RulingResult | undefined {
  const { facts, rulebook, now } = context;
  const { number, subject } = matter;
  const kind = kindOf(context, matter);
  if (!isReady(facts, rulebook, matter))
    return kind.notReady?.(context, matter) ?? { kind: 'noProof', number, missing: 0 };
  const besides = isPoints(matter) ? besidesOf(facts, matter) : [];
  if (besides.length > 0) return { kind: 'besidesFirst', number, besides };
  const unanswered = kind.unanswered?.(context, matter) ?? null;
  if (heard || !isToBeHeard(unanswered, now)) return undefined;
  const byProxy = holders(facts, 'recorder').some((each) => partInMatter(facts, matter, each) === undefined);
  const who = { subject: refById(facts, subject), gone: !isHere(personOf(facts, subject)), byProxy };
  const wantsMeeting = asksMeeting(facts, rulebook, matter);
  return { kind: 'notHeard', number, ...who, until: unanswered.until, meetingOn, wantsMeeting };
}

function meetingFor({ facts, rulebook }: ActorContext, number: number, { meetingOn, ranged }: Said) {
  const matter = facts.get('matter', number);
  const passes = matter !== undefined && !(isPoints(matter) && asksMeeting(facts, rulebook, matter));
  return passes && ranged.includes(number) ? null : meetingOn;
}

/** A day without year may be read as last year's: no meeting spoke of a deed of a later year. */
function isMeetingTooEarly(facts: Facts, number: number, meetingOn: string): boolean {
  const matter = facts.get('matter', number);
  return matter !== undefined && isPoints(matter) && yearOf(meetingOn) < yearOf(matter.deedOn);
}

/** Who confirmed without the day of the meeting adds it with the same line, once. Undefined: a usual ruling. */
function noteMeeting(
  { facts, actor, now }: ActorContext,
  number: number,
  meetingOn: string,
): Step | undefined {
  const matter = facts.get('matter', number);
  if (matter?.state !== 'confirmed' || facts.get('ruling', number)?.ruler !== actor.id) return undefined;
  if (!isPoints(matter)) return undefined;
  const known = meetingOf(facts, number);
  if (known !== undefined) {
    const ruler = refById(facts, actor.id);
    return {
      changes: [],
      result: {
        ...{ kind: 'decided', number, what: matter.kind, state: matter.state, ruler },
        isToRegisterAgain: false,
      },
      replies: [],
    };
  }
  const remark = addRemark(facts, {
    matter: number,
    kind: 'meeting',
    by: actor.id,
    at: now,
    text: meetingOn,
  });
  return { changes: [remark], result: { kind: 'meetingNoted', number, meetingOn }, replies: [] };
}

/** What each came to, what was left out, and what others hear of it. */
export function tellConfirmed(
  context: ActorContext,
  steps: readonly Step[],
  left: readonly LeftOut[],
): readonly Reply[] {
  const results = steps.map(({ result }) => result);
  return [
    ...(results.length === 0 ? [] : tellResults(context, results)),
    ...(left.length === 0 ? [] : [toSpeaker('rulings.notConfirmedNow', { left })]),
    ...steps.flatMap(({ replies }) => replies),
  ];
}

/** A range takes no more than 全部 does; what has still to be heard or answered says so itself. */
function heldBack(context: ActorContext, number: number): LeftOut | undefined {
  const judged = judge(context, number);
  if (judged.kind === 'not' || !isReady(context.facts, context.rulebook, judged.matter)) return undefined;
  const left = leftOut(context, judged.matter);
  return left?.by === 'hearing' || left?.by === 'answer' ? undefined : left;
}

/** `/确认 N…`: each matter is judged on its own, and the reply lists every one (SPEC §6). */
export const confirmMatters = useCase({
  name: 'rulings.confirm',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({
    numbers: z.array(z.int()).min(1),
    /** Those that only a range names. */
    ranged: z.array(z.int()),
    meetingOn: z.string().nullable(),
    heard: z.boolean(),
  }),
  run: (context, { numbers, ranged, meetingOn, heard }) => {
    if (meetingOn !== null && meetingOn > context.today)
      return refuse('rulings.meetingInFuture', { date: meetingOn });
    const left = ranged.flatMap((number) => heldBack(context, number) ?? []);
    const taken = numbers.filter((number) => !left.some((other) => other.number === number));
    const { steps, changes } = confirmEach(context, taken, { meetingOn, heard, ranged });
    return done({
      changes,
      ids: [...new Set(numbers)],
      replies: tellConfirmed(context, steps, left),
    });
  },
});
