import { SendError, type ConnectionReport, type ConnectionState } from '../../app/ports/channel.js';
import { createOpening } from '../opening.js';
import { TokenRefused } from './errors.js';
import type { Library, Message, Room, WechatyBot } from './library.js';
import { createInstance, type Instance, type InstanceEvents, type InstanceOptions } from './instance.js';
import type { MakeBot } from './puppets.js';

export interface LinkOptions extends InstanceOptions {
  /** Milliseconds before the first reconnection; each further wait doubles. */
  readonly firstBackOff?: number;
}

/** What the operator has to know about the login. */
export type LoginNews =
  /** The first attempts of this process have failed. */
  | { readonly kind: 'unreached' }
  /** Reachable, but nobody is logged in; a code to scan may follow. */
  | { readonly kind: 'notLoggedIn' }
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'scanned' }
  | { readonly kind: 'loggedIn'; readonly name: string }
  | { readonly kind: 'loggedOut' };

interface LinkEvents {
  readonly message: (message: Message, bot: WechatyBot) => void;
  readonly renamed: (room: Room, topic: string) => void;
  /** A login, before any message. */
  readonly loggedIn: (bot: WechatyBot) => void;
  /** A logged-in account is alive: open questions may be asked now. */
  readonly alive: (bot: WechatyBot) => void;
  /** `connected` carries the account that is logged in. */
  readonly report: (connection: ConnectionReport) => void;
  readonly news: (news: LoginNews) => void;
}

/** The bot's one connection. It checks itself, since a puppet does not report its death, and reconnects for ever. */
export interface Link {
  /**
   * Resolves once the account is logged in, a login is wanted, or the puppet is unreachable and being retried.
   * @throws TokenRefused when the gateway refuses our token
   */
  start(events: LinkEvents): Promise<void>;
  /** @throws SendError when nothing can be sent now */
  bot(): WechatyBot;
  /** A message may not have arrived: check whether the puppet is alive. */
  doubt(): void;
  stop(): Promise<void>;
}

/** Milliseconds that the start of the process waits for the first state. */
const startWithin = 20_000;
const longestBackOff = 30_000;

export function createLink(options: LinkOptions, library: Library, make: MakeBot): Link {
  const { timer, log, firstBackOff = 1_000 } = options;
  const opening = createOpening<TokenRefused>(timer);
  const standing = createStanding(() => opening.end());
  let instance: Instance | null = null;
  let callOff: () => void = () => undefined;

  /** Schedules the next connection. */
  const renew = (old: Instance): void => {
    instance = null;
    standing.lost();
    const wait = Math.min(longestBackOff, firstBackOff * 2 ** (standing.failures() - 1));
    void old.close().then(() => {
      if (standing.state() !== 'stopped') callOff = timer.after(wait, open);
    });
  };
  const refused = (old: Instance): void => {
    log.error({}, 'the gateway refuses the token');
    if (opening.isOver()) {
      standing.become('loginNeeded');
      renew(old);
    } else {
      opening.end(new TokenRefused());
      void stop();
    }
  };
  const open = (): void => {
    const on = whileTrue(() => instance === mine, {
      ...meanings(standing),
      lost: () => renew(mine),
      refused: () => refused(mine),
    });
    const mine = createInstance(options, library, make, on);
    instance = mine;
    mine.start();
  };
  const stop = async (): Promise<void> => {
    const old = instance;
    standing.stop();
    instance = null;
    callOff();
    opening.end();
    await old?.close();
  };

  return {
    start(events) {
      standing.listen(events);
      events.report({ state: 'connecting' });
      const decided = opening.begin(startWithin);
      open();
      return decided;
    },
    bot() {
      if (instance === null || standing.state() !== 'connected' || instance.isInDoubt())
        throw new SendError('transient', 'not connected');
      return instance.bot;
    },
    doubt() {
      if (standing.state() === 'connected') instance?.doubt();
    },
    stop,
  };
}

type Standing = ReturnType<typeof createStanding>;

/** The state of the connection, its account and its listeners. */
function createStanding(onFirstWord: () => void) {
  let on: LinkEvents | null = null;
  let state: ConnectionState | 'stopped' = 'connecting';
  let login = '';
  /** Failures since the last login. */
  let failures = 0;
  const become = (next: ConnectionState, account = login): void => {
    if (state === 'stopped' || (state === next && account === login)) return;
    state = next;
    login = account;
    if (next === 'connected') failures = 0;
    on?.report(next === 'connected' ? { state: next, login } : { state: next });
    onFirstWord();
  };
  return {
    become,
    state: () => state,
    events: () => on,
    failures: () => failures,
    is: (account: string) => state === 'connected' && login === account,
    listen: (events: LinkEvents) => void (on = events),
    /** A state worse than `lost` stays until somebody logs in. */
    lost() {
      failures += 1;
      if (state === 'connecting') on?.news({ kind: 'unreached' });
      if (state === 'connected' || state === 'connecting') become('lost');
    },
    stop: () => void (state = 'stopped'),
  };
}

/** Translates an instance's events into a state of the connection. */
function meanings(standing: Standing): Omit<InstanceEvents, 'lost' | 'refused'> {
  const { become, events } = standing;
  return {
    heard: (message, bot) => events()?.message(message, bot),
    renamed: (room, topic) => events()?.renamed(room, topic),
    alive(bot) {
      if (standing.state() === 'connected') events()?.alive(bot);
    },
    scan(news) {
      become('loginNeeded');
      events()?.news(news);
    },
    login(bot, user) {
      if (standing.is(user.id)) return;
      events()?.loggedIn(bot);
      become('connected', user.id);
      events()?.news({ kind: 'loggedIn', name: user.name() });
    },
    logout() {
      const before = standing.state();
      if (before === 'loginNeeded') return;
      become('loginNeeded');
      events()?.news({ kind: before === 'connected' ? 'loggedOut' : 'notLoggedIn' });
    },
  };
}

/** An abandoned instance may go on speaking; nobody listens. */
function whileTrue(isCurrent: () => boolean, on: InstanceEvents): InstanceEvents {
  const guarded =
    <A extends readonly unknown[]>(does: (...words: A) => void) =>
    (...words: A): void => {
      if (isCurrent()) does(...words);
    };
  return {
    heard: guarded(on.heard),
    renamed: guarded(on.renamed),
    alive: guarded(on.alive),
    scan: guarded(on.scan),
    login: guarded(on.login),
    logout: guarded(on.logout),
    lost: guarded(on.lost),
    refused: guarded(on.refused),
  };
}
