import { connect, createServer, type Socket } from 'node:net';

/** A TCP relay on loopback that can be cut, or swallow traffic. */
export interface Proxy {
  readonly port: number;
  /** Connections made so far. */
  readonly connections: () => number;
  /** Bytes returned so far. */
  readonly passed: () => number;
  /** Breaks all connections and refuses new ones until the returned function is called. */
  cut(): Promise<() => Promise<void>>;
  /** Present connections stay open but return nothing more; new ones work. */
  hush(): void;
  /** Nothing comes back any more, though the connections stay open. */
  swallow(isSwallowing: boolean): void;
  close(): Promise<void>;
}

export async function openProxy(target: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const hushed = new WeakSet<Socket>();
  let count = 0;
  let passed = 0;
  let isSwallowing = false;
  const server = createServer((near) => {
    count += 1;
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (bytes) => {
      passed += bytes.length;
      if (!isSwallowing && !hushed.has(near)) near.write(bytes);
    });
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  const end = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    connections: () => count,
    passed: () => passed,
    async cut() {
      await end();
      return () => listen(port);
    },
    hush: () => sockets.forEach((socket) => hushed.add(socket)),
    swallow: (is) => void (isSwallowing = is),
    close: () => (server.listening ? end() : Promise.resolve()),
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
