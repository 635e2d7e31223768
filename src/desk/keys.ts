import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../app/ports/clock.js';
import type { Sessions } from '../app/ports/store/sessions.js';
import { addMinutes } from '../domain/period/civil.js';
import type { Form } from './form.js';

/** Who sits at the desk: an account of a branch. The person and their offices are looked up at each request. */
export interface Sitter {
  readonly branch: string;
  readonly account: string;
}

export interface Session extends Sitter {
  /** Goes with every form; another site cannot know it. */
  readonly csrf: string;
  /** What the last form came to, shown once; the matters of it that can still be taken back, and what it said of others. */
  flash: { readonly texts: readonly string[]; readonly undo: readonly number[]; readonly form: Form | null };
}

interface Timed<T> {
  readonly until: string;
  readonly value: T;
}

export const nothing: Session['flash'] = { texts: [], undo: [], form: null };

/** A link waits so long for its person. */
const linkMinutes = 10;
/** A working day. */
const sessionMinutes = 12 * 60;
/** After this many wrong links from one address in a minute, the next has to wait. */
const mostWrong = 5;

export interface Keys {
  /** A new link replaces the last one of the account. */
  invite(sitter: Sitter): { readonly key: string; readonly minutes: number };
  /** Whether the link still opens; looking does not use it up. */
  isGood(key: string): boolean;
  /** Uses the link up. Undefined: used, too old or none of ours. */
  enter(key: string): string | undefined;
  /** Sits down without a link: the sample. Returns the key of the session. */
  sit(sitter: Sitter): string;
  session(key: string | undefined): Session | undefined;
  /** Resolves when no restart brings the session back. */
  leave(key: string): Promise<void>;
  /** Counts a wrong link; true: this address is to wait. */
  isTooMuch(address: string): boolean;
}

/**
 * Links and sessions: 256 random bits each, kept as hashes only. Links wait in memory; a session lasts its working day
 * over restarts of the program too.
 * @param kept where it is kept, once the bot has opened it
 */
export function createKeys(clock: Clock, kept: () => Sessions | undefined = () => undefined): Keys {
  const links = new Map<string, Timed<Sitter>>();
  const sessions = new Map<string, Timed<Session>>();
  const wrong = new Map<string, Timed<number>>();
  const now = () => clock.now();

  function alive<T>(map: Map<string, Timed<T>>, key: string): T | undefined {
    for (const [other, { until }] of map) if (until <= now()) map.delete(other);
    return map.get(hash(key))?.value;
  }
  function keep<T>(map: Map<string, Timed<T>>, minutes: number, value: (key: string) => T): string {
    const key = randomBytes(32).toString('base64url');
    map.set(hash(key), { until: addMinutes(now(), minutes), value: value(key) });
    return key;
  }
  const seatOf = ({ branch, account }: Sitter, key: string): Session => ({
    ...{ branch, account, flash: nothing },
    csrf: hash(`form/${key}`),
  });
  function sit({ branch, account }: Sitter): string {
    const key = keep(sessions, sessionMinutes, (made) => seatOf({ branch, account }, made));
    const until = addMinutes(now(), sessionMinutes);
    // Who sits already need not wait; what is not written lasts until the next restart.
    void kept()
      ?.keep(hash(key), { branch, account, until }, now())
      .catch(() => undefined);
    return key;
  }
  function session(key: string): Session | undefined {
    const known = alive(sessions, key);
    if (known !== undefined) return known;
    const before = kept()?.read(hash(key));
    if (before === undefined || before.until <= now()) return undefined;
    const seat = seatOf(before, key);
    sessions.set(hash(key), { until: before.until, value: seat });
    return seat;
  }

  return {
    invite(sitter) {
      for (const [key, { value }] of links)
        if (value.branch === sitter.branch && value.account === sitter.account) links.delete(key);
      return { key: keep(links, linkMinutes, () => sitter), minutes: linkMinutes };
    },
    isGood: (key) => alive(links, key) !== undefined,
    enter(key) {
      const sitter = alive(links, key);
      links.delete(hash(key));
      return sitter === undefined ? undefined : sit(sitter);
    },
    sit,
    session: (key) => (key === undefined ? undefined : session(key)),
    async leave(key) {
      sessions.delete(hash(key));
      await kept()?.end(hash(key));
    },
    isTooMuch(address) {
      const before = alive(wrong, address) ?? 0;
      wrong.set(hash(address), { until: addMinutes(now(), 1), value: before + 1 });
      return before >= mostWrong;
    },
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
