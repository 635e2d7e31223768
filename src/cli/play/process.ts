import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../project-folder.js';
import type { Order, Said } from './orders.js';

/** Orders to the bot's process. Each is answered by `done` once nothing is under way. */
export interface Numbered {
  readonly id: number;
  readonly body: Order;
}

/** Messages from the bot's process. */
export type Report =
  | { readonly report: 'ready'; readonly handled: number }
  | { readonly report: 'done'; readonly id: number }
  | { readonly report: 'said'; readonly message: Said };

/** A bot in a process of its own, to be killed and started as a whole. */
export interface BotProcess {
  /** How many messages the database had handled at start. */
  readonly handled: number;
  /** Resolves when the bot has finished and said everything; rejects with `BotDied` if the process ends first. */
  tell(order: Order): Promise<void>;
  /** SIGKILL, and waits until the process is gone. */
  kill(): Promise<void>;
}

class BotDied extends Error {}

export interface BotProcessOptions {
  readonly databaseFile: string;
  readonly rulebookFile: string;
  readonly now: string;
  readonly onSaid: (said: Said) => void;
  /** Arguments for node. With a startup snapshot among them it is that which starts, not the bundle. */
  readonly execArgv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function startBotProcess(options: BotProcessOptions): Promise<BotProcess> {
  // Always the bundle: a process starts fast only from it.
  const program = join(projectFolder(), 'dist/src/cli/play/bot-main.js');
  const child = fork(program, [options.databaseFile, options.rulebookFile, options.now], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Files cross as bytes.
    serialization: 'advanced',
    execArgv: [...(options.execArgv ?? ['--enable-source-maps'])],
    env: { ...process.env, ...options.env },
  });
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let count = 0;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new BotDied('the bot process ended'));
    waiting.clear();
  });
  const handled = await ready(child, gone, (message) => {
    if (message.report === 'said') options.onSaid(message.message);
    if (message.report === 'done') {
      waiting.get(message.id)?.resolve();
      waiting.delete(message.id);
    }
  });
  return {
    handled,
    tell: (body) =>
      new Promise<void>((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        child.send({ id: count, body } satisfies Numbered, (error) => {
          if (error !== null) reject(new BotDied(error.message));
        });
      }),
    kill() {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

function ready(child: ChildProcess, gone: Promise<void>, listen: (report: Report) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    void gone.then(() => reject(new BotDied('the bot process did not start')));
    child.on('message', (message: Report) => {
      if (message.report === 'ready') resolve(message.handled);
      else listen(message);
    });
  });
}
