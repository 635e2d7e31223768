import type { Capabilities, Channel } from '../../app/ports/channel.js';
import { chatClient } from '../chat-client.js';
import { createListener, type ListenerOptions } from './listener.js';
import { kindOf } from './errors.js';
import { load, type Boxes, type Library, type WechatyBot } from './library.js';
import { createLink, type LinkOptions, type LoginNews } from './link.js';
import { keepsIds, loadBots, type MakeBot } from './puppets.js';
import { createRooms, type RoomNews } from './rooms.js';
import { createSender } from './sender.js';

export type WechatyNews = LoginNews | RoomNews;

export interface WechatyOptions extends LinkOptions, ListenerOptions {
  /** The package of the puppet. */
  readonly puppet: string;
  /** The branch's group, by topic or id. */
  readonly room: string;
  /** Where the login is kept across restarts; `.memory-card.json` is appended. */
  readonly session: string;
  /** Tells the operator how to log in and whether the group was found. */
  readonly onNews: (news: WechatyNews) => void;
  /** Tests pass a ready puppet, and say whether it keeps ids. */
  readonly bots?: MakeBot;
  readonly stableIds?: boolean;
}

const wechatyName = 'wechaty';

/** About 2,000 Chinese characters, which every client shows whole. */
const textBytes = 6_000;

const capabilities: Omit<Capabilities, 'stableIds'> = {
  ...chatClient,
  cards: null,
  mentions: true,
  maximumBytes: textBytes,
};

/**
 * WeChat through any puppet of wechaty; wechaty is loaded only here.
 * @throws MissingPackage
 * UnusablePuppet
 */
export async function openWechatyChannel(options: WechatyOptions): Promise<Channel> {
  const { puppet, room, session, log, onNews, stableIds = keepsIds(puppet) } = options;
  const library = await load<Library>('wechaty');
  const boxes = await load<Boxes>('file-box');
  // Its log lines contain what people say.
  library.log.level('silent');
  const make = options.bots ?? (await loadBots(library, puppet, session));
  const link = createLink(options, library, make);
  const rooms = createRooms(room, onNews);
  const sender = createSender(link, rooms, boxes);
  const listener = createListener(options, library, rooms, sender);
  const seek = (bot: WechatyBot): void => {
    void rooms.seek(bot).catch((error: unknown) => log.warn({ error: kindOf(error) }, 'rooms not read'));
  };
  return {
    name: wechatyName,
    title: '微信机器人',
    capabilities: { ...capabilities, stableIds },
    start: (receive, report) =>
      link.start({
        message: (message, bot) => listener.hear(message, bot, receive),
        renamed: (which, topic) => rooms.renamed(which, topic),
        loggedIn: () => rooms.forget(),
        alive: seek,
        // A lasting id tells nothing new about people.
        report: ({ state, login }) => report(stableIds || login === undefined ? { state } : { state, login }),
        news: onNews,
      }),
    send: (message) => sender.send(message),
    members: () => rooms.members(),
    async stop() {
      await link.stop();
      await listener.idle();
    },
  };
}
