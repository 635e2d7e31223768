import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** What is read and thrown away of a body that is too large, in bytes; beyond it the connection ends. */
const MOST_DISCARDED = 128 * 1024 * 1024;

/**
 * Refuses a body of more than `maxSize` bytes with what `refuse` answers. The rest is read first and thrown away: an
 * answer in the middle of an upload reaches no browser, and leaves a connection behind that ends under the next request.
 */
export function limited(maxSize: number, refuse: (c: Context) => Response | Promise<Response>) {
  return bodyLimit({
    maxSize,
    onError: async (c) => {
      await discard(c.req.raw.body).catch(() => undefined);
      return refuse(c);
    },
  });
}

async function discard(body: ReadableStream<Uint8Array> | null) {
  let left = MOST_DISCARDED;
  for await (const chunk of body ?? []) if ((left -= chunk.length) < 0) return;
}
