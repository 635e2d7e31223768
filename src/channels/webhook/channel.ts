import { createHash } from 'node:crypto';
import {
  SendError,
  type Capabilities,
  type Channel,
  type ChannelFile,
  type ConnectionReport,
  type Mentions,
} from '../../app/ports/channel.js';
import { pictureType } from '../picture-type.js';
import { post, uploadFile, type WebhookAddress } from './post.js';

interface WebhookOptions extends WebhookAddress {
  /** False: accounts belong to another service, so the webhook cannot mention anybody. */
  readonly knowsAccounts: boolean;
}

export const webhookName = 'wecom-webhook';
/** The webhook serves one group and never names it. */
export const webhookGroup = 'webhook';

const capabilities: Capabilities = {
  hears: false,
  pushes: true,
  privateChat: false,
  pictures: true,
  files: true,
  together: false,
  cards: null,
  mentions: true,
  idempotentSends: false,
  stableIds: true,
  // The limit of plain text. Markdown would take 4,096, but only plain text can mention people, and it needs no
  // escaping.
  maximumBytes: 2_048,
  maximumPictureBytes: 2 * 1024 * 1024,
  maximumFileBytes: 20 * 1024 * 1024,
  rate: { per: 'channel', limits: [{ most: 20, seconds: 60 }] },
};
/** The service refuses smaller files. */
const smallestFile = 6;

/** WeCom's 消息推送 for one group: it only sends. */
export function createWebhookChannel(options: WebhookOptions): Channel {
  let report: (connection: ConnectionReport) => void = () => undefined;
  const say = async (message: object): Promise<void> => {
    try {
      await post(options, message);
    } catch (error) {
      // A revoked key never recovers: letters wait until there is a new one.
      if (error instanceof SendError && error.message === revoked) report({ state: 'loginNeeded' });
      throw error;
    }
  };
  const sendFile = async (file: ChannelFile): Promise<void> => {
    if (file.kind === 'picture' && pictureType(file.bytes) !== undefined) return say(pictureBody(file));
    if (file.bytes.length < smallestFile) throw new SendError('refused', 'file too small');
    const mediaId = await uploadFile(options, file);
    await say({ msgtype: 'file', file: { media_id: mediaId } });
  };
  return {
    name: webhookName,
    title: '企业微信消息推送',
    capabilities,
    start(_receive, tell) {
      report = tell;
      tell({ state: 'connected' });
      return Promise.resolve();
    },
    async send({ text, files, mentions }) {
      if (text !== '') await say(textBody(text, called(mentions, options)));
      for (const file of files) await sendFile(file);
    },
    stop: () => Promise.resolve(),
  };
}

function called(mentions: Mentions | undefined, { knowsAccounts }: WebhookOptions): readonly string[] {
  if (mentions === 'all') return ['@all'];
  return mentions !== undefined && knowsAccounts ? mentions : [];
}

function textBody(content: string, mentioned: readonly string[]): object {
  const list = mentioned.length === 0 ? {} : { mentioned_list: mentioned };
  return { msgtype: 'text', text: { content, ...list } };
}

function pictureBody({ bytes }: ChannelFile): object {
  const base64 = Buffer.from(bytes).toString('base64');
  return { msgtype: 'image', image: { base64, md5: createHash('md5').update(bytes).digest('hex') } };
}

/** The error of `post` for a wrong or revoked key. */
const revoked = 'errcode 93000';
