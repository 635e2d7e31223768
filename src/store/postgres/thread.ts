/**
 * The thread that speaks with PostgreSQL for the message thread, which waits for each answer: decisions are made on
 * facts in memory, in one stretch, whatever database they are kept in (docs/adr/0023-postgresql.md).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import pg from 'pg';
import { createBatch } from './batch.js';
import type { Answer, Line, Question, ServerFailure, ToThread } from './protocol.js';

/** Milliseconds between two tries to reach the server, and for one of them. */
const [retryEvery, reachWithin] = [100, 5_000];

/**
 * A host that is gone lets go of its locks within half a minute; so does a process that sleeps inside a transaction.
 */
const manners = [
  'SET lock_timeout = 5000',
  'SET idle_in_transaction_session_timeout = 15000',
  'SET tcp_keepalives_idle = 10',
  'SET tcp_keepalives_interval = 5',
  'SET tcp_keepalives_count = 3',
  'SET client_min_messages = warning',
].join('; ');

// A sign of life for whoever waits.
const beat = workerData as Int32Array;
setInterval(() => Atomics.add(beat, 0, 1), 500);

parentPort?.on('message', (line: Line<MessagePort>) => serve(line));

interface Link {
  readonly client: pg.Client;
  readonly planned: Set<string>;
}

/** A connection that is opened again when it was lost and somebody asks. */
function openWay(url: string) {
  let link: Link | undefined;
  let failure: ServerFailure | undefined;
  let opening: Promise<void> | undefined;
  let isEnding = false;

  const lose = (client: pg.Client): void => {
    if (link?.client === client) link = undefined;
  };
  const open = async (): Promise<boolean> => {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: reachWithin,
      keepAlive: true,
    });
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    try {
      await client.connect();
      await client.query(manners);
      link = { client, planned: new Set() };
      failure = undefined;
      return true;
    } catch (error) {
      failure = failureOf(error);
      void client.end().catch(() => undefined);
      return false;
    }
  };
  /** One try after another, whether anybody asks or not. */
  const reach = (): Promise<void> =>
    (opening ??= (async () => {
      while (!isEnding && !(await open())) await sleep(retryEvery);
      opening = undefined;
    })());
  return {
    lose,
    /** @param patience milliseconds to wait for a connection that was lost */
    async link(patience: number): Promise<Link | ServerFailure> {
      if (link === undefined) await Promise.race([reach(), sleep(patience)]);
      return link ?? failure ?? { message: 'the database server is not reached', code: 'LOST', isLost: true };
    },
    async end(): Promise<void> {
      isEnding = true;
      const ended = link?.client.end();
      link = undefined;
      await ended?.catch(() => undefined);
    },
  };
}

function serve({ port, signal, url }: Line<MessagePort>): void {
  const way = openWay(url);
  const answer = async ({ statements, patience }: Question): Promise<Answer> => {
    const current = await way.link(patience);
    if ('code' in current) return { found: [], failure: current };
    return new Promise((resolve) => {
      current.client.query(
        createBatch(statements, current.planned, (found, failed) => {
          if (failed?.isLost === true) way.lose(current.client);
          resolve({ found, failure: failed });
        }),
      );
    });
  };
  const tell = (told: Answer): void => {
    port.postMessage(told);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  };
  const end = async (): Promise<void> => {
    await way.end();
    tell({ found: [], failure: null });
    port.close();
  };
  port.on('message', (asked: ToThread) => {
    if (asked === 'end') void end();
    else void answer(asked).then(tell);
  });
}

function failureOf(error: unknown): ServerFailure {
  const { message, code } = error as { readonly message: string; readonly code?: string };
  return { message, code: code ?? 'LOST', isLost: true };
}
