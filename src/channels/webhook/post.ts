import { z } from 'zod';
import { SendError, type ChannelFile } from '../../app/ports/channel.js';

export interface WebhookAddress {
  /** Address of the service, for example `https://qyapi.weixin.qq.com`; with or without the path. */
  readonly url: string;
  /** A secret: anybody who has it can write to the group. Never in an error or a log. */
  readonly key: string;
}

const patience = 30_000;
const path = '/cgi-bin/webhook';
const passing = new Set([-1, 45009, 45033]);
const coolDown = 10_000;
/** No connection, so certainly not taken. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const answer = z.object({ errcode: z.number(), media_id: z.string().optional() });

/** @throws SendError */
export async function post(address: WebhookAddress, message: object): Promise<void> {
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(message),
  };
  await ask(urlOf(address, 'send'), request);
}

/** @returns the id for sending the file; @throws SendError, never `uncertain`: an upload shows nothing to anybody */
export async function uploadFile(address: WebhookAddress, { name, bytes }: ChannelFile): Promise<string> {
  const form = new FormData();
  form.append('media', new Blob([Uint8Array.from(bytes)]), name);
  const url = urlOf(address, 'upload_media');
  url.searchParams.set('type', 'file');
  try {
    const { media_id: mediaId } = await ask(url, { method: 'POST', body: form });
    if (mediaId === undefined) throw new SendError('transient', 'no media id');
    return mediaId;
  } catch (error) {
    if (error instanceof SendError && error.failure !== 'uncertain') throw error;
    throw new SendError('transient', 'upload interrupted');
  }
}

async function ask(url: URL, request: RequestInit): Promise<z.infer<typeof answer>> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(patience) }).catch(
    (error: unknown) => {
      throw unreached.has(causeOf(error))
        ? new SendError('transient', 'not reached')
        : new SendError('uncertain', 'no answer');
    },
  );
  const said = answer.safeParse(await response.json().catch(() => undefined));
  if (!said.success) throw statusError(response.status);
  const { errcode } = said.data;
  if (errcode === 0) return said.data;
  if (passing.has(errcode)) throw new SendError('transient', `errcode ${errcode}`, coolDown);
  // `invalid webhook url`: send once there is a new key.
  throw new SendError(errcode === 93000 ? 'transient' : 'refused', `errcode ${errcode}`);
}

function statusError(status: number): SendError {
  const said = `status ${status}`;
  if (status === 429) return new SendError('transient', said, coolDown);
  return new SendError(status >= 400 && status < 500 ? 'refused' : 'uncertain', said);
}

function urlOf({ url, key }: WebhookAddress, verb: 'send' | 'upload_media'): URL {
  const base = new URL(url);
  base.pathname = `${path}/${verb}`;
  base.search = '';
  base.searchParams.set('key', key);
  return base;
}

function causeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
