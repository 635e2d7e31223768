import type { Buffer } from 'node:buffer';
import { failureOf } from '../../app/failure.js';
import type { Button, Capabilities, Channel, ChannelFile, Inbound } from '../../app/ports/channel.js';
import type { Clock } from '../../app/ports/clock.js';
import { addSeconds } from '../../domain/period/civil.js';
import { cardBytes, cardOfTask } from './cards.js';
import { chatClient } from '../chat-client.js';
import { FileTooLarge, largestInbound } from '../gather.js';
import { createTurns } from '../in-turn.js';
import { fetchFile } from './fetch-file.js';
import { readClick, readEntry, readMessage, type Heard } from './frames.js';
import { writeHandle } from './handles.js';
import { createLink, type LinkOptions } from './link.js';
import { createSender, textBytes, type Sender } from './sender.js';

export interface WecomOptions extends LinkOptions {
  /** The group's name for the bot. */
  readonly botName: string;
  readonly clock: Clock;
  /** The answer to somebody whose file cannot be kept; the line that came with it is not carried out. */
  readonly says: {
    readonly tooLarge: (maximumBytes: number) => string;
    readonly notFetched: string;
    /** To somebody who opens the chat with the bot. */
    readonly welcome: string;
    /** On a card without anything left to press: the service wants a button on every card. */
    readonly settledButton: Button;
    /** Names an unnamed file, without ending. */
    readonly untitled: (kind: ChannelFile['kind']) => string;
  };
}

const wecomName = 'wecom';

const capabilities: Capabilities = {
  ...chatClient,
  cards: { maximumBytes: cardBytes },
  // The bot sees only ids and cannot mention anybody.
  mentions: false,
  stableIds: true,
  maximumBytes: textBytes,
};

/** Seconds in which a message can be answered directly; after that a push does the same. */
const answerable = 300;
const clickable = 5;

/** WeCom's official intelligent robot over its long connection; the SDK is loaded only here. */
export async function openWecomChannel(options: WecomOptions): Promise<Channel> {
  const { WSClient, decryptFile } = await import('@wecom/aibot-node-sdk');
  const link = createLink(options, (settings) => new WSClient(settings));
  const sender = createSender(link, options.timer, options.says.settledButton);
  const listener = createListener(options, sender, decryptFile);
  return {
    name: wecomName,
    title: '企业微信机器人',
    capabilities,
    start: (receive, report) =>
      link.start({
        message: (frame) => listener.hear(readMessage(frame, options.botName), receive),
        entry: (frame) => void sender.welcome(readEntry(frame), options.says.welcome),
        click: (frame) => listener.hear(readClick(frame), receive),
        report,
      }),
    send: (message) => sender.send(message),
    async stop() {
      link.stop();
      await listener.idle();
    },
  };
}

function createListener(
  { clock, log, says }: WecomOptions,
  sender: Sender,
  decrypt: (bytes: Buffer, key: string) => Buffer,
) {
  const turns = createTurns(log);

  const files = async ({ attachments, messageId }: Heard): Promise<readonly ChannelFile[] | string> => {
    try {
      return await Promise.all(attachments.map((one) => fetchFile(one, decrypt, says.untitled)));
    } catch (error) {
      log.warn({ messageId, ...failureOf(error) }, 'a file was not fetched');
      return error instanceof FileTooLarge ? says.tooLarge(largestInbound) : says.notFetched;
    }
  };
  const handOver = async (heard: Heard, receive: (message: Inbound) => Promise<void>): Promise<void> => {
    const { chat, account, messageId, text, unusable, task = null } = heard;
    const handle = writeHandle({ reqId: heard.reqId, task });
    const fetched = await files(heard);
    if (typeof fetched === 'string')
      return sender.send({ key: messageId, chat, text: fetched, files: [], reply: handle });
    const expiresAt = addSeconds(clock.now(), task === null ? answerable : clickable);
    await receive({
      chat,
      account,
      messageId,
      text,
      files: fetched,
      // The service delivers group messages only when they mention the bot.
      ...(chat.kind === 'group' && task === null ? { called: true as const } : {}),
      ...(unusable === undefined ? {} : { unusable }),
      reply: { handle, expiresAt },
      ...(task === null ? {} : { click: { card: cardOfTask(task) } }),
    });
  };
  return {
    hear(heard: Heard | undefined, receive: (message: Inbound) => Promise<void>): void {
      if (heard === undefined) {
        log.warn({}, 'a frame of an unknown shape');
        return;
      }
      const { messageId, account } = heard;
      sender.heardIn(heard.chat);
      const isNew = turns.take(messageId, account, () => handOver(heard, receive));
      if (isNew && heard.task !== undefined) sender.pressed(heard.reqId);
    },
    idle: () => turns.idle(),
  };
}
