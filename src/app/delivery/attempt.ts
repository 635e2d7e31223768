import { failureOf } from '../failure.js';
import type { Channel } from '../ports/channel.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { LetterState, Store, StoredLetter } from '../ports/store.js';
import type { Timer } from '../ports/timer.js';
import { laneOf, type Job, type Step } from './job.js';
import { partsOf, type LeftOut, type Part } from './parts.js';
import { sendOnce, type Sent } from './send-once.js';
import type { Tenure } from './tenure.js';
import type { Throttle } from './throttle.js';

export interface AttemptDeps {
  readonly channel: Channel;
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  readonly throttle: Throttle;
  /** Null: the channel recognises repeats, so nobody needs to own it. */
  readonly tenure: Tenure | null;
  readonly isConnected: () => boolean;
  readonly leftOut: LeftOut;
  /** Whether the account that it goes to is still of its person. */
  readonly mayHear: (letter: StoredLetter) => boolean;
  /** Lanes where that was so: what comes after waits as well, so that the order holds. */
  readonly awaited: Set<string>;
  /** Something for somebody whom the bot may not write to yet. */
  readonly onContactFirst: (job: Job) => void;
  /** Work that nothing has to wait for but the end. */
  readonly track: (work: Promise<unknown>) => void;
}

/** A channel that recognises repeats is asked so often about what may have arrived; then it is for people to decide. */
const mostUncertain = 12;
/** Milliseconds between tries of an answer while another process owns the channel. */
const standby = 1_000;
const longestBackOff = 300_000;

/** Milliseconds before the next try: 1 s, 2 s, 4 s … 5 min. */
export function backOff(tries: number): number {
  return Math.min(longestBackOff, 1000 * 2 ** Math.max(0, tries - 1));
}

/** One part of a job: everything that has to be true before it is sent, the send, and what became of it. */
export function createAttempt(deps: AttemptDeps): (job: Job) => Promise<Step> {
  const { channel, clock, timer, throttle, tenure } = deps;
  const { capabilities } = channel;
  return async (job) => {
    const { letter } = job;
    if (letter === null ? timer.now() > job.until : isExpired(letter, clock)) {
      if (letter !== null) await note(deps, job, 'expired');
      return { next: 'job' };
    }
    if (!deps.isConnected()) return { next: 'stall' };
    if (tenure !== null && tenure.lease() === null) {
      if (letter !== null) return { next: 'job' };
      if ((await tenure.ensure()) === null) return { next: 'rest', milliseconds: standby };
    }
    if (letter !== null && !deps.mayHear(letter)) return finish(deps, job, 'failed');
    if (letter !== null && deps.awaited.has(laneOf(job.message.chat))) {
      await note(deps, job, 'waiting');
      return { next: 'job' };
    }
    job.parts ??= partsOf(job.message, capabilities, deps.leftOut);
    const part = job.parts[job.done];
    if (part === undefined) return finish(deps, job, 'sent');
    const milliseconds = throttle.wait(laneOf(part.chat));
    if (milliseconds > 0) return { next: 'rest', milliseconds };
    const place = throttle.take(laneOf(part.chat));
    const claimed = letter === null || tenure === null ? 'ours' : await claim(deps, tenure, letter, job);
    if (claimed !== 'ours') {
      place.unused();
      // It keeps its place in the lane, in case the lease comes back at once.
      return claimed === 'putBack' ? { next: 'rest', milliseconds: 0 } : { next: 'job' };
    }
    const sent = await sendOnce(channel, withReply(job, part, clock), timer);
    if (sent.kind === 'sent' || sent.failure === 'uncertain') place.arrived();
    else place.unused();
    return follow(deps, job, sent);
  };
}

function isExpired({ expiresAt }: StoredLetter, clock: Clock): boolean {
  return expiresAt !== null && expiresAt < clock.now();
}

/** The handle of the message that this answers, while it lasts; afterwards the channel pushes. */
function withReply({ message }: Job, part: Part, clock: Clock) {
  const { reply } = message;
  return reply !== undefined && reply.expiresAt > clock.now() ? { ...part, reply: reply.handle } : part;
}

/**
 * Under a lease a letter is ours only once the file says so, and is sent only while it still does: a process that
 * slept through the end of its lease finds out here.
 */
