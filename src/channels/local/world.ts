import { Temporal } from 'temporal-polyfill';
import {
  type Channel,
  type ChannelFile,
  type Chat,
  everything,
  type Outbound,
  SendError,
} from '../../app/ports/channel.js';
import type { Clock } from '../../app/ports/clock.js';
import { namingFullDisk } from '../../full-disk.js';
import { openLineQueue } from './line-queue.js';
import { type HistoryFile, type NewLine, openHistory } from './history.js';
import {
  type LocalEvent,
  type LocalFile,
  type LocalMessage,
  type LocalPerson,
  takesPart,
} from './message.js';

/** As little as the strictest real channel takes in one message, in UTF-8 bytes. */
const MAXIMUM_BYTES = 20_480;

/** The sample branch's group and private chats: what Tencent is to a real branch. */
export interface LocalWorld {
  readonly channel: Channel;
  readonly clock: SampleClock;
  readonly group: { readonly id: string; readonly name: string };
  people(): readonly LocalPerson[];
  /** People who joined the roster since, or whose office changed. */
  welcome(people: readonly LocalPerson[]): void;
  /** The last `limit` lines of a conversation (before the line `before`, if given), oldest first. */
  history(chat: Chat, before: number | undefined, limit: number): readonly LocalMessage[];
  /** Lines of every conversation after the line `id`, oldest first. */
  after(id: number, limit: number): readonly LocalMessage[];
  /** The id of the newest line in any conversation, 0 when there is none. */
  lastId(): number;
  /**
   * Stores a line, then hands it to the bot. Resolves with the line's id once it is stored; `handled` resolves when the
   * bot has answered and never rejects. A second call with the same `clientId` does nothing.
   * Throws when the account is unknown or not part of the chat.
   */
  say(
    account: string,
    chat: Chat,
    text: string,
    files: readonly ChannelFile[],
    clientId?: string,
  ): Promise<{ readonly id: number; readonly handled: Promise<void> }>;
  /** Calls back for each new line, move of the clock and change of people, until the returned function is called. */
  subscribe(listener: (event: LocalEvent) => void): () => void;
  file(id: number): { readonly file: LocalFile; readonly bytes: Uint8Array; readonly chat: Chat } | undefined;
  close(): void;
}

interface LocalWorldOptions {
  /** People to add to the file or update in it. */
  readonly people: readonly LocalPerson[];
  readonly groupId: string;
  readonly groupName: string;
  /** The clock of a real branch: Asia/Shanghai, `YYYY-MM-DDTHH:MM:SS`. */
  readonly realNow: () => string;
  /** Called for lines that the bot failed to take; they are delivered again at the next start. */
  readonly onFailure?: (messageId: string, error: unknown) => void;
}

