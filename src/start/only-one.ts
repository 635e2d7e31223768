import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.js';
import { OperatorError } from '../operator-error.js';
import { takeRunning } from '../store/running.js';

/** Milliseconds between two looks whether the other process has ended. */
const pause = 1000;

/**
 * One process for each database: a second one by mistake would answer half of the people. With `STANDBY=yes` it waits
 * until the first has ended, and takes over.
 * @returns what gives the place free again
 * @throws OperatorError when another process runs
 */
export async function beOnlyOne(
  databaseFile: string,
  { HOST, PORT, CHANNEL, STANDBY }: Config,
  print: (line: string) => void,
): Promise<() => void> {
  const url = new URL(`http://${HOST}:${PORT}/`);
  const page = CHANNEL === 'local' ? `，网页在 ${url.href}` : '';
  const where = `进程号 ${process.pid}${page}`;
  let told = false;
  for (;;) {
    const running = takeRunning(databaseFile, where);
    if (running.isOurs) return () => running.release();
    const other = running.where === '' ? '' : `（${running.where}）`;
    if (STANDBY !== 'yes')
      throw new OperatorError(
        `机器人已经在这个文件夹里运行了${other}，不必再启动。要换成这一个，请先停下那一个；要让这一个等着接替，请在 .env 里写 STANDBY=yes。`,
      );
    if (!told) print('另一个机器人正在这个文件夹里运行，本进程等它停下后接替。');
    told = true;
    await sleep(pause);
  }
}
