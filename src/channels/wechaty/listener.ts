import type { ChannelFile, Chat, Inbound } from '../../app/ports/channel.js';
import type { Log } from '../../app/ports/log.js';
import type { Timer } from '../../app/ports/clock.js';
import { isCommand, withoutCall } from '../called.js';
import { FileTooLarge, gather, largestInbound } from '../gather.js';
import { createTurns } from '../in-turn.js';
import { pictureType } from '../picture-type.js';
import { within } from '../within.js';
import type { Library, Message, Room, WechatyBot } from './library.js';
import { nicknameIn, type Rooms } from './rooms.js';
import type { Sender } from './sender.js';

export interface ListenerOptions {
  /** The group's names for the bot, besides its account's. */
  readonly botName: string;
  readonly timer: Timer;
  readonly log: Log;
  /** The answer to somebody whose file cannot be kept. */
  readonly says: { readonly tooLarge: (maximumBytes: number) => string; readonly notFetched: string };
}

/** Seconds after which a message is replayed history and not meant for now. */
const oldest = 300;
/** Milliseconds after a command in which a picture from the same person in the group may be meant for the bot. */
const pictureWithin = 600_000;
const patience = 60_000;
const tries = 3;

/** What was said, and whether the bot was called in it. */
interface Line {
  readonly text: string;
  readonly called: boolean;
}

/** Hands over what people say, but not the bot's own messages, other groups, or history. */
export function createListener(options: ListenerOptions, { types }: Library, rooms: Rooms, sender: Sender) {
  const { botName, timer, log, says } = options;
  const turns = createTurns(log);
  /** When each person last typed a command. */
  const commanded = new Map<string, number>();

  const isForUs = async (message: Message, bot: WechatyBot): Promise<boolean> => {
    if (message.self() || message.age() > oldest) return false;
    if (message.talker().type() === types.Contact.Official) return false;
    const room = message.room();
    return room === undefined || rooms.isOurs(bot, room);
  };
  const lineOf = async (message: Message, bot: WechatyBot, room: Room | undefined): Promise<Line> => {
    const said = message.text();
    if (room === undefined) return { text: said.trim(), called: false };
    const own = [botName, bot.currentUser.name(), await nicknameIn(room, bot.currentUser)];
    const isMentioned = said.includes('@') && (await message.mentionSelf().catch(() => false));
    const called = isMentioned || own.some((name) => said.includes(`@${name}`));
    return { text: withoutCall(said, own, isMentioned), called };
  };
  const filesOf = async (message: Message, chat: Chat): Promise<readonly ChannelFile[] | undefined> => {
    const { Attachment, Image, Unknown } = types.Message;
    if (![Attachment, Image, Unknown].includes(message.type())) return undefined;
    // Pictures that people show each other in the group are not fetched.
    const spoke = commanded.get(message.talker().id) ?? -pictureWithin;
    if (chat.kind === 'group' && timer.now() - spoke >= pictureWithin) return undefined;
    const file = await fileOf(message, types, options);
    if (file === says.notFetched) log.warn({ messageId: message.id }, 'a file was not fetched');
    if (typeof file === 'string') await sender.send({ chat, text: file, files: [] });
    return file === undefined || typeof file === 'string' ? undefined : [file];
  };

  const handOver = async (
    message: Message,
    bot: WechatyBot,
    receive: (message: Inbound) => Promise<void>,
  ): Promise<void> => {
    if (!(await isForUs(message, bot))) return;
    const room = message.room();
    const talker = message.talker();
    if (room === undefined) sender.heardFrom(talker.id);
    const chat: Chat = room === undefined ? { kind: 'private', account: talker.id } : rooms.chat;
    const isText = message.type() === types.Message.Text;
    const { text, called } = isText ? await lineOf(message, bot, room) : { text: '', called: false };
    if (isCommand(text)) remember(commanded, talker.id, timer.now());
    const other = otherOf(message, types);
    const files = isText || other !== undefined ? [] : await filesOf(message, chat);
    if (files === undefined) return;
    const nickname = room === undefined ? talker.name() : await nicknameIn(room, talker);
    await receive({
      chat,
      account: talker.id,
      nickname,
      messageId: message.id,
      text,
      files,
      ...(called ? { called: true as const } : {}),
      ...other,
    });
  };
  return {
    hear(message: Message, bot: WechatyBot, receive: (message: Inbound) => Promise<void>): void {
      // Without a login we cannot tell who is speaking.
      if (bot.isLoggedIn) turns.take(message.id, message.talker().id, () => handOver(message, bot, receive));
    },
    idle: () => turns.idle(),
  };
}

/** What is heard of a message that is neither words nor a file. */
function otherOf(
  message: Message,
  { Message: kinds }: Library['types'],
): Pick<Inbound, 'unusable' | 'recalled'> | undefined {
  switch (message.type()) {
    case kinds.Recalled:
      return { recalled: true };
    case kinds.Video:
      return { unusable: 'video' };
    case kinds.Audio:
      return { unusable: 'voice' };
    default:
      return undefined;
  }
}

async function fetchFile(message: Message, kinds: Library['types']['Message']): Promise<ChannelFile> {
  const box = await message.toFileBox();
  const bytes = await gather(await box.toStream());
  const isPicture = message.type() === kinds.Image || pictureType(bytes) !== undefined;
  return { kind: isPicture ? 'picture' : 'file', name: plainName(box.name), bytes };
}

/** Undefined: no file. A string: the answer to the sender. */
async function fileOf(
  message: Message,
  { Message: kinds }: Library['types'],
  { says, timer }: ListenerOptions,
): Promise<ChannelFile | string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const fetched = fetchFile(message, kinds);
      // Some puppets never report an end.
      if (await within(timer, patience, fetched)) return await fetched;
      throw new Error('no answer');
    } catch (error) {
      if (error instanceof FileTooLarge) return says.tooLarge(largestInbound);
      // Some puppets deliver documents as unknown, but red packets too.
      if (message.type() === kinds.Unknown) return undefined;
      if (attempt === tries) return says.notFetched;
    }
  }
}

/** The name comes from somebody's machine: drop its folders. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1)?.trim() ?? '';
  return last === '' ? 'file' : last;
}

function remember(commanded: Map<string, number>, account: string, now: number): void {
  for (const [other, at] of commanded) if (now - at >= pictureWithin) commanded.delete(other);
  commanded.set(account, now);
}
