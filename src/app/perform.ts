import { z } from 'zod';
import { holds, refOf, isHere, secretariat } from '../domain/branch/people.js';
import { accountsOf } from '../domain/roster/accounts.js';
import type { Person } from '../domain/roster/rows.js';
import { subjectKnows } from '../domain/matters/kinds.js';
import { partInMatter } from '../domain/rulings/proxy.js';
import {
  refuse,
  type Context,
  type Outcome,
  type UseCase,
  type AfterBackup,
  type Intent,
} from './use-case.js';
import { asStranger } from './door/unbound.js';
import { passedOn } from './matters/waiting.js';
import { toSpeaker } from './reply.js';
import type { Holder, Who } from './who.js';
import type { Facts } from '../domain/branch/facts.js';
import type { Change } from '../domain/branch/rows.js';
import type { Matter } from '../domain/rulings/rows.js';

const aboutMatter = z.object({ number: z.int() });

/**
 * The second lock of the one door, for what the recorder enters for the actor (`/代`, SPEC §3): only for members without
 * an account, only what may be entered so, and witness and consent only by recorders with no part in the matter.
 * Undefined: allowed.
 */
function proxyRefusal(
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
  // Until its proof is complete, recorders must not learn that a deduction is about themselves.
  if (part === 'subject' && !subjectKnows(facts, rulebook, matter))
    return refuse('points.cannotWitness', { number, why: 'notNamed' });
  if (part !== undefined) return refuse('door.proxyPart', { number, part });
  if (byProxy === 'signedPaper' && attachments.length === 0) return refuse('door.proxyPaper', { number });
  return undefined;
}

/**
 * The one door: typing, clicking and jobs all make an intent, and every use case runs through here. Checks who may act,
 * where, and for whom (`/代`), then lets the use case decide; an inspector never changes anything.
 */
export function decide(context: Context, intent: Intent): Outcome | AfterBackup {
  const { useCase } = intent;
  const fromClock = useCase.who === 'clock' && context.byClock;
  if (!fromClock && !mayAct(context.facts, context.actor, useCase.who)) {
    // Leavers are strangers again.
    return context.actor === null || !isHere(context.actor)
      ? refuse('door.unbound', asStranger(context))
      : refuse('door.notYours', { useCase: useCase.name, who: useCase.who });
  }
  if (useCase.place === 'private' && context.place === 'group') {
    return refuse('door.onlyPrivate', { useCase: useCase.name });
  }
  const input = useCase.input.parse(intent.input);
  const refused =
    context.enteredBy === null ? undefined : proxyRefusal(context, context.enteredBy, useCase, input);
  const decided = refused ?? useCase.run(context, input);
  const outcome =
    decided.kind === 'done'
      ? { ...decided, replies: [...decided.replies, ...passedOn(context, decided.changes)] }
      : decided;
  if (outcome.kind === 'done' && hasTooManyOpen(context, outcome.changes))
    return refuse('door.tooManyOpen', { most: context.limits?.openMatters ?? 0 });
  if (outcome.kind === 'done' && context.place === 'group' && useCase.isPersonal?.(input, context) === true)
    return { ...outcome, replies: [...outcome.replies, toSpeaker('door.reasonInGroup', {})] };
  const looksOn = context.actor?.kind === 'inspector' && outcome.kind === 'done';
  return looksOn && outcome.changes.length > 0 ? refuse('door.readsOnly', {}) : outcome;
}

/** Whether somebody enters more than may wait for others at one time; what the clock drafts is no one's. */
function hasTooManyOpen({ facts, actor, limits }: Context, changes: readonly Change[]): boolean {
  if (limits === null || actor === null) return false;
  const isWaiting = ({ state, proposer }: Matter) => state === 'open' && proposer === actor.id;
  const entered = changes.filter(
    (change) =>
      change.table === 'matter' &&
      isWaiting(change.row) &&
      facts.get('matter', change.row.number) === undefined,
  );
  return (
    entered.length > 0 && facts.all('matter').filter(isWaiting).length + entered.length > limits.openMatters
  );
}

/** Whether `/帮助`, suggestions and hints may name it to the speaker. */
export function isOffered(
  { facts, actor }: Pick<Context, 'facts' | 'actor'>,
  { who, offeredTo = who }: Pick<UseCase, 'who' | 'offeredTo'>,
): boolean {
  return mayAct(facts, actor, offeredTo);
}

/** Whether a person may use what is for `who`. */
export function mayAct(facts: Facts, person: Person | null, who: Who): boolean {
  if (who === 'strangers') return true;
  if (who === 'clock') return false;
  if (person === null || !isHere(person)) return who === 'unbound';
  if (who === 'unbound') return false;
  if (who === 'everybody') return true;
  if (who === 'members') return person.kind === 'member';
  if (who === 'people') return person.kind === 'member' || person.kind === 'mass';
  return who.some((holder) => isOne(facts, person, holder));
}

function isOne(facts: Facts, { id, kind }: Person, holder: Holder): boolean {
  switch (holder) {
    case 'member':
    case 'mass':
    case 'superior':
    case 'inspector':
      return kind === holder;
    case 'actingSecretary':
      return secretariat(facts).some((one) => one.id === id);
    case 'secretary':
    case 'deputySecretary':
    case 'committeeMember':
    case 'groupLeader':
    case 'recorder':
    case 'supervisor':
      return holds(facts, id, holder);
  }
}
