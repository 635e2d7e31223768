import { failureOf } from './failure.js';
import { contextOf, type HandlerDeps, type Incoming, type Reader } from './incoming.js';
import { answersOf, lettersOf, readdressed } from './letters/letters.js';
import { hold, joinedWith } from './letters/joined.js';
import { answerAtOnce, answerMeanwhile, changesNothing, isUnbound, keyOf, ordersPaper } from './meanwhile.js';
import { decide } from './perform.js';
import { remembered, spent } from './plain/offers.js';
import type { Snapshot, Unit } from './ports/store/store.js';
import { createUnrecorded, type Unrecorded } from './unrecorded.js';
import type { Meter } from './ports/meter.js';
import { refuse, type Context } from './use-case.js';

/** Resolves when the message is handled: its changes durable, its answer on the way. */
export type Handler = (incoming: Incoming, read: Reader) => Promise<void>;

/** How often a decision is made again because another process wrote first. */
const tries = 50;

/**
 * One queue for each branch: its messages are handled in order, one at a time, and branches do not wait
 * for each other. One message is one commit (SPEC §6).
 */
export function createHandler(deps: HandlerDeps): Handler {
  const queues = new Map<string, Promise<void>>();
  /** Who has a line in the queue: their next one does not overtake it. */
  const waiting = new Map<string, number>();
  const unrecorded = createUnrecorded();
  return (incoming, read) => {
    const { branch, speaker } = incoming;
    const who = `${branch}/${speaker?.account ?? ''}`;
    const own = waiting.get(who) ?? 0;
    if (own === 0 && queues.has(branch) && deps.store.isBlocked() && overtakes(incoming, read))
      return Promise.resolve();
    waiting.set(who, own + 1);
    const work = () => handle(deps, unrecorded, incoming, read);
    // The next message is handled even if this one failed.
    const next = (queues.get(branch) ?? Promise.resolve()).then(work, work);
    queues.set(branch, next);
    return next.finally(() => {
      if (queues.get(branch) === next) queues.delete(branch);
      const left = (waiting.get(who) ?? 1) - 1;
      if (left === 0) waiting.delete(who);
      else waiting.set(who, left);
    });
  };
  function overtakes(incoming: Incoming, read: Reader): boolean {
    try {
      return answerMeanwhile(deps, unrecorded, incoming, read);
    } catch {
      // Its turn comes, and then the failure is told.
      return false;
    }
  }
}

async function handle(
  deps: HandlerDeps,
  unrecorded: Unrecorded,
  incoming: Incoming,
  read: Reader,
): Promise<void> {
  const { branch, message } = incoming;
  const end = deps.meter.begin();
  let seen: Seen | undefined;
  try {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (unrecorded.has(branch, message) || deps.store.handled(branch, message)) return;
      if (!(await attemptOnce(deps, unrecorded, incoming, read, (what) => (seen = what)))) continue;
      if (seen !== undefined) end(...seen);
      return;
    }
    throw new Error('the branch is written to by too many processes');
  } catch (error) {
    end(seen?.[0] ?? 'unknown', 'failed');
    fail(deps, incoming, error);
  }
}

/** What a message came to, for those who count. */
type Seen = Parameters<ReturnType<Meter['begin']>>;

