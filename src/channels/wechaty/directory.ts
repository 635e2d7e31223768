import { z } from 'zod';
import { UnknownToken } from './errors.js';

/** What stands for the address of a gateway that is named by its token alone: `wechaty://api.chatie.io/<token>`. */
const byToken = /^wechaty:\/\/(.+)\/([^/]+)$/u;
/** Milliseconds that the directory may take. */
const patience = 10_000;
/** The directory does not know the token. */
const unknown = new Set([400, 401, 403, 404, 410]);

const place = z.object({ host: z.string().min(1), port: z.int().min(1).max(65_535) });

/**
 * The address of a gateway: as it is, or asked of the directory of its maker. The look-up that comes with
 * wechaty was written for a gRPC of years ago, and ends the process whatever the answer is.
 * @throws UnknownToken when there is no such token; anything else when the gateway is not to be found now
 */
export async function findGateway(endpoint: string): Promise<string> {
  const [, authority = '', token = ''] = byToken.exec(endpoint) ?? [];
  if (token === '') return endpoint;
  const directory = authority.includes('://') ? authority : `https://${authority}`;
  const response = await fetch(`${directory}/v0/hosties/${encodeURIComponent(token)}`, {
    signal: AbortSignal.timeout(patience),
  });
  if (unknown.has(response.status)) throw new UnknownToken();
  // A gateway that has gone away is told with the port 0.
  const { host, port } = place.parse(await response.json());
  return `${host}:${port}`;
}
