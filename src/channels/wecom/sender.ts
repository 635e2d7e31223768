import { Buffer } from 'node:buffer';
import { randomBytes, randomUUID } from 'node:crypto';
import type { SendMsgBody, TemplateCard, WSClient, WsFrameHeaders } from '@wecom/aibot-node-sdk';
import { type Button, type Chat, type Outbound, SendError } from '../../app/ports/channel.js';
import type { Timer } from '../../app/ports/clock.js';
import { askingCard, settledCard, taskOf } from './cards.js';
import { isUnacknowledged, isUnanswerable, sendErrorOf } from './errors.js';
import { readHandle } from './handles.js';
import type { Link } from './link.js';
import { createMedia } from './media.js';

/** Bytes of one message in UTF-8, after markup is made harmless. */
const serviceBytes = 20_480;
/** Leaves room for a thousand signs that grow when made harmless. */
export const textBytes = 18_432;
/** Milliseconds after a button press in which its card can change. */
const clickWorth = 5_000;

export interface Sender {
  /** @throws SendError */
  send(message: Outbound): Promise<void>;
  /** Somebody spoke to the bot in this chat. */
  heardIn(chat: Chat): void;
  pressed(reqId: string): void;
  /** Answers an `enter_chat` within its five seconds; what fails is said when they speak. */
  welcome(reqId: string | undefined, text: string): Promise<void>;
}

export function createSender(link: Link, timer: Timer, settledButton: Button): Sender {
  const media = createMedia(timer);
  const known = new Set<string>();
  const presses = new Map<string, number>();

  const update = async ({ text, reply }: Outbound): Promise<void> => {
    const { reqId, task } = readHandle(reply ?? '');
    const at = presses.get(reqId);
    if (task === null || at === undefined || timer.now() - at > clickWorth)
      throw new SendError('refused', 'a card can be changed only right after a press');
    await link.client().updateTemplateCard(frameOf(reqId), settledCard(text, task, settledButton));
  };
  const sendFile = async (message: Outbound, file: Outbound['files'][number]): Promise<void> => {
    const client = link.client();
    const uploaded = await media.upload(client, file);
    const { type, mediaId } = uploaded;
    try {
      await answerOrPush(client, message, {
        answer: (frame) => client.replyMedia(frame, type, mediaId),
        body: { msgtype: type, [type]: { media_id: mediaId } },
      });
    } catch (error) {
      const sent = sendErrorOf(error, isKnown(message.chat));
      if (sent.failure !== 'refused' || !uploaded.isOld) throw sent;
      media.forget(uploaded);
      throw new SendError('transient', 'upload forgotten by the service');
    }
  };
  const isKnown = (chat: Chat): boolean => known.has(targetOf(chat).chatid);

  const dispatch = async (message: Outbound): Promise<void> => {
    const { text, card, files } = message;
    if (message.update !== undefined) return update(message);
    const client = link.client();
    if (card !== undefined) {
      const asked = askingCard(card, text, taskOf(card.id, randomBytes(4).toString('hex')));
      return answerOrPush(client, message, cardWays(client, asked));
    }
    if (text !== '') await answerOrPush(client, message, textWays(client, asMarkdown(text, serviceBytes)));
    for (const file of files) await sendFile(message, file);
  };
  return {
    async send(message) {
      try {
        await dispatch(message);
      } catch (error) {
        if (isUnacknowledged(error)) link.doubt();
        throw sendErrorOf(error, isKnown(message.chat));
      }
    },
    heardIn: (chat) => void known.add(targetOf(chat).chatid),
    async welcome(reqId, text) {
      if (reqId === undefined) return;
      const said = { msgtype: 'text' as const, text: { content: text } };
      const sent = async () => link.client().replyWelcome(frameOf(reqId), said);
      await sent().catch(() => undefined);
    },
    pressed(reqId) {
      const now = timer.now();
      for (const [old, at] of presses) if (now - at > clickWorth) presses.delete(old);
      presses.set(reqId, now);
    },
  };
}

/** The same message in two ways. */
interface Ways {
  readonly answer: (frame: WsFrameHeaders) => Promise<unknown>;
  readonly body: SendMsgBody;
}

function textWays(client: WSClient, content: string): Ways {
  return {
    answer: (frame) => client.replyStream(frame, `stream_${randomUUID()}`, content, true),
    body: { msgtype: 'markdown', markdown: { content } },
  };
}

function cardWays(client: WSClient, card: TemplateCard): Ways {
  return {
    answer: (frame) => client.replyTemplateCard(frame, card),
    body: { msgtype: 'template_card', template_card: card },
  };
}

/** Answers the message while possible, else pushes. A press can be answered only by changing its card. */
async function answerOrPush(
  client: WSClient,
  { reply, chat }: Outbound,
  { answer, body }: Ways,
): Promise<void> {
  const handle = reply === undefined ? undefined : readHandle(reply);
  if (handle?.task === null) {
    try {
      await answer(frameOf(handle.reqId));
      return;
    } catch (error) {
      // Too late, or another connection: certainly not taken, and a push may still work.
      if (!isUnanswerable(error)) throw error;
    }
  }
  const { chatid, type } = targetOf(chat);
  const typed = { ...body, chat_type: type };
  await client.sendMessage(chatid, typed);
}

function targetOf(chat: Chat): { readonly chatid: string; readonly type: 1 | 2 } {
  return chat.kind === 'group' ? { chatid: chat.id, type: 2 } : { chatid: chat.account, type: 1 };
}

function frameOf(reqId: string): WsFrameHeaders {
  return { headers: { req_id: reqId } };
}

/**
 * What a renderer would read as markup, and which part of it to replace. WeCom documents no escape, so a backslash
 * might show while the markup still works; a full-width sign means nothing to any renderer.
 */
const markup: readonly RegExp[] = [
  // Emphasis, code, tags, mentions, escapes and entities.
  /[*`<\\]|&(?=#?\w+;)/gu,
  /(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|~(?=~)|(?<=~)~/gu,
  // Links and pictures, also by reference.
  /\](?=[(:[])/gu,
  // Headings, quotations and lists at the beginning of a line.
  /(?<=^[ \t]*#*)#(?=#*(?:[ \t]|$))|(?<=^[ \t]*)>|(?<=^[ \t]*)[-+](?=[ \t])|(?<=^[ \t]*\d{1,9})[.)](?=[ \t])/gmu,
  // Rules, underlined headings, and the line below the head of a table.
  /(?<=^[ \t|:=-]*)[-=](?=[ \t|:=-]*$)/gmu,
];
/** Four blanks in front would make a line code. */
const deepIndent = /^(?:\t| {4})[ \t]*/gmu;
const wideOffset = 0xfee0;
const wideBlank = '\u3000';

/** Replaces signs by their full-width forms, so that nothing people write becomes markup. */
export function asMarkdown(text: string, maximumBytes: number): string {
  const shown = replaced(text, (sign) => String.fromCharCode(sign.charCodeAt(0) + wideOffset));
  const indented = shown.replaceAll(deepIndent, (blanks) => wideBlank.repeat(Math.ceil(blanks.length / 2)));
  if (Buffer.byteLength(indented) <= maximumBytes) return indented;
  // Only a text that is nearly all markup grows too long: then each sign is replaced by one of the same length.
  return replaced(text, () => "'").replaceAll(deepIndent, ' ');
}

function replaced(text: string, instead: (sign: string) => string): string {
  return markup.reduce((shown, pattern) => shown.replaceAll(pattern, instead), text);
}
