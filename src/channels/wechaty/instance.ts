import type { Log } from '../../app/ports/log.js';
import type { Timer } from '../../app/ports/clock.js';
import { within } from '../within.js';
import { isUnauthenticated, kindOf } from './errors.js';
import { createHeartbeat } from './heartbeat.js';
import type { Contact, Library, Message, Room, WechatyBot } from './library.js';
import type { MakeBot } from './puppets.js';

export interface InstanceOptions {
  readonly timer: Timer;
  readonly log: Log;
  /** Milliseconds of silence after which the puppet is asked for a sign of life. */
  readonly heartbeat?: number;
  readonly patience?: number;
}

export interface InstanceEvents {
  readonly heard: (message: Message, bot: WechatyBot) => void;
  readonly renamed: (room: Room, topic: string) => void;
  readonly alive: (bot: WechatyBot) => void;
  readonly scan: (
    news: { readonly kind: 'scan'; readonly code: string } | { readonly kind: 'scanned' },
  ) => void;
  readonly login: (bot: WechatyBot, user: Contact) => void;
  readonly logout: () => void;
  readonly lost: () => void;
  readonly refused: () => void;
}

/** One wechaty from start to end; it never starts twice. */
export interface Instance {
  readonly bot: WechatyBot;
  start(): void;
  doubt(): void;
  isInDoubt(): boolean;
  /** Resolves when closed, or after a limit. */
  close(): Promise<void>;
}

/** Milliseconds that a puppet may take to start; wechaty itself allows 15 seconds. */
const startWithin = 30_000;
const closeWithin = 5_000;
/** Milliseconds without a login or a new code to scan after which the puppet may have missed a login. */
const loginWithin = 180_000;
/** Milliseconds before the same kind of error is logged again. */
const logAgain = 60_000;

export function createInstance(
  { timer, log, heartbeat = 15_000, patience = 10_000 }: InstanceOptions,
  library: Library,
  make: MakeBot,
  on: InstanceEvents,
): Instance {
  const bot = make(() => on.lost());
  const troubles = createTroubles({ timer, log });
  /** The puppet's latest login code: an answer meant for another instance may still arrive. */
  let question = '';
  const login = watchLogin(bot, timer, on);
  const pulse = createHeartbeat({
    timer,
    interval: heartbeat,
    patience,
    ask() {
      question = `zhibu ${timer.now()}`;
      ask(bot, question, log);
    },
    dead: on.lost,
  });
  follow(bot, library, {
    ...on,
    login: (user) => login.came(user),
    scan: (news) => login.scan(news),
    logout: () => login.went(),
    sign() {
      pulse.sign();
      on.alive(bot);
    },
    answer(words) {
      if (words === question) login.ask();
    },
    error: (error) => troubles.hear(error),
  });

  const run = async (): Promise<void> => {
    const isStarted = await within(timer, startWithin, bot.start());
    const atStart = troubles.take();
    if (atStart.some(isUnauthenticated)) on.refused();
    else if (!login.isUp() && (!isStarted || atStart.length > 0)) on.lost();
    else pulse.start();
  };
  return {
    bot,
    start() {
      run().catch((error: unknown) => {
        log.warn({ error: kindOf(error) }, 'wechaty did not start');
        on.lost();
      });
    },
    doubt: () => pulse.doubt(),
    isInDoubt: () => pulse.isInDoubt(),
    async close() {
      login.end();
      pulse.stop();
      await within(
        timer,
        closeWithin,
        bot.stop().catch(() => undefined),
      );
      pulse.stop();
      login.end();
    },
  };
}

/** Whoever waits for a login, and sees no new code to scan, may have missed it. */
function watchLogin(
  bot: WechatyBot,
  timer: Timer,
  on: Pick<InstanceEvents, 'scan' | 'login' | 'logout' | 'lost'>,
) {
  /** The account is logged in, or has to log in. */
  let isUp = false;
  let callOff: (() => void) | null = null;
  const end = (): void => {
    callOff?.();
    callOff = null;
  };
  const begin = (): void => {
    end();
    callOff = timer.after(loginWithin, on.lost);
  };
  const came = (user: Contact): void => {
    isUp = true;
    end();
    on.login(bot, user);
  };
  return {
    isUp: () => isUp,
    came,
    scan(news: Parameters<typeof on.scan>[0]): void {
      isUp = true;
      begin();
      on.scan(news);
    },
    went(): void {
      begin();
      on.logout();
    },
    /** The puppet may not have sent an event. */
    ask(): void {
      if (bot.isLoggedIn) came(bot.currentUser);
      else {
        if (callOff === null) begin();
        on.logout();
      }
    },
    end,
  };
}

function ask(bot: WechatyBot, question: string, log: Log): void {
  void Promise.resolve(bot.puppet.ding(question)).catch((error: unknown) =>
    log.warn({ error: kindOf(error) }, 'wechaty does not answer'),
  );
}

/** Errors that the puppet reports: those during the start decide it, later ones only go to the log. */
function createTroubles({ timer, log }: Pick<InstanceOptions, 'timer' | 'log'>) {
  let atStart: unknown[] | null = [];
  /** When each kind of error was last logged: without network a puppet reports the same one several times a second. */
  const logged = new Map<string, number>();
  return {
    hear(error: unknown): void {
      atStart?.push(error);
      const kind = kindOf(error);
      const now = timer.now();
      if (now - (logged.get(kind) ?? -logAgain) < logAgain) return;
      logged.set(kind, now);
      log.warn({ error: kind }, 'wechaty');
    },
    /** Ends the start and returns the errors so far. */
    take(): readonly unknown[] {
      const taken = atStart ?? [];
      atStart = null;
      return taken;
    },
  };
}

/** Translates wechaty's events; all but `error` are signs of life. */
function follow(
  bot: WechatyBot,
  { ScanStatus }: Library,
  on: Pick<InstanceEvents, 'heard' | 'renamed' | 'scan' | 'logout'> & {
    readonly login: (user: Contact) => void;
    readonly sign: () => void;
    readonly answer: (words: string | undefined) => void;
    readonly error: (error: Error) => void;
  },
): void {
  bot.on('message', (message) => {
    on.sign();
    on.heard(message, bot);
  });
  bot.on('room-topic', (room, topic) => on.renamed(room, topic));
  bot.on('login', (user) => {
    on.login(user);
    on.sign();
  });
  bot.on('logout', () => on.logout());
  bot.on('scan', (code, status) => {
    on.sign();
    if (status === ScanStatus.Scanned || status === ScanStatus.Confirmed) on.scan({ kind: 'scanned' });
    else if (code !== '') on.scan({ kind: 'scan', code });
  });
  bot.on('ready', on.sign);
  bot.on('dong', (words) => {
    on.sign();
    on.answer(words);
  });
  bot.on('heartbeat', on.sign);
  bot.on('error', on.error);
}
