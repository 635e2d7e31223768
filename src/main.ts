/** The program. A failed start prints one clear sentence and exits with 1. */
import { loadConfig } from './config.js';
import { sentenceFor } from './start/failure.js';
import { startProgram } from './start/program.js';

// Only the bot's own user may read what it writes.
process.umask(0o077);
try {
  await startProgram(loadConfig());
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
}
