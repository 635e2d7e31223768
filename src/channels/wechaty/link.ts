import { SendError, type ConnectionReport, type ConnectionState } from '../../app/ports/channel.js';
import { createOpening } from '../opening.js';
import { TokenRefused } from './errors.js';
import type { Library, Message, Room, WechatyBot } from './library.js';
import { createInstance, type Instance, type InstanceEvents, type InstanceOptions } from './instance.js';
import type { MakeBot } from './puppets.js';

export interface LinkOptions extends InstanceOptions {
  /** Milliseconds before the first try to connect again; then twice as many each time. */
  readonly firstBackOff?: number;
}

/** What whoever sits at the machine has to know of the login. */
export type LoginNews =
  /** The first tries of this process have failed. */
  | { readonly kind: 'unreached' }
  /** It answers, and nobody is logged in; a code to scan may or may not come. */
  | { readonly kind: 'notLoggedIn' }
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'scanned' }
  | { readonly kind: 'loggedIn'; readonly name: string }
  | { readonly kind: 'loggedOut' };

export interface LinkEvents {
  readonly message: (message: Message, bot: WechatyBot) => void;
  readonly renamed: (room: Room, topic: string) => void;
  /** A login, before anything is heard. */
  readonly loggedIn: (bot: WechatyBot) => void;
  /** A sign of life of an account that is logged in: what is still to be found out may be asked for now. */
  readonly alive: (bot: WechatyBot) => void;
  /** With `connected` comes the account that is logged in. */
  readonly report: (connection: ConnectionReport) => void;
  readonly news: (news: LoginNews) => void;
}

/** The one connection of the bot: watched by itself, since a puppet does not say when it is dead; made anew for ever. */
export interface Link {
  /**
   * Resolves once the account is logged in or a login is wanted, or the puppet could not be reached and is tried on.
   * @throws TokenRefused when the gateway does not take our token
   */
  start(events: LinkEvents): Promise<void>;
  /** @throws SendError when nothing can be sent now */
  bot(): WechatyBot;
  /** Something was sent and may not have arrived: the puppet is asked whether it lives. */
  doubt(): void;
  stop(): Promise<void>;
}

/** Milliseconds that the start of the process waits for the first word. */
const startWithin = 20_000;
const longestBackOff = 30_000;

export function createLink(options: LinkOptions, library: Library, make: MakeBot): Link {
  const { timer, log, firstBackOff = 1_000 } = options;
  const opening = createOpening<TokenRefused>(timer);
  const standing = createStanding(() => opening.end());
  let instance: Instance | null = null;
  let callOff: () => void = () => undefined;

  /** The way to another connection, after a while. */
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

/** How the connection is, by whom, and who hears of it. */
function createStanding(onFirstWord: () => void) {
  let on: LinkEvents | null = null;
  let state: ConnectionState | 'stopped' = 'connecting';
  let login = '';
  /** Times that it failed since somebody was logged in. */
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
    /** What is worse than lost stays until somebody has logged in. */
    lost() {
      failures += 1;
      if (state === 'connecting') on?.news({ kind: 'unreached' });
      if (state === 'connected' || state === 'connecting') become('lost');
    },
    stop: () => void (state = 'stopped'),
  };
}

/** What the instance says, as a state of the connection. */
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

/** Nobody listens any more to a instance that was given up and still speaks. */
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
