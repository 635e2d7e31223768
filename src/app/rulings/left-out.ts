import { alike, isPoints } from '../../domain/points/deeds.js';
import { asksMeeting, isToBeHeard } from '../../domain/points/hearing.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { kindOf } from '../matters/kind.js';
import { besidesOf, occasionOf } from '../matters/points.js';
import type { ActorContext } from '../use-case.js';
import type { LeftOut } from './says.js';

/** Why 全部, or a range (1-3), does not take a matter, and so by which word it is decided; undefined: it does. */
export function leftOut(context: ActorContext, matter: Matter): LeftOut | undefined {
  const { number } = matter;
  const kind = kindOf(context, matter);
  const unanswered = kind.unanswered?.(context, matter) ?? null;
  if (isToBeHeard(unanswered, context.now)) {
    const wantsMeeting = asksMeeting(context.facts, context.rulebook, matter);
    return { number, by: 'hearing', until: unanswered.until, wantsMeeting };
  }
  if (kind.carryOut === undefined)
    return { number, by: 'answer', register: kind.register?.(context, matter) ?? null };
  const besides = isPoints(matter) ? besidesOf(context.facts, matter) : [];
  if (besides.length > 0) return { number, by: 'besides', besides };
  const near = isPoints(matter) ? alike(context.facts, context.rulebook, matter) : [];
  if (near.length > 0) return { number, by: 'alike', near };
  if (isPoints(matter) && matter.otherDay !== undefined) return { number, by: 'otherDay' };
  const occasion = isPoints(matter) ? occasionOf(context.facts, context.rulebook, matter) : null;
  if (occasion?.line === 'dues' && occasion.paidOn !== null)
    return { number, by: 'paid', on: occasion.paidOn };
  return kind.goesWithOthers(context, matter) ? undefined : { number, by: 'itself' };
}
