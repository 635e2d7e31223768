import { Buffer } from 'node:buffer';
import {
  SendError,
  type Chat,
  type ChannelFile,
  type Mentions,
  type Outbound,
} from '../../app/ports/channel.js';
import { beforeSending, sendErrorOf } from './errors.js';
import type { Boxes, WechatyBot } from './library.js';
import type { Link } from './link.js';
import { nicknameIn, type Rooms } from './rooms.js';

export interface Sender {
  /** @throws SendError */
  send(message: Pick<Outbound, 'chat' | 'text' | 'files' | 'mentions'>): Promise<void>;
  /** A private message arrived, so we may write to this person. */
  heardFrom(account: string): void;
}

const nobody = { words: '', ids: [] };
/** What WeChat adds after a mention. */
const separator = '\u2005';

export function createSender(link: Link, rooms: Rooms, { FileBox }: Boxes): Sender {
  const reached = new Set<string>();

  const target = async (bot: WechatyBot, chat: Chat): Promise<string> => {
    if (chat.kind === 'private') {
      await demandFriend(bot, chat.account, reached);
      return chat.account;
    }
    if (chat.id !== rooms.chat.id) throw new SendError('refused', 'another group than that of the settings');
    const room = await rooms.seek(bot).catch((error: unknown) => {
      throw beforeSending(error);
    });
    if (room === undefined) throw new SendError('transient', 'the group is not found');
    return room.id;
  };
  const box = ({ name, bytes }: ChannelFile) =>
    FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);

  return {
    async send({ chat, text, files, mentions }) {
      const bot = link.bot();
      try {
        const to = await target(bot, chat);
        if (text !== '') {
          const called = await callsOf(bot, rooms, chat, mentions).catch(() => nobody);
          await bot.puppet.messageSendText(to, `${called.words}${text}`, [...called.ids]);
        }
        for (const file of files) await bot.puppet.messageSendFile(to, box(file));
      } catch (error) {
        const failed = sendErrorOf(error);
        if (failed.failure === 'uncertain' || failed.failure === 'transient') link.doubt();
        throw failed;
      }
    },
    heardFrom: (account) => void reached.add(account),
  };
}

/** WeChat refuses private chats with group members who are not friends of the account. */
async function demandFriend(bot: WechatyBot, account: string, reached: ReadonlySet<string>): Promise<void> {
  if (reached.has(account)) return;
  // If the puppet does not know, sending finds out.
  const { friend } = await bot.puppet.contactPayload(account).catch(() => ({ friend: undefined }));
  if (friend === false) throw new SendError('contactFirst', 'not a friend of the account');
}

/** Mentions use people's names in the group; only the owner can mention everybody. */
async function callsOf(
  bot: WechatyBot,
  rooms: Rooms,
  { kind }: Chat,
  mentions: Mentions = [],
): Promise<{ readonly words: string; readonly ids: readonly string[] }> {
  const room = kind === 'group' && mentions !== 'all' ? await rooms.seek(bot) : undefined;
  if (room === undefined || mentions === 'all') return nobody;
  const there = (await room.memberAll()).filter(({ id }) => mentions.includes(id));
  const names = await Promise.all(there.map((contact) => nicknameIn(room, contact)));
  const words = names.map((name) => `@${name}${separator}`).join('');
  return { words: words === '' ? '' : `${words} `, ids: there.map(({ id }) => id) };
}
