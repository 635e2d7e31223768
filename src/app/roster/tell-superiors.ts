import { refOf, superiors, type PersonRef } from '../../domain/branch/people.js';
import type { OfficeName } from '../../domain/roster/rows.js';
import { toPerson, type Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';

interface OfficeChange {
  readonly person: PersonRef;
  readonly office: OfficeName;
  readonly begins: boolean;
  readonly on: string;
  readonly recommendedOn: string | null;
}

/** The superior committee hears in private of every office that begins or ends, unless it was they who did it. */
export function toSuperiors({ facts, actor }: ActorContext, told: OfficeChange): readonly Reply[] {
  const by = refOf(facts, actor);
  return superiors(facts)
    .filter((superior) => superior.id !== actor.id)
    .map((superior) =>
      toPerson(superior.id, 'roster.officesChanged', { ...told, branch: facts.branch.name, by }),
    );
}
