import { holders, isHere, refOf } from '../../domain/branch/people.js';
import type { Context } from '../use-case.js';
import type { DoorSays } from './says.js';

/**
 * What an account of nobody here hears. Who left reads, in private, who sees to what was entered while they were here: a
 * binding would lead nowhere, and the group does not hear who has left. Of the dead nothing is said.
 */
export function asStranger({
  facts,
  actor,
  place,
}: Pick<Context, 'facts' | 'actor' | 'place'>): DoorSays['unbound'] {
  const branch = facts.branch.name;
  const isGone = actor?.kind === 'member' && !isHere(actor) && actor.leftHow !== 'deceased';
  if (!isGone || place === 'group') return { branch, left: null };
  const [secretary] = holders(facts, 'secretary');
  return { branch, left: { secretary: secretary === undefined ? null : refOf(facts, secretary) } };
}
