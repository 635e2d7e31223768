import { contextOf, type HandlerDeps, type Incoming, type Reader } from '../incoming.js';
import { lettersOf } from '../letters/letters.js';
import { hold, joinedWith } from '../letters/joined.js';
import { decide } from '../perform.js';
import { spent } from '../plain/offers.js';
import type { Letter } from '../ports/store/store.js';
import type { Unrecorded } from './unrecorded.js';
import type { Outcome } from '../use-case.js';

export function ordersPaper({ paper }: Letter): boolean {
  return paper !== undefined;
}

export function changesNothing(outcome: Outcome): boolean {
  if (outcome.kind === 'refused') return true;
  return outcome.changes.length === 0 && outcome.resend.length === 0 && outcome.onRecord !== true;
}

export function isUnbound(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.say.code === 'door.unbound';
}

/** An answer that changed nothing leaves without a commit. */
export function answerAtOnce(
  deps: HandlerDeps,
  unrecorded: Unrecorded,
  incoming: Incoming,
  answers: readonly Pick<Letter, 'chat' | 'text' | 'files' | 'reply'>[],
): void {
  const { now, later } = joinedWith(incoming.joined, incoming.speaker, answers, (chat, text) => ({
    ...{ chat, text, files: [] },
  }));
  if (incoming.joined !== undefined) hold(incoming.joined, later);
  now.forEach(({ chat, text, files, reply }, index) => {
    if (chat === null) return;
    const handle = reply === undefined ? {} : { reply };
    deps.delivery.answer({ key: keyOf(incoming, index), chat, text, files, ...handle });
  });
  unrecorded.add(incoming.branch, incoming.message);
}

/**
 * Answers a question while a write of the branch cannot be made, because the disk or another process holds it up. False:
 * it would change something, or is not plainly a question, and has to wait for its turn.
 */
export function answerMeanwhile(
  deps: HandlerDeps,
  unrecorded: Unrecorded,
  incoming: Incoming,
  read: Reader,
): boolean {
  const { branch, message, speaker, joined } = incoming;
  if (speaker === null || joined !== undefined) return false;
  if (unrecorded.has(branch, message) || deps.store.handled(branch, message)) return false;
  const context = contextOf(deps, incoming, deps.store.snapshot(branch).facts);
  const meaning = read(context);
  if (meaning.kind !== 'intent') return false;
  const outcome = decide(context, meaning.intent);
  if (outcome.kind === 'backup' || isUnbound(outcome) || !changesNothing(outcome)) return false;
  if (spent(context, []).length > 0) return false;
  const letters = lettersOf(deps, incoming, context, outcome, meaning);
  if (letters.some(ordersPaper)) return false;
  answerAtOnce(deps, unrecorded, incoming, letters);
  return true;
}

export function keyOf({ branch, message }: Incoming, part: string | number): string {
  return `${branch}/${message.channel}/${message.messageId}/${part}`;
}
