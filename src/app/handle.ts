import type { ChannelFile, Chat } from './ports/channel.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { Log } from './ports/log.js';
import type { Letter, MessageKey, Store } from './ports/store.js';
import type { View, Voice } from './ports/voice.js';
import type { Delivery } from './delivery.js';
import { decide } from './perform.js';
import { say } from './says.js';
import type { Attachment, Context, Intent, Outcome, Reply } from './use-case.js';
import type { Facts } from '../domain/branch/facts.js';
import { personOf } from '../domain/branch/people.js';
import type { Person } from '../domain/branch/rows.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** A message, a click or a due job, on its way to one branch. */
export interface Incoming {
  readonly branch: string;
  readonly message: MessageKey;
  /** Null for the clock. */
  readonly speaker: {
    readonly account: string;
    readonly nickname: string | null;
    readonly chat: Chat;
  } | null;
  readonly files: readonly ChannelFile[];
}

/** What was read out of it, on the facts of the moment. */
export type Reading =
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** A question about the words themselves; changes nothing. */
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'silence' };

export type Reader = (context: Context) => Reading;

export interface HandlerDeps {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly channel: string;
  readonly voice: Voice;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly workingDays: WorkingDays;
  readonly rulebook: (facts: Facts) => Rulebook;
  readonly sign: Context['sign'];
  readonly fingerprint: (bytes: Uint8Array) => string;
  /** When the clock has work in the branch next. */
  readonly nextDue: (facts: Facts, now: string) => string | null;
}

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
  const riders = new Map<string, MessageKey[]>();

  return (incoming, read) => {
    const { branch } = incoming;
    const work = () => handle(incoming, read);
    const next = (queues.get(branch) ?? Promise.resolve()).then(work);
    queues.set(branch, next);
    return next.finally(() => {
      if (queues.get(branch) === next) queues.delete(branch);
    });
  };

  async function handle(incoming: Incoming, read: Reader): Promise<void> {
    try {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        if (isRider(incoming) || deps.store.handled(incoming.branch, incoming.message)) return;
        if (await attemptOnce(incoming, read)) return;
      }
      throw new Error('the branch is written to by too many processes');
    } catch (error) {
      fail(incoming, error);
    }
  }

  /** False when another process wrote first and the decision has to be made again. */
  async function attemptOnce(incoming: Incoming, read: Reader): Promise<boolean> {
    const { branch, message } = incoming;
    const snapshot = deps.store.snapshot(branch);
    const context = contextOf(deps, incoming, snapshot.facts);
    const reading = read(context);
    if (reading.kind === 'silence') return true;
    if (reading.kind === 'answer') {
      answer(incoming, [reading.text]);
      return true;
    }
    const outcome = decide(context, reading.intent);
    const letters = lettersOf(deps, incoming, context, outcome);
    // The clock's claim is a row even when nothing had to be said.
    if (incoming.speaker !== null && (outcome.kind === 'refused' || outcome.changes.length === 0)) {
      for (const letter of letters) answerLetter(incoming, letter);
      rememberRider(incoming);
      return true;
    }
    if (outcome.kind === 'refused') throw new Error(`the clock was refused: ${outcome.say.code}`);
    const committed = await deps.store.commit({
      branch,
      version: snapshot.version,
      message,
      riders: riders.get(branch) ?? [],
      at: context.now,
      changes: outcome.changes,
      contents: outcome.contents,
      letters,
      audit: { actor: context.actor?.id ?? null, useCase: reading.intent.useCase.name, ids: outcome.ids },
      nextDue: deps.nextDue(snapshot.facts.with(outcome.changes), context.now),
    });
    if (committed.kind === 'stale') return false;
    if (committed.kind === 'duplicate') return true;
    riders.delete(branch);
    deps.delivery.post(committed.letters);
    return true;
  }

  function answer(incoming: Incoming, texts: readonly string[]): void {
    const { speaker } = incoming;
    if (speaker === null) return;
    texts.forEach((text, index) => {
      deps.delivery.answer({ key: keyOf(incoming, index), chat: speaker.chat, text, files: [] });
    });
    rememberRider(incoming);
  }

  function answerLetter(incoming: Incoming, letter: Letter): void {
    if (letter.chat === null) return;
    const { chat, text, files } = letter;
    deps.delivery.answer({ key: keyOf(incoming, chat.kind), chat, text, files });
  }

  function rememberRider({ branch, message }: Incoming): void {
    riders.set(branch, [...(riders.get(branch) ?? []), message]);
  }

  function isRider({ branch, message }: Incoming): boolean {
    return (riders.get(branch) ?? []).some(
      (rider) => rider.messageId === message.messageId && rider.channel === message.channel,
    );
  }

  /** Nothing was changed; the sentence bypasses the outbox. */
  function fail(incoming: Incoming, error: unknown): void {
    const reference = deps.ids.reference();
    const { branch, message } = incoming;
    const stack = error instanceof Error ? error.stack : String(error);
    deps.log.error(
      { reference, branch, channel: message.channel, messageId: message.messageId, error: stack },
      'unexpected failure',
    );
    if (incoming.speaker === null) return;
    deps.delivery.answer({
      key: keyOf(incoming, reference),
      chat: incoming.speaker.chat,
      text: deps.voice.failure(reference),
      files: [],
    });
  }
}

