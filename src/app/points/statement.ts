import type { Facts } from '../../domain/branch/facts.js';
import type { Matter, MatterKind } from '../../domain/rulings/rows.js';
import { z } from 'zod';
import { keepPrivate } from '../../domain/private.js';
import { refOf } from '../../domain/branch/people.js';
import { isReady, subjectKnows } from '../../domain/matters/kinds.js';
import { stillStands } from '../../domain/roster/matter.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { addRemark } from '../../domain/matters/remarks.js';
import { isTooLong, longestText } from '../free-text.js';
import { firstInLine } from '../matters/announce.js';
import { matterCard } from '../matters/cards.js';
import { officersFor } from '../veto/cards.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';

/** What is said about somebody before it is ruled. */
const heard: ReadonlySet<MatterKind> = new Set(['deduction', 'veto', 'status', 'attendance', 'correction']);

function mayObject(facts: Facts, matter: Matter): boolean {
  return matter.kind === 'status' ? stillStands(facts, matter) : matter.kind !== 'attendance';
}

/** What the speaker may still answer before it is ruled. */
export function toAnswer({ facts, rulebook, actor }: ActorContext): readonly Matter[] {
  return facts.open().filter((matter) => isToAnswer(facts, rulebook, matter, actor.id));
}

function isToAnswer(facts: Facts, rulebook: Rulebook, matter: Matter, speaker: number): boolean {
  return heard.has(matter.kind) && matter.subject === speaker && subjectKnows(facts, rulebook, matter);
}

/**
 * `/说明 N 文字`, also 没有意见: the subject of a deduction, veto, change of status or of their attendance answers it before the ruling
 * (SPEC §2). All others get
 * the answer of a number that does not exist.
 */
export const makeStatement = useCase({
  name: 'points.statement',
  who: 'everybody',
  offeredTo: 'members',
  place: 'anywhere',
  byProxy: 'impartial',
  input: z.strictObject({ number: z.int(), text: z.string().min(1) }),
  isPersonal: () => true,
  run: ({ facts, rulebook, actor, now, kinds, enteredBy }, { number, text }) => {
    if (isTooLong(text)) return refuse('rulings.textTooLong', { most: longestText });
    const matter = facts.get('matter', number);
    if (matter === undefined || !isToAnswer(facts, rulebook, matter, actor.id))
      return refuse('points.noStatementWanted', { number });
    const { state } = matter;
    if (state !== 'open')
      return done({
        replies: [
          toSpeaker('points.statementTooLate', {
            number,
            state,
            mayObject: state === 'confirmed' && mayObject(facts, matter),
          }),
        ],
      });
    const changes = [addRemark(facts, { matter: number, kind: 'statement', by: actor.id, at: now, text })];
    const card = keepPrivate(matterCard({ facts: facts.with(changes), rulebook, kinds }, matter));
    const ready = isReady(facts, rulebook, matter);
    // A deduction whose proof was taken back is with nobody: its ruler reads this once it is proven again.
    const rulers = ready ? firstInLine(facts, matter) : [];
    const isHeard = !ready && matter.kind !== 'deduction';
    return done({
      changes,
      ids: [number],
      replies: [
        toSpeaker(isHeard ? 'veto.statementTaken' : 'points.statementTaken', {
          number: keepPrivate(number),
          entered: enteredBy === null ? null : refOf(facts, actor),
        }),
        // Before its vote a veto is with those who hold the hearing, not yet with the rulers.
        ...(isHeard
          ? officersFor(facts, actor.id).map((id) => toPerson(id, 'veto.stated', { card }))
          : rulers.map((ruler) => toPerson(ruler.id, 'rulings.stated', { card }))),
      ],
    });
  },
});
