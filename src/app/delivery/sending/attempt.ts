import { failureOf } from '../../failure.js';
import type { Channel } from '../../ports/channel.js';
import type { Clock, Timer } from '../../ports/clock.js';
import type { Log } from '../../ports/log.js';
import type { LetterState, Store, StoredLetter } from '../../ports/store/store.js';
import { laneOf, type Parcel, type Step } from '../parcel.js';
import { partsOf, type LeftOut, type Part } from './parts.js';
import { sendOnce, type Sent } from './send-once.js';
import type { Ownership } from '../ownership.js';
import type { Throttle } from './throttle.js';

interface AttemptDeps {
  readonly channel: Channel;
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  readonly throttle: Throttle;
  /** Null: the channel recognises repeats, so it needs no owner. */
  readonly ownership: Ownership | null;
  readonly isConnected: () => boolean;
  readonly leftOut: LeftOut;
  /** Whether the account that it goes to is still of its person. */
  readonly mayHear: (letter: StoredLetter) => boolean;
  /** Lanes where that was so: what comes after waits as well, so that the order holds. */
  readonly awaited: Set<string>;
  /** False: the letter that it follows may not have arrived. */
  readonly mayFollow: (letter: StoredLetter) => boolean;
  /** A letter is in doubt or refused, and on record as such. */
  readonly onDoubt: () => void;
  /** For a person to whom the bot may not write yet. */
  readonly onContactFirst: (parcel: Parcel) => void;
  /** Work that nothing has to wait for but the end. */
  readonly track: (work: Promise<unknown>) => void;
}

/** A channel that recognises repeats is asked so often about what may have arrived; then it is for people to decide. */
const mostUncertain = 12;
/** Milliseconds between tries of an answer while another process owns the channel. */
const standby = 1_000;
const longestBackOff = 300_000;

/** Milliseconds before the next try: 1 s, 2 s, 4 s … 5 min. */
function backOff(tries: number): number {
  return Math.min(longestBackOff, 1000 * 2 ** Math.max(0, tries - 1));
}

/** One part of a parcel: everything that has to be true before it is sent, the send, and what became of it. */
export function createAttempt(deps: AttemptDeps): (parcel: Parcel) => Promise<Step> {
  const { channel, clock, timer, throttle, ownership } = deps;
  const { capabilities } = channel;
  return async (parcel) => {
    const { letter } = parcel;
    if (letter === null ? timer.now() > parcel.until : isExpired(letter, clock)) {
      if (letter !== null) await note(deps, parcel, 'expired');
      return { next: 'parcel' };
    }
    if (!deps.isConnected()) return { next: 'stall' };
    if (ownership !== null && ownership.lease() === null) {
      if (letter !== null) return { next: 'parcel' };
      if ((await ownership.ensure()) === null) return { next: 'rest', milliseconds: standby };
    }
    if (letter !== null && !deps.mayHear(letter)) return finish(deps, parcel, 'failed');
    if (letter !== null && deps.awaited.has(laneOf(parcel.message.chat))) {
      await note(deps, parcel, 'waiting');
      return { next: 'parcel' };
    }
    // It stays in the file until somebody has settled that.
    if (letter !== null && !deps.mayFollow(letter)) return { next: 'parcel' };
    parcel.parts ??= partsOf(parcel.message, capabilities, deps.leftOut);
    const part = parcel.parts[parcel.done];
    if (part === undefined) return finish(deps, parcel, 'sent');
    const milliseconds = throttle.wait(laneOf(part.chat));
    if (milliseconds > 0) return { next: 'rest', milliseconds };
    const place = throttle.take(laneOf(part.chat));
    const claimed =
      letter === null || ownership === null ? 'ours' : await claim(deps, ownership, letter, parcel);
    if (claimed !== 'ours') {
      place.unused();
      // It keeps its place in the lane, in case the lease comes back at once.
      return claimed === 'putBack' ? { next: 'rest', milliseconds: 0 } : { next: 'parcel' };
    }
    const sent = await sendOnce(channel, withReply(parcel, part, clock), timer);
    if (sent.kind === 'sent' || sent.failure === 'uncertain') place.arrived();
    else place.unused();
    return follow(deps, parcel, sent);
  };
}

function isExpired({ expiresAt }: StoredLetter, clock: Clock): boolean {
  return expiresAt !== null && expiresAt < clock.now();
}

/** The handle of the message that this answers, while it lasts; afterwards the channel pushes. */
function withReply({ message }: Parcel, part: Part, clock: Clock) {
  const { reply } = message;
  return reply !== undefined && reply.expiresAt > clock.now() ? { ...part, reply: reply.handle } : part;
}

/**
 * Under a lease a letter is ours only once the file says so, and is sent only while it still does: a process that
 * slept through the end of its lease finds out here.
 */
