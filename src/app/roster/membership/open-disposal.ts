import { refById } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import { openDisposal } from '../../../domain/year/follow-up.js';
import { toPerson, type Reply } from '../../reply.js';
import type { ActorContext } from '../../use-case.js';
import { officersFor } from '../../veto/cards.js';

/** Where they go nobody knows of a disposal under way, and its end is called no more: who keeps the record hears of it now. */
export function tellOpenDisposal({ facts }: ActorContext, id: number): readonly Reply[] {
  const disposal = openDisposal(facts, id);
  if (disposal === undefined) return [];
  const told = { person: keepPrivate(refById(facts, id)), disposal: keepPrivate(disposal) };
  return officersFor(facts, id).map((officer) => toPerson(officer, 'year.disposalLeaves', told));
}
