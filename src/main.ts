/** The program. A failed start, or what nobody caught later, prints one clear sentence and exits with 1. */

// Before the program is loaded, so that stacks name the places in src, not those in the bundle.
process.setSourceMapsEnabled(true);
const [{ loadConfig }, { sentenceFor }, { startProgram }] = await Promise.all([
  import('./config.js'),
  import('./start/failure.js'),
  import('./start/program.js'),
]);

// Only the bot's own user may read what it writes.
process.umask(0o077);
process.once('uncaughtException', (error) => end(sentenceFor(error, '程序意外停止')));
try {
  await startProgram(loadConfig());
} catch (error) {
  end(sentenceFor(error));
}

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
