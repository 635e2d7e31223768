import { z } from 'zod';
import { holds, refOf } from '../domain/branch/people.js';
import { accountsOf } from '../domain/roster/accounts.js';
import type { Person } from '../domain/roster/rows.js';
import { subjectKnows } from '../domain/matters/kinds.js';
import { partInMatter } from '../domain/rulings/proxy.js';
import { refuse, type Context, type Outcome, type UseCase } from './use-case.js';

const aboutMatter = z.object({ number: z.int() });

/**
 * The second lock of the one door, for what the recorder enters for the actor (`/代`, SPEC §3): only for a member
 * without an account, only what may be entered so, and witness and consent by nobody who has a part in the matter.
 * Undefined: he may.
 */
export function proxyRefusal(
  context: Context,
  recorder: Person,
  useCase: UseCase,
  input: unknown,
): Outcome | undefined {
  const { facts, actor } = context;
  const { byProxy } = useCase;
  if (actor?.kind !== 'member' || byProxy === undefined || !holds(facts, recorder.id, 'recorder'))
    return refuse('door.notByProxy', {});
  if (accountsOf(facts, actor.id).length > 0)
    return refuse('door.hasAccount', { person: refOf(facts, actor), command: null });
  return byProxy === 'allowed' ? undefined : partial(context, recorder, byProxy, input);
}

function partial(
  { facts, rulebook, attachments }: Context,
  recorder: Person,
  byProxy: 'impartial' | 'signedPaper',
  input: unknown,
): Outcome | undefined {
  const { number } = aboutMatter.parse(input);
  const matter = facts.get('matter', number);
  // The use case itself says that there is no such matter.
  if (matter === undefined) return undefined;
  const part = partInMatter(facts, matter, recorder);
  // Before its proof is complete the recorder must not learn that a deduction is about himself.
  if (part === 'subject' && !subjectKnows(facts, rulebook, matter))
    return refuse('points.cannotWitness', { number, why: 'notNamed' });
  if (part !== undefined) return refuse('door.proxyPart', { number, part });
  if (byProxy === 'signedPaper' && attachments.length === 0) return refuse('door.proxyPaper', { number });
  return undefined;
}
