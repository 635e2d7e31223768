/** WeCom's 消息推送 of a group by its documentation, on loopback; it knows nothing of the bot. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

export interface Posted {
  readonly msgtype: string;
  readonly text?: { readonly content: string; readonly mentioned_list?: readonly string[] };
  readonly image?: { readonly base64: string; readonly md5: string };
  readonly file?: { readonly media_id: string };
}

const megabyte = 1024 * 1024;

export async function startWebhookService(key = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa') {
  const posted: Posted[] = [];
  const files = new Map<string, { readonly name: string; readonly bytes: Buffer }>();
  const rules = {
    key,
    /** Answers this many more messages with 45009. */
    tooFast: 0,
    /** Takes the next one, but cuts the connection before acknowledging it. */
    cutAfterTaking: false,
    status: 200,
  };

  const fault = ({ msgtype, text, image, file }: Posted): number => {
    if (msgtype === 'text') return Buffer.byteLength(text?.content ?? '') > 2_048 ? 40058 : 0;
    if (msgtype === 'file') return files.has(file?.media_id ?? '') ? 0 : 40007;
    if (msgtype !== 'image') return 40008;
    const bytes = Buffer.from(image?.base64 ?? '', 'base64');
    const isWhole = createHash('md5').update(bytes).digest('hex') === image?.md5;
    return isWhole && bytes.length <= 2 * megabyte ? 0 : 301019;
  };
  const upload = (form: Buffer): object => {
    const file = mediaIn(form);
    if (file === undefined || file.bytes.length <= 5 || file.bytes.length > 20 * megabyte)
      return { errcode: 40006 };
    const id = `media-${files.size + 1}`;
    files.set(id, file);
    return { errcode: 0, errmsg: 'ok', type: 'file', media_id: id };
  };
  const answer = (request: IncomingMessage, bytes: Buffer): object => {
    const url = new URL(request.url ?? '', 'http://x');
    if (url.searchParams.get('key') !== rules.key) return { errcode: 93000, errmsg: 'invalid webhook url' };
    if (url.pathname === '/cgi-bin/webhook/upload_media') return upload(bytes);
    if (url.pathname !== '/cgi-bin/webhook/send') return { errcode: 404 };
    if (rules.tooFast > 0) {
      rules.tooFast -= 1;
      return { errcode: 45009, errmsg: 'api freq out of limit' };
    }
    const message = JSON.parse(bytes.toString()) as Posted;
    const errcode = fault(message);
    if (errcode === 0) posted.push(message);
    return { errcode, errmsg: errcode === 0 ? 'ok' : 'refused' };
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const said = rules.status === 200 ? answer(request, Buffer.concat(chunks)) : 'busy';
      if (rules.cutAfterTaking) request.socket.destroy();
      else response.writeHead(rules.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    posted,
    files,
    rules,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type WebhookService = Awaited<ReturnType<typeof startWebhookService>>;

/** The part `media` of a multipart form. */
function mediaIn(form: Buffer): { readonly name: string; readonly bytes: Buffer } | undefined {
  const boundary = form.subarray(0, form.indexOf('\r\n'));
  const head = form.subarray(0, form.indexOf('\r\n\r\n'));
  const name = /name="media"; filename="([^"]+)"/u.exec(head.toString())?.[1];
  const end = form.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), head.length);
  return name === undefined ? undefined : { name, bytes: form.subarray(head.length + 4, end) };
}
