import { schedule } from 'node-cron';
import { failureOf } from '../app/failure.js';
import type { Clock } from '../app/ports/clock.js';
import type { Log } from '../app/ports/log.js';
import type { Bot } from './create-bot.js';

/** Runs what is due each minute, and ends the process in order when it is asked to. */
export function keepRunning(bot: Bot, clock: Clock, log: Log, close: () => Promise<void>): void {
  const task = schedule('* * * * *', () =>
    bot.runDue(clock.now()).catch((error: unknown) => log.error({ ...failureOf(error) }, 'jobs not run')),
  );
  const stop = async () => {
    await task.stop();
    await close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}