async function claim(
  deps: AttemptDeps,
  tenure: Tenure,
  letter: StoredLetter,
  job: Job,
): Promise<'ours' | 'putBack' | 'left'> {
  const { store, clock, log } = deps;
  const lease = tenure.lease();
  if (lease === null) return 'left';
  try {
    if (job.claimed === null) {
      if (!(await store.outbox.claim(letter, lease, clock.now()))) return 'left';
      job.claimed = lease;
    }
    if (tenure.stands(job.claimed)) return 'ours';
    const renewed = await tenure.ensure();
    if (renewed?.epoch === job.claimed.epoch && tenure.stands(job.claimed)) return 'ours';
    // Nothing was sent, and nobody has to be in doubt about it.
    await note(deps, job, 'queued');
    job.claimed = null;
    return 'putBack';
  } catch (error) {
    // Nothing was sent. The letter stays in the file and is found there again.
    log.error({ branch: letter.branch, letter: letter.id, ...failureOf(error) }, 'letter not claimed');
    return 'left';
  }
}

function follow(deps: AttemptDeps, job: Job, sent: Sent): Promise<Step> | Step {
  const { idempotentSends } = deps.channel.capabilities;
  if (sent.kind === 'sent') {
    job.done += 1;
    job.tries = 0;
    return job.done < (job.parts?.length ?? 0) ? goOn(deps, job) : finish(deps, job, 'sent');
  }
  const { failure, error, retryAfter } = sent;
  deps.log.warn({ channel: deps.channel.name, key: job.key, failure, error }, 'not sent');
  switch (failure) {
    case 'transient':
      return later(deps, job, retryAfter);
    case 'refused':
      return finish(deps, job, 'failed');
    case 'contactFirst':
      return waitForContact(deps, job);
    case 'uncertain':
      if (!idempotentSends) return finish(deps, job, 'uncertain');
      return job.tries < mostUncertain ? later(deps, job) : finish(deps, job, 'failed');
  }
}

/** Between two parts nothing is in doubt: whoever delivers after a crash goes on with the next one. */
async function goOn(deps: AttemptDeps, job: Job): Promise<Step> {
  await putBack(deps, job);
  return { next: 'part' };
}

/** Under a lease the letter is free again, for whoever delivers; while that cannot be written it is still ours. */
async function putBack(deps: AttemptDeps, job: Job): Promise<void> {
  if (job.claimed !== null && (await note(deps, job, 'queued'))) job.claimed = null;
}

/** Nothing of this part was taken: after a crash it is simply sent, beginning with this part. */
async function later(deps: AttemptDeps, job: Job, retryAfter?: number): Promise<Step> {
  job.tries += 1;
  await putBack(deps, job);
  return { next: 'rest', milliseconds: Math.max(retryAfter ?? 0, backOff(job.tries)) };
}

async function waitForContact(deps: AttemptDeps, job: Job): Promise<Step> {
  await note(deps, job, 'waiting');
  deps.awaited.add(laneOf(job.message.chat));
  deps.onContactFirst(job);
  // An answer is kept as long as it is worth something; whoever speaks wakes it.
  return job.letter === null
    ? { next: 'rest', milliseconds: Math.max(0, job.until - deps.timer.now()) + 1 }
    : { next: 'job' };
}

function finish(deps: AttemptDeps, job: Job, state: LetterState): Promise<Step> | Step {
  const noted = note(deps, job, state);
  // Where a repeat is recognised, the mark only spares it: the next letter need not wait.
  if (state === 'sent' && deps.tenure === null) {
    deps.track(noted);
    return { next: 'job' };
  }
  return noted.then(() => ({ next: 'job' }));
}

/** How often a note is tried again; the letter itself is through, and is never sent again because of it. */
const noteTries = 5;

/**
 * What became of a letter. If it cannot be written, the letter stays as it is: under a lease, in doubt after a crash.
 * False: the file was not to be written.
 */
async function note(deps: AttemptDeps, { letter, claimed, done }: Job, state: LetterState): Promise<boolean> {
  if (letter === null) return true;
  const { store, clock, log, tenure } = deps;
  const lease = tenure === null ? null : (claimed ?? tenure.lease());
  if (tenure !== null && lease === null) return true;
  const options = { lease, progress: done, hurry: !(state === 'sent' && tenure === null) };
  const facts = { branch: letter.branch, letter: letter.id, state };
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
