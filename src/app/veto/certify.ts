import { holders, refById, refOf, superiors } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import type { Effect } from '../matters/kind.js';
import { toPerson } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { vetoCard } from './cards.js';

/** The veto is certified: its state overrides the score of its year, the entries stay, and the superior is informed. */
export function certifyVeto({ facts, actor }: ActorContext, matter: VetoMatter): Effect {
  const { number, subject, ground, vote } = matter;
  if (vote === null) throw new Error(`#${number} was certified without a vote`);
  const year = yearOf(matter.deedOn);
  const above = superiors(facts);
  const reported = actor.kind === 'superior' ? 'self' : above.length > 0 ? 'informed' : 'nobody';
  const told = {
    branch: facts.branch.name,
    card: keepPrivate(vetoCard(facts, matter)),
    vote: keepPrivate(vote),
    certifiedBy: refOf(facts, actor),
    year,
  };
  const branch = new Set([matter.proposer, ...holders(facts, 'secretary').map(({ id }) => id)]);
  return {
    changes: [],
    result: { kind: 'certified', number, subject: refById(facts, subject), year, reported },
    replies: [
      toPerson(subject, 'veto.certifiedToSubject', {
        number: keepPrivate(number),
        ground: keepPrivate(ground),
        year,
      }),
      ...[...branch]
        .filter((id) => id !== actor.id && id !== subject && !above.some((one) => one.id === id))
        .map((id) =>
          toPerson(id, 'veto.certifiedToBranch', {
            number: keepPrivate(number),
            subject: keepPrivate(refById(facts, subject)),
            certifiedBy: refOf(facts, actor),
            year,
          }),
        ),
      ...above
        .filter(({ id }) => id !== actor.id)
        .map(({ id }) => toPerson(id, 'veto.certifiedToSuperior', told)),
    ],
  };
}