export function openLocalWorld(file: string, options: LocalWorldOptions): LocalWorld {
  const history = openHistory(file, options.groupId);
  history.upsertPeople(options.people);
  const listeners = new Set<(event: LocalEvent) => void>();
  const tell = (event: LocalEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const clock = openSampleClock(history, options.realNow, (now) => tell({ kind: 'clock', now }));
  const lines = openLineQueue(history, options.onFailure ?? (() => undefined));
  const knows = (account: string): boolean => history.people().some((p) => p.account === account);
  const exists = (chat: Chat): boolean =>
    chat.kind === 'group' ? chat.id === options.groupId : knows(chat.account);

  const withCause = namingFullDisk(file);
  const write = (line: NewLine): { readonly message: LocalMessage; readonly isNew: boolean } => {
    const written = naming(withCause, () => history.write(line));
    if (written.isNew) tell({ kind: 'message', message: written.message });
    return written;
  };
  const send = ({ chat, text, files, key }: Outbound): void => {
    if (!exists(chat)) throw new SendError('refused', 'the local group has no such chat');
    if (Buffer.byteLength(text) > MAXIMUM_BYTES)
      throw new SendError('refused', `a message holds at most ${MAXIMUM_BYTES} bytes`);
    write({ chat, text, files, at: clock.now(), from: { kind: 'bot', key } });
  };

  return {
    channel: {
      name: 'local',
      title: '本机网页',
      capabilities: { ...everything, maximumBytes: MAXIMUM_BYTES },
      start: (receive) => settled(() => lines.start(receive)),
      send: (message) => settled(() => send(message)),
      stop: () => lines.stop(),
    },
    clock,
    group: { id: options.groupId, name: options.groupName },
    people: () => history.people(),
    welcome(people) {
      const before = JSON.stringify(history.people());
      history.upsertPeople(people);
      if (JSON.stringify(history.people()) !== before) tell({ kind: 'people' });
    },
    history: (chat, before, limit) => history.before(chat, before ?? Number.MAX_SAFE_INTEGER, limit),
    after: (id, limit) => history.after(id, limit),
    lastId: () => history.lastId(),
    say: (account, chat, text, files, clientId) =>
      settled(() => {
        if (!knows(account) || !exists(chat) || !takesPart(account, chat))
          throw new Error('this account takes no part in that chat');
        const from = { kind: 'person', account, clientId } as const;
        const { message, isNew } = write({ chat, text, files, at: clock.now(), from });
        return { id: message.id, handled: isNew ? lines.offer(message.id) : Promise.resolve() };
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    file: (id) => history.bytes(id),
    close: () => history.close(),
  };
}

function naming<T>(withCause: (error: unknown) => unknown, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw withCause(error);
  }
}

/** The file answers synchronously; its refusals still become rejections, like those of a remote service. */
function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/** The clock of the sample branch: real time plus an offset set from the page. */
interface SampleClock extends Clock {
  /**
   * Moves forward to `instant` (`YYYY-MM-DDTHH:MM:SS`) and runs on from there. Throws RangeError for an invalid date or
   * one in the past: ledgers and claims never see time go back.
   */
  moveTo(instant: string): void;
  /** Returns to real time, the only one a real branch has. Gives the seconds by which the clock was ahead. */
  stayReal(): number;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/**
 * The history file keeps the offset and the latest instant used, so that the clock never goes back, even when the
 * machine's clock is set back between two starts.
 */
function openSampleClock(
  history: HistoryFile,
  realNow: () => string,
  onMove: (now: string) => void,
): SampleClock {
  let offset = Number(history.setting('clock_offset_seconds') ?? '0');
  let floor = [history.setting('clock_floor') ?? '', history.latestAt() ?? ''].sort().at(-1) ?? '';
  let isReal = false;
  // The machine's clock was set back: go on from the last instant instead of freezing there.
  if (floor !== '')
    offset = Math.max(offset, Math.ceil(civil(realNow()).until(civil(floor)).total('seconds')));
  const now = (): string => {
    if (isReal) return realNow();
    const moved = civil(realNow()).add({ seconds: offset }).toString({ smallestUnit: 'second' });
    if (moved > floor) floor = moved;
    return floor;
  };
  return {
    now,
    moveTo(instant) {
      const target = readInstant(instant);
      if (instant < now()) throw new RangeError('the sample clock only moves forward');
      offset = civil(realNow()).until(target).total('seconds');
      floor = instant;
      history.keep('clock_offset_seconds', String(offset));
      history.keep('clock_floor', floor);
      onMove(instant);
    },
    stayReal() {
      const moved = Number(history.setting('clock_offset_seconds') ?? '0');
      history.keep('clock_offset_seconds', '0');
      history.keep('clock_floor', '');
      isReal = true;
      return moved;
    },
  };
}

const civil = (instant: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(instant);

/** Accepts one exact shape: `2026-02-30T…` is a RangeError, not the second of March. */
function readInstant(instant: string): Temporal.PlainDateTime {
  if (!INSTANT.test(instant)) throw new RangeError('an instant is YYYY-MM-DDTHH:MM:SS');
  return Temporal.PlainDateTime.from(instant, { overflow: 'reject' });
}
