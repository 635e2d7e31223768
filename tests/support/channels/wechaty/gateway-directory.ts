import { createServer } from 'node:http';

/** The directory of gateways (`api.chatie.io`) on loopback: finds a token's gateway. */
export interface GatewayDirectory {
  /** The value of `WECHATY_PUPPET_SERVICE_AUTHORITY`. */
  readonly authority: string;
  readonly asked: readonly string[];
  /** Its answer from now on. */
  answers(status: number, body: object | string): void;
  close(): Promise<void>;
}

export async function openGatewayDirectory(): Promise<GatewayDirectory> {
  let answer = { status: 404, body: '' };
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    authority: `http://127.0.0.1:${port}`,
    asked,
    answers(status, body) {
      answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
