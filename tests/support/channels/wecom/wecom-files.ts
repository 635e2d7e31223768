import { createCipheriv, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Pictures and files as the service keeps them: AES-256-CBC, padded to 32 bytes, the key's beginning as vector. */
export function createWecomFiles() {
  const kept = new Map<string, { readonly bytes: Buffer; readonly name: string | undefined }>();
  let count = 0;
  return {
    /** `{ url, aeskey }`, as a message carries it; */
    add(base: string, plain: Buffer, name?: string): { readonly url: string; readonly aeskey: string } {
      const key = randomBytes(32);
      const pad = 32 - (plain.length % 32);
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      const padded = Buffer.concat([plain, Buffer.alloc(pad, pad)]);
      count += 1;
      kept.set(`/file/${count}`, {
        bytes: Buffer.concat([cipher.update(padded), cipher.final()]),
        name,
      });
      return { url: `${base}/file/${count}`, aeskey: key.toString('base64') };
    },
    serve(request: IncomingMessage, response: ServerResponse): void {
      const file = kept.get(request.url ?? '');
      if (file === undefined) {
        response.writeHead(404).end();
        return;
      }
      const name = file.name === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(file.name)}`;
      response.writeHead(200, { 'Content-Disposition': `attachment${name}` }).end(file.bytes);
    },
  };
}
