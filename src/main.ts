/** The program. What goes wrong at its start is one clear sentence and exit code 1. */
import { loadConfig } from './config.js';
import { sentenceFor } from './start/failure.js';
import { startProgram } from './start/program.js';

// What the bot writes is for its own user only.
process.umask(0o077);
try {
  await startProgram(loadConfig());
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
}