async function claim(
  deps: AttemptDeps,
  ownership: Ownership,
  letter: StoredLetter,
  parcel: Parcel,
): Promise<'ours' | 'putBack' | 'left'> {
  const { store, clock, log } = deps;
  const lease = ownership.lease();
  if (lease === null) return 'left';
  try {
    if (parcel.claimed === null) {
      if (!(await store.outbox.claim(letter, lease, clock.now()))) return 'left';
      parcel.claimed = lease;
    }
    if (ownership.stands(parcel.claimed)) return 'ours';
    const renewed = await ownership.ensure();
    if (renewed?.epoch === parcel.claimed.epoch && ownership.stands(parcel.claimed)) return 'ours';
    // Nothing was sent, so nothing is in doubt.
    await note(deps, parcel, 'queued');
    parcel.claimed = null;
    return 'putBack';
  } catch (error) {
    // Nothing was sent. The letter stays in the file and is found there again.
    log.error({ ...placeOf(letter), ...failureOf(error) }, 'letter not claimed');
    return 'left';
  }
}

function follow(deps: AttemptDeps, parcel: Parcel, sent: Sent): Promise<Step> | Step {
  const { idempotentSends } = deps.channel.capabilities;
  if (sent.kind === 'sent') {
    parcel.done += 1;
    parcel.tries = 0;
    return parcel.done < (parcel.parts?.length ?? 0) ? goOn(deps, parcel) : finish(deps, parcel, 'sent');
  }
  const { failure, error, retryAfter } = sent;
  const where = parcel.letter === null ? { key: parcel.key } : placeOf(parcel.letter);
  deps.log.warn({ channel: deps.channel.name, ...where, failure, error }, 'not sent');
  switch (failure) {
    case 'transient':
      return later(deps, parcel, retryAfter);
    case 'refused':
      return finish(deps, parcel, 'failed');
    case 'contactFirst':
      return waitForContact(deps, parcel);
    case 'uncertain':
      if (!idempotentSends) return finish(deps, parcel, 'uncertain');
      return parcel.tries < mostUncertain ? later(deps, parcel) : finish(deps, parcel, 'failed');
  }
}

/** Nothing is in doubt between two parts: after a crash the next owner goes on with the next one. */
async function goOn(deps: AttemptDeps, parcel: Parcel): Promise<Step> {
  await putBack(deps, parcel);
  return { next: 'part' };
}

/** Under a lease the letter becomes free for the next owner; until that is written it stays ours. */
async function putBack(deps: AttemptDeps, parcel: Parcel): Promise<void> {
  if (parcel.claimed !== null && (await note(deps, parcel, 'queued'))) parcel.claimed = null;
}

/** Nothing of this part was taken: after a crash it is simply sent, beginning with this part. */
async function later(deps: AttemptDeps, parcel: Parcel, retryAfter?: number): Promise<Step> {
  parcel.tries += 1;
  await putBack(deps, parcel);
  return { next: 'rest', milliseconds: Math.max(retryAfter ?? 0, backOff(parcel.tries)) };
}

async function waitForContact(deps: AttemptDeps, parcel: Parcel): Promise<Step> {
  await note(deps, parcel, 'waiting');
  deps.awaited.add(laneOf(parcel.message.chat));
  deps.onContactFirst(parcel);
  // An answer is kept while it is still of use; the next message in the chat wakes it.
  return parcel.letter === null
    ? { next: 'rest', milliseconds: Math.max(0, parcel.until - deps.timer.now()) + 1 }
    : { next: 'parcel' };
}

function finish(deps: AttemptDeps, parcel: Parcel, state: LetterState): Promise<Step> | Step {
  const noted = note(deps, parcel, state);
  if (state !== 'sent') deps.track(noted.then(() => deps.onDoubt()));
  // Where a repeat is recognised, the mark only spares it: the next letter need not wait.
  if (state === 'sent' && deps.ownership === null) {
    deps.track(noted);
    return { next: 'parcel' };
  }
  return noted.then(() => ({ next: 'parcel' }));
}

/** As the log names a letter, together with the message that it came of. */
function placeOf({ branch, id, request }: StoredLetter) {
  return { branch, letter: id, ...(request === undefined ? {} : { request }) };
}

/** How often a note is tried again; the letter itself is through, and is never sent again because of it. */
const noteTries = 5;

/**
 * What became of a letter. If it cannot be written, the letter stays as it is: under a lease, in doubt after a crash.
 * False: the file was not to be written.
 */
async function note(
  deps: AttemptDeps,
  { letter, claimed, done }: Parcel,
  state: LetterState,
): Promise<boolean> {
  if (letter === null) return true;
  const { store, clock, log, ownership } = deps;
  const lease = ownership === null ? null : (claimed ?? ownership.lease());
  if (ownership !== null && lease === null) return true;
  const options = { lease, progress: done, hurry: !(state === 'sent' && ownership === null) };
  const facts = { ...placeOf(letter), state };
  for (let attempt = 1; attempt <= noteTries; attempt += 1) {
    try {
      if (!(await store.outbox.mark(letter, state, clock.now(), options)))
        log.warn(facts, 'letter of another process');
      return true;
    } catch (error) {
      log.error({ ...facts, ...failureOf(error) }, 'letter not marked');
    }
  }
  return false;
}