function keyOf({ branch, message }: Incoming, part: string | number): string {
  return `${branch}/${message.channel}/${message.messageId}/${part}`;
}

function contextOf(deps: HandlerDeps, incoming: Incoming, facts: Facts): Context {
  const now = deps.clock.now();
  const { speaker, files } = incoming;
  const account = speaker === null ? undefined : facts.get('account', deps.channel, speaker.account);
  return {
    facts,
    rulebook: deps.rulebook(facts),
    workingDays: deps.workingDays,
    now,
    today: now.slice(0, 10),
    place: speaker === null ? 'private' : speaker.chat.kind,
    speaker: { channel: deps.channel, account: speaker?.account ?? '', nickname: speaker?.nickname ?? null },
    attachments: files.map((file): Attachment => ({ ...file, sha256: deps.fingerprint(file.bytes) })),
    sign: deps.sign,
    actor: account === undefined ? null : personOf(facts, account.person),
  };
}

/** The replies as letters, in order. */
function lettersOf(
  deps: HandlerDeps,
  incoming: Incoming,
  context: Context,
  outcome: Outcome,
): readonly Letter[] {
  const view: View = { today: context.today, rulebook: context.rulebook };
  const replies: readonly Reply[] =
    outcome.kind === 'refused' ? [{ to: 'here', say: outcome.say }] : withHint(outcome.replies, context);
  // Facts after the changes: a binding confirmed by this very message already reaches its owner.
  const facts = outcome.kind === 'done' ? context.facts.with(outcome.changes) : context.facts;
  return replies.flatMap((reply): Letter[] => {
    const chat = chatOf(deps, incoming, facts, reply.to);
    if (chat === undefined) return [];
    const person = typeof reply.to === 'number' ? reply.to : null;
    return [
      {
        channel: deps.channel,
        chat,
        person,
        text: deps.voice.say(reply.say, view),
        files: [],
        expiresAt: null,
      },
    ];
  });
}

/** In the group somebody who is answered only in private hears that much. */
function withHint(replies: readonly Reply[], context: Context): readonly Reply[] {
  const onlyPrivate =
    context.place === 'group' &&
    replies.some((reply) => reply.to === 'speaker') &&
    !replies.some((reply) => reply.to === 'here' || reply.to === 'group');
  if (!onlyPrivate) return replies;
  return [{ to: 'here', say: say('door.answeredInPrivate', {}) }, ...replies];
}

/** Null: the person cannot be reached yet. Undefined: nobody to tell (the dead are left in peace). */
function chatOf(
  deps: HandlerDeps,
  incoming: Incoming,
  facts: Facts,
  to: Reply['to'],
): Chat | null | undefined {
  const { speaker, branch } = incoming;
  if (to === 'here') return speaker?.chat;
  if (to === 'speaker') return speaker === null ? undefined : { kind: 'private', account: speaker.account };
  if (to === 'group') {
    const id = deps.store.groupOf(branch, deps.channel);
    return id === undefined ? null : { kind: 'group', id };
  }
  const person: Person = personOf(facts, to);
  if (person.leftHow === 'deceased') return undefined;
  const account = facts
    .of('account', to)
    .filter((bound) => bound.channel === deps.channel)
    .at(-1);
  return account === undefined ? null : { kind: 'private', account: account.account };
}
