import { createHash } from 'node:crypto';

export interface Frame {
  readonly cmd?: string;
  readonly headers: { readonly req_id: string };
  readonly body?: Record<string, unknown>;
}

/** A message that people can see now. */
export interface Shown {
  /** A userid or a chatid. */
  readonly chat: string;
  readonly how: 'reply' | 'push' | 'update' | 'welcome';
  readonly msgtype: string;
  /** Markdown, or the words of a card. */
  readonly text: string;
  readonly card?: TemplateCard;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
}

export interface TemplateCard {
  readonly card_type: string;
  readonly task_id: string;
  readonly main_title?: { readonly title?: string };
  readonly sub_title_text?: string;
  readonly card_action?: { readonly type: number; readonly url?: string };
  readonly button_list?: readonly { readonly text: string; readonly key: string }[];
}

const textLimit = 20_480;
const chunkLimit = 512 * 1024;
export const ok = { errcode: 0, errmsg: 'ok' };
export const codes = {
  secret: 853000,
  chat: 93006,
  request: 846605,
  rate: 45009,
  parameter: 40058,
  media: 40007,
} as const;

/** The service's treatment of the bot's messages: shows them, or refuses them by a rule. */
export function createWecomDesk() {
  const shown: Shown[] = [];
  const broken: string[] = [];
  const spoken = new Set<string>();
  const requests = new Map<string, Request>();
  const tasks = new Set<string>();
  const uploads = new Map<string, Upload>();
  const media = new Map<string, { readonly name: string; readonly bytes: Buffer }>();
  const limits = { tooFast: 0 };
  let count = 0;

  const show = (message: Shown): typeof ok => {
    if (Buffer.byteLength(message.text) > textLimit)
      broken.push(`${message.chat}: more than ${textLimit} bytes`);
    shown.push(message);
    return ok;
  };
  /** A card must have what its kind requires; else the service takes nothing of it. */
  const isWhole = ({ card_type, button_list = [], card_action }: TemplateCard): boolean => {
    const why =
      card_type === 'text_notice' &&
      !((card_action?.type === 1 && card_action.url) || card_action?.type === 2)
        ? 'text_notice without card_action'
        : card_type === 'button_interaction' && button_list.length === 0
          ? 'button_interaction without buttons'
          : undefined;
    if (why !== undefined) broken.push(why);
    return why === undefined;
  };
  const showCard = (chat: string, how: 'reply' | 'push', card: TemplateCard) => {
    if (!/^[0-9A-Za-z_@-]{1,128}$/u.test(card.task_id) || tasks.has(card.task_id)) {
      broken.push(`task id ${card.task_id}`);
      return refusal(codes.parameter);
    }
    if (!isWhole(card)) return refusal(codes.parameter);
    if ((card.button_list ?? []).length > 6) broken.push('more than 6 buttons');
    tasks.add(card.task_id);
    return show({ chat, how, msgtype: 'template_card', text: wordsOf(card), card });
  };
  const showBody = (chat: string, how: 'reply' | 'push', body: Record<string, unknown>) => {
    const type = String(body['msgtype']);
    const content = body[type] as Record<string, unknown> | undefined;
    switch (type) {
      case 'stream':
        if (how === 'push') return refusal(codes.parameter);
        return show({ chat, how, msgtype: type, text: String(content?.['content']) });
      case 'markdown':
        return show({ chat, how, msgtype: type, text: String(content?.['content']) });
      case 'template_card':
        return showCard(chat, how, body['template_card'] as TemplateCard);
      case 'image':
      case 'file': {
        const file = media.get(String(content?.['media_id']));
        return file === undefined ? refusal(codes.media) : show({ chat, how, msgtype: type, text: '', file });
      }
      default:
        // A push has no plain text.
        broken.push(`msgtype ${type}`);
        return refusal(codes.parameter);
    }
  };
  const answer = ({ headers, body = {} }: Frame) => {
    const request = requests.get(headers.req_id);
    if (request?.kind !== 'message') return refusal(codes.request);
    return showBody(request.chat, 'reply', body);
  };
  const update = ({ headers, body = {} }: Frame) => {
    const request = requests.get(headers.req_id);
    const card = body['template_card'] as TemplateCard;
    if (request?.kind !== 'click' || card.task_id !== request.task) return refusal(codes.request);
    if (!isWhole(card)) return refusal(codes.parameter);
    return show({ chat: request.chat, how: 'update', msgtype: 'template_card', text: wordsOf(card), card });
  };
  const welcome = ({ headers, body = {} }: Frame) => {
    const request = requests.get(headers.req_id);
    if (request?.kind !== 'entry') return refusal(codes.request);
    requests.delete(headers.req_id);
    const text = String((body['text'] as { content?: unknown } | undefined)?.content);
    return show({ chat: request.chat, how: 'welcome', msgtype: String(body['msgtype']), text });
  };
  const push = ({ body = {} }: Frame) => {
    const chat = String(body['chatid']);
    if (!spoken.has(chat)) return refusal(codes.chat);
    if (body['chat_type'] !== (chat.startsWith('wr') ? 2 : 1)) broken.push(`chat_type of ${chat}`);
    return showBody(chat, 'push', body);
  };
  const upload = ({ cmd, body = {} }: Frame) => {
    const id = String(body['upload_id']);
    if (cmd === 'aibot_upload_media_init') {
      count += 1;
      uploads.set(`u${count}`, { ...(body as unknown as Upload), parts: new Map() });
      return { ...ok, body: { upload_id: `u${count}` } };
    }
    const known = uploads.get(id);
    if (known === undefined) return refusal(codes.media);
    if (cmd === 'aibot_upload_media_chunk') {
      const part = Buffer.from(String(body['base64_data']), 'base64');
      if (part.length > chunkLimit) broken.push('chunk too large');
      known.parts.set(Number(body['chunk_index']), part);
      return ok;
    }
    const bytes = Buffer.concat([...known.parts].sort(([a], [b]) => a - b).map(([, part]) => part));
    if (createHash('md5').update(bytes).digest('hex') !== known.md5) return refusal(codes.media);
    media.set(`m-${id}`, { name: known.filename, bytes });
    return { ...ok, body: { type: known.type, media_id: `m-${id}`, created_at: 0 } };
  };
  const handle = (frame: Frame) => {
    if (frame.cmd === 'ping') return ok;
    const isMessage = frame.cmd?.startsWith('aibot_upload') !== true;
    if (isMessage && limits.tooFast > 0) {
      limits.tooFast -= 1;
      return refusal(codes.rate);
    }
    if (frame.cmd === 'aibot_respond_msg') return answer(frame);
    if (frame.cmd === 'aibot_respond_update_msg') return update(frame);
    if (frame.cmd === 'aibot_respond_welcome_msg') return welcome(frame);
    if (frame.cmd === 'aibot_send_msg') return push(frame);
    if (frame.cmd?.startsWith('aibot_upload_media_') === true) return upload(frame);
    broken.push(`cmd ${String(frame.cmd)}`);
    return refusal(codes.parameter);
  };
  return {
    handle,
    shown,
    broken,
    /** `tooFast`: refuses this many more messages with 45009. */
    limits,
    /** Forgets uploads, as after three days. */
    forget: () => media.clear(),
    /** Somebody spoke or pressed: from now on the bot may write to the chat and answer this request. */
    heard(reqId: string, request: Request): void {
      if (request.kind !== 'entry') spoken.add(request.chat);
      requests.set(reqId, request);
    },
  };
}

interface Request {
  readonly chat: string;
  readonly kind: 'message' | 'click' | 'entry';
  readonly task: string | undefined;
}

interface Upload {
  readonly type: string;
  readonly filename: string;
  readonly md5: string;
  readonly parts: Map<number, Buffer>;
}

export function refusal(errcode: number) {
  return { errcode, errmsg: `refused by the rules, hint: [1], from ip: 127.0.0.1` };
}

function wordsOf({ main_title, sub_title_text }: TemplateCard): string {
  return [main_title?.title ?? '', sub_title_text ?? ''].filter((words) => words !== '').join('\n');
}
