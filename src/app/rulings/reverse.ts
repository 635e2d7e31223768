import { reversals, replacedBy } from '../points/reversals.js';
import type { CorrectionMatter } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { holders, refById } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { standingEntries } from '../../domain/points/deeds.js';
import { isQuiet } from '../../domain/matters/kinds.js';
import { scoreOf } from '../../domain/year/score.js';
import { toPerson, type Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { setAsideVeto } from '../veto/set-aside.js';
import { closeHanging } from '../matters/close-hanging.js';
import type { Effect } from '../matters/kind.js';

/** Posts the reversing entries of a correction. `context.facts` already holds its ruling. */
export function reverse(context: ActorContext, matter: CorrectionMatter): Effect {
  const { facts, rulebook, place } = context;
  const { number, corrects } = matter;
  const corrected = facts.get('matter', corrects);
  if (corrected === undefined) throw new Error(`#${number} corrects #${corrects}, which is not there`);
  if (corrected.kind === 'veto') return setAsideVeto(context, matter, corrected);
  const standing = standingEntries(facts, corrected);
  const [first] = standing;
  if (first === undefined)
    return { changes: [], result: { kind: 'nothingLeft', number, corrects }, replies: [] };
  const hanging = closeHanging(facts, corrects);
  const changes = [...reversals(context, standing, number), ...hanging.changes];
  const points = standing.reduce((sum, entry) => sum - entry.points, 0);
  const year = yearOf(first.deedOn);
  const { total } = scoreOf(facts.with(changes), rulebook, matter.subject, year);
  const heard = place === 'group' && !isQuiet(facts, corrected);
  return {
    changes,
    result: {
      kind: 'corrected',
      number,
      corrects,
      subject: refById(facts, matter.subject),
      points,
      year,
      total,
      replaced: replacedBy(facts, corrected),
      supplement: matter.supplement === true,
    },
    replies: [
      ...(heard
        ? []
        : [
            toPerson(matter.subject, 'rulings.correctedToSubject', {
              number: keepPrivate(number),
              corrects,
              points,
              year,
              total,
            }),
          ]),
      ...tellKeepers(context, matter, { points, year, total }),
      ...hanging.replies,
    ],
  };
}

/** A 补正 is ruled above: the secretary and who asked for it hear what became of the archived year. */
function tellKeepers(
  { facts, actor }: ActorContext,
  { number, corrects, subject, proposer, supplement }: CorrectionMatter,
  changed: { readonly points: number; readonly year: number; readonly total: number },
): readonly Reply[] {
  if (supplement !== true) return [];
  const archived = facts.get('yearRecord', changed.year, subject)?.total ?? null;
  const told = { number, corrects, subject: refById(facts, subject), ...changed, archived };
  const keepers = new Set([...holders(facts, 'secretary').map(({ id }) => id), proposer]);
  return [...keepers]
    .filter((id) => id !== subject && id !== actor.id)
    .map((id) => toPerson(id, 'rulings.supplemented', { told: keepPrivate(told) }));
}
