/** A transcript's stage in a process of its own, to be killed at any moment. */
import pino from 'pino';
import { loadRulebook } from '../../start/rulebook-file.js';
import { openStage } from '../stage/stage.js';
import { obey } from './orders.js';
import type { Numbered, Report } from './process.js';

const [databaseFile = '', rulebookFile = '', clock = ''] = process.argv.slice(2);

const report = (message: Report): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });

const stage = await openStage({
  ...{ databaseFile, clock },
  rulebook: await loadRulebook(rulebookFile),
  log: pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination({ fd: 2, sync: true })),
  announce: (line) => process.stderr.write(`${line}\n`),
  onSaid: (message) => process.send?.({ report: 'said', message } satisfies Report),
});

process.on('message', ({ id, body }: Numbered) => {
  void obey(stage, body).then(() => report({ report: 'done', id }));
});
process.on('disconnect', () => process.exit(0));
await report({ report: 'ready', handled: stage.handled });
