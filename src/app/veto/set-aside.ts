import { put } from '../../domain/branch/rows.js';
import { refById, superiors } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import type { CorrectionMatter, VetoMatter } from '../../domain/rulings/rows.js';
import { scoreOf } from '../points/standing.js';
import type { Effect } from '../rulings/effect.js';
import { toPerson, type ActorContext } from '../use-case.js';

/**
 * The correction of a certified veto: it posted no entries, so nothing is reversed; it is closed, its ruling stays on
 * record, and the score of its year is computed from the entries again.
 */
export function setAsideVeto(context: ActorContext, correction: CorrectionMatter, veto: VetoMatter): Effect {
  const { facts, rulebook, actor } = context;
  const { number, corrects } = correction;
  if (veto.state !== 'confirmed')
    return { changes: [], result: { kind: 'nothingLeft', number, corrects }, replies: [] };
  const changes = [put('matter', { ...veto, state: 'closed' })];
  const year = yearOf(veto.deedOn);
  const { total } = scoreOf(facts.with(changes), rulebook, veto.subject, year);
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
    ],
  };
}
