/**
 * `npm run roster`, `import`, `rulebook`, `verify`, `restore`, `rotate-key`, `move`, `plain`, `play`, `simulate`, `docs`: gives a command line the
 * terminal, the settings and its exit code.
 */
import { createInterface } from 'node:readline/promises';
import { loadConfig } from '../config.js';
import { sentenceFor } from '../start/failure.js';
import { openReading } from '../start/reading/open-reading.js';
import type { Io, Run } from './command-line.js';

const commands: Readonly<Record<string, () => Promise<Run>>> = {
  docs: async () => (await import('./docs.js')).run,
  import: async () => (await import('./import/command.js')).run,
  move: async () => (await import('./keep/move.js')).run,
  plain: async () => (await import('./plain/command.js')).run,
  play: async () => (await import('./play/command.js')).run,
  restore: async () => (await import('./keep/restore.js')).run,
  'rotate-key': async () => (await import('./keep/rotate-key.js')).run,
  roster: async () => (await import('./roster/command.js')).run,
  rulebook: async () => (await import('./rulebook.js')).run,
  simulate: async () => (await import('./simulate/command.js')).run,
  verify: async () => (await import('./verify.js')).run,
};

// Stacks name the places in src, not those in the bundle; the command lines are loaded later.
process.setSourceMapsEnabled(true);
// `| head` has read enough: no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
// The thread of the database ended, and the command has said so already or cannot any more.
process.once('uncaughtException', (error) => {
  if (process.exitCode === undefined) process.stderr.write(`${sentenceFor(error, '意外停止')}\n`);
  process.exit(1);
});
// Only the command's own user may read what it writes.
process.umask(0o077);

const io: Io = {
  config: loadConfig,
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  ask: process.stdin.isTTY ? ask : null,
  reading: openReading,
};
const [name = '', ...words] = process.argv.slice(2);
const load = commands[name];
if (load === undefined) throw new Error(`no command line "${name}"`);
process.exitCode = await (await load())(words, io);

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
}
