import { kindOf } from '../matters/kind.js';
import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { isPoints } from '../../domain/points/deeds.js';
import { isReady } from '../../domain/matters/kinds.js';
import { addRemark, meetingOf } from '../../domain/matters/remarks.js';
import type { Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { tellOfMoved } from '../year/moved.js';
import { judge } from './judge.js';
import type { RulingResult } from '../matters/results.js';

/** What became of one matter of a list. */
export interface Step {
  readonly changes: readonly Change[];
  readonly result: RulingResult;
  readonly replies: readonly Reply[];
}

/** Each number is judged by itself, on what those before it have changed (SPEC §6). */
export function confirmEach(
  context: ActorContext,
  numbers: readonly number[],
  meetingOn: string | null,
): readonly Step[] {
  let { facts } = context;
  return [...new Set(numbers)].map((number) => {
    const step = confirmOne({ ...context, facts }, number, meetingOn);
    facts = facts.with(step.changes);
    return step;
  });
}

function confirmOne(context: ActorContext, number: number, meetingOn: string | null): Step {
  const { facts, rulebook, actor, now } = context;
  if (meetingOn !== null && isMeetingTooEarly(facts, number, meetingOn))
    return { changes: [], result: { kind: 'meetingTooEarly', number, meetingOn }, replies: [] };
  const later = meetingOn === null ? undefined : noteMeeting(context, number, meetingOn);
  if (later !== undefined) return later;
  const judged = judge(context, number);
  if (judged.kind === 'not') return { changes: [], result: judged.result, replies: judged.replies };
  const { matter } = judged;
  if (!isReady(facts, rulebook, matter))
    return {
      changes: [],
      result: kindOf(context, matter).notReady?.(context, matter) ?? { kind: 'noProof', number, missing: 0 },
      replies: [],
    };
  const ruling = { matter: number, ruler: actor.id, decision: 'confirmed' as const, at: now, meetingOn };
  const decided: Change[] = [
    put('matter', { ...matter, state: 'confirmed' }),
    put('ruling', { ...ruling, reason: null }),
  ];
  const effect = kindOf(context, matter).carryOut(
    { ...context, facts: facts.with(decided) },
    matter,
    meetingOn,
  );
  const changes = [...decided, ...effect.changes];
  const moved = tellOfMoved(context, facts.with(changes));
  return { changes, result: effect.result, replies: [...effect.replies, ...moved] };
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
      result: { kind: 'decided', number, state: matter.state, ruler },
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