/** False when another process wrote first and the decision has to be made again. */
async function attemptOnce(
  deps: HandlerDeps,
  unrecorded: Unrecorded,
  incoming: Incoming,
  read: Reader,
  note: (seen: Seen) => void,
): Promise<boolean> {
  const { branch, message } = incoming;
  const snapshot = deps.store.snapshot(branch);
  const context = contextOf(deps, incoming, snapshot.facts);
  const meaning = read(context);
  const silent = meaning.kind === 'silence' && meaning.endsOffer === true ? spent(context, []) : [];
  if (meaning.kind === 'silence' && (silent.length === 0 || !snapshot.isSound)) return true;
  const commit = (unit: Decided, later: Later = []): Promise<boolean> =>
    commitUnit(deps, unrecorded, incoming, { snapshot, context, later }, unit);
  if (meaning.kind === 'silence') return commit({ changes: silent, contents: [], letters: [], audit: null });
  if (meaning.kind === 'answer') {
    note(['answer', 'answered']);
    if (meaning.isHint === true && !isHintDue(deps, unrecorded, incoming, context)) {
      unrecorded.add(branch, message);
      return true;
    }
    const answers = answersOf(deps, incoming, context, meaning);
    const changes = snapshot.isSound ? remembered(context, meaning.offer) : [];
    if (changes.length === 0) {
      answerAtOnce(deps, unrecorded, incoming, answers);
      return true;
    }
    const letters = answers.map((one) => ({ channel: deps.channel, person: null, expiresAt: null, ...one }));
    return commit({ changes, contents: [], letters, audit: null });
  }
  const decided = decide(context, meaning.intent);
  const outcome =
    decided.kind === 'backup' ? decided.then(await deps.backups.make(decided.which, context.now)) : decided;
  note([meaning.intent.useCase.name, outcome.kind]);
  if (isUnbound(outcome) && !isHintDue(deps, unrecorded, incoming, context)) {
    unrecorded.add(branch, message);
    return true;
  }
  const all = lettersOf(deps, incoming, context, outcome, meaning);
  const { now: letters, later } = joinedWith(incoming.joined, incoming.speaker, all, (chat, text) => ({
    ...{ channel: deps.channel, chat, person: null, text, files: [], expiresAt: null },
  }));
  const changes = spent(context, outcome.kind === 'done' ? outcome.changes : []);
  // An ordered paper is made after the answer is durable, so that a crash cannot lose it.
  if (incoming.speaker !== null && changesNothing(outcome) && !letters.some(ordersPaper)) {
    // One line of several ends no offer by itself: the others do, or the next message.
    if (changes.length > 0 && snapshot.isSound && incoming.joined === undefined)
      return commit({ changes, contents: [], letters, audit: null });
    answerAtOnce(deps, unrecorded, incoming, all);
    return true;
  }
  if (!snapshot.isSound) {
    // The clock tries again once the file is restored.
    const answers = lettersOf(deps, incoming, context, refuse('door.unsound', {}), {});
    if (incoming.speaker !== null) answerAtOnce(deps, unrecorded, incoming, answers);
    return true;
  }
  // The clock's claim is a row even when there was nothing to say.
  if (outcome.kind === 'refused') throw new Error(`the clock was refused: ${outcome.say.code}`);
  const { contents, ballots, ids, arrived = [] } = outcome;
  const resend = readdressed(deps, snapshot.facts, context, outcome.resend);
  const audit = { actor: context.actor?.id ?? null, useCase: meaning.intent.useCase.name, ids };
  const unit = { changes, contents, letters, resend, arrived, audit };
  return commit(ballots === undefined ? unit : { ...unit, ballots }, later);
}

/** What one message comes to, as the store takes it. */
type Later = Parameters<typeof hold>[1];
type Decided = Pick<Unit, 'changes' | 'contents' | 'letters' | 'audit' | 'ballots' | 'resend' | 'arrived'>;

async function commitUnit(
  deps: HandlerDeps,
  unrecorded: Unrecorded,
  { branch, message, joined }: Incoming,
  {
    snapshot,
    context,
    later,
  }: { readonly snapshot: Snapshot; readonly context: Context; readonly later: Later },
  decided: Decided,
): Promise<boolean> {
  const answered = unrecorded.of(branch);
  const committed = await deps.store.commit({
    branch,
    version: snapshot.version,
    message,
    unrecorded: answered,
    at: context.now,
    ...decided,
    nextDue: deps.nextDue(snapshot.facts.with(decided.changes), context.now, message),
  });
  if (committed.kind === 'stale') return false;
  if (committed.kind === 'committed') {
    unrecorded.remove(branch, answered);
    if (joined !== undefined) hold(joined, later);
    deps.delivery.post(committed.letters);
  }
  return true;
}

/**
 * Each account learns once a day how to get bound, whatever it types, and at every button press. Only account and day
 * are remembered, not the words; the note rides with the next commit like the message itself.
 */
function isHintDue(
  { store, channel }: HandlerDeps,
  unrecorded: Unrecorded,
  { branch, speaker }: Incoming,
  { today }: Context,
): boolean {
  const hint = { channel: 'hint', messageId: `unbound/${channel}/${speaker?.account ?? ''}/${today}` };
  if (unrecorded.has(branch, hint) || store.handled(branch, hint)) return speaker?.pressed === true;
  unrecorded.add(branch, hint);
  return true;
}

/** Nothing was changed; the sentence bypasses the outbox. */
function fail(deps: HandlerDeps, incoming: Incoming, error: unknown): void {
  const reference = deps.ids.reference();
  const { branch, message, speaker } = incoming;
  const { channel, messageId } = message;
  const request = `${channel}/${messageId}`;
  deps.log.error(
    { reference, branch, channel, messageId, request, ...failureOf(error) },
    'unexpected failure',
  );
  if (speaker === null) return;
  const text = deps.voice.failure(reference);
  deps.delivery.answer({ key: keyOf(incoming, reference), chat: speaker.chat, text, files: [] });
}
