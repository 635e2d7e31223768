import { refById, superiors } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import type { CorrectionMatter, VetoMatter } from '../../domain/rulings/rows.js';
import type { Effect } from '../matters/kind.js';
import { toPerson } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { liftVeto } from './lift.js';

/** The correction of a certified veto. */
export function setAsideVeto(context: ActorContext, correction: CorrectionMatter, veto: VetoMatter): Effect {
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
