import { z } from 'zod';
import type { Chat } from '../../app/ports/channel.js';
import { isCommand, withoutCall } from '../called.js';

/** A picture or file still to fetch: its address expires after five minutes. */
export interface Attachment {
  readonly kind: 'picture' | 'file';
  readonly url: string;
  readonly aesKey?: string;
  readonly name?: string;
}

/** A message or click, in our words. */
export interface Heard {
  readonly reqId: string;
  readonly messageId: string;
  readonly chat: Chat;
  readonly account: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly unusable?: 'video' | 'voice';
  /** A click: the `task_id` of the card. */
  readonly task?: string;
}

const text = z.object({ content: z.string() });
const media = z.object({ url: z.string(), aeskey: z.string().optional(), name: z.string().optional() });
const item = z.object({
  msgtype: z.string(),
  text: text.optional(),
  image: media.optional(),
  file: media.optional(),
});
const content = item.extend({
  msgtype: z.string().optional(),
  voice: text.optional(),
  mixed: z.object({ msg_item: z.array(item) }).optional(),
});
const envelope = z.object({
  msgid: z.string().min(1),
  chatid: z.string().optional(),
  chattype: z.string().optional(),
  from: z.object({ userid: z.string().min(1) }),
});
const headers = z.object({ req_id: z.string() });

const messageFrame = z.object({
  headers,
  body: envelope.extend({ ...content.shape, quote: content.optional() }),
});

const pressed = z.object({ event_key: z.string().optional(), task_id: z.string().optional() });

const clickFrame = z.object({
  headers,
  body: envelope.extend({ event: pressed.extend({ template_card_event: pressed.optional() }) }),
});

/**
 * Reads `aibot_msg_callback`; undefined for an unknown shape.
 * @param botName the group's name for the bot: a mention of it in front of a line is dropped
 */
export function readMessage(frame: unknown, botName: string): Heard | undefined {
  const read = messageFrame.safeParse(frame);
  if (!read.success) return undefined;
  const { headers: head, body } = read.data;
  const own = partsOf(body);
  const chat = chatOf(body);
  // The service delivers group messages only when they mention the bot.
  const line = chat.kind === 'group' ? withoutCall(own.text, [botName], true) : own.text.trim();
  // A group delivers pictures only as quotes; what people quote in ordinary talk is no material.
  const quoted = body.quote !== undefined && isCommand(line) ? partsOf(body.quote).attachments : [];
  return {
    reqId: head.req_id,
    messageId: body.msgid,
    chat,
    account: body.from.userid,
    text: line,
    attachments: [...own.attachments, ...quoted],
    ...(body.msgtype === 'video' || body.msgtype === 'voice' ? { unusable: body.msgtype } : {}),
  };
}

/** Reads `enter_chat`: the request that a welcome may answer. */
export function readEntry(frame: unknown): string | undefined {
  return z.object({ headers }).safeParse(frame).data?.headers.req_id;
}

/** Reads a button press: nested as Tencent documents it, or flat as the SDK declares it. */
export function readClick(frame: unknown): Heard | undefined {
  const read = clickFrame.safeParse(frame);
  if (!read.success) return undefined;
  const { headers: head, body } = read.data;
  const { template_card_event: nested, ...flat } = body.event;
  const line = nested?.event_key ?? flat.event_key;
  const task = nested?.task_id ?? flat.task_id;
  if (line === undefined || task === undefined) return undefined;
  return {
    reqId: head.req_id,
    messageId: body.msgid,
    chat: chatOf(body),
    account: body.from.userid,
    text: line,
    attachments: [],
    task,
  };
}

function chatOf({ chatid, chattype, from }: z.infer<typeof envelope>): Chat {
  return chattype === 'single' || chatid === undefined
    ? { kind: 'private', account: from.userid }
    : { kind: 'group', id: chatid };
}

function partsOf(body: z.infer<typeof content>): Pick<Heard, 'text' | 'attachments'> {
  const items = body.mixed?.msg_item ?? [body];
  return {
    text: [...items.map((one) => one.text?.content ?? ''), body.voice?.content ?? '']
      .filter((words) => words.trim() !== '')
      .join(' '),
    attachments: items.flatMap(({ image, file }) => [
      ...(image === undefined ? [] : [attachment('picture', image)]),
      ...(file === undefined ? [] : [attachment('file', file)]),
    ]),
  };
}

function attachment(kind: Attachment['kind'], { url, aeskey, name }: z.infer<typeof media>): Attachment {
  return {
    kind,
    url,
    ...(aeskey === undefined ? {} : { aesKey: aeskey }),
    ...(name === undefined ? {} : { name }),
  };
}
