import pino from 'pino';
import type { LoadedRulebook } from '../../domain/rulebook/adopted.js';
import { openStage } from '../stage/stage.js';
import { obey } from './orders.js';
import type { Numbered, Report } from './process.js';

/** Plays on a stage in this process what the process that started it orders. */
export async function serveParent(databaseFile: string, rulebook: LoadedRulebook, clock: string) {
  const report = (message: Report): Promise<void> =>
    new Promise((resolve, reject) => {
      process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
    });
  const stage = await openStage({
    ...{ databaseFile, clock, rulebook },
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination({ fd: 2, sync: true })),
    announce: (line) => process.stderr.write(`${line}\n`),
    onSaid: (message) => process.send?.({ report: 'said', message } satisfies Report),
  });
  process.on('message', ({ id, body }: Numbered) => {
    void obey(stage, body).then(() => report({ report: 'done', id }));
  });
  process.on('disconnect', () => process.exit(0));
  await report({ report: 'ready', handled: stage.handled });
}
