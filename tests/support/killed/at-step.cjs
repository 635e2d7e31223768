/**
 * Loaded into the bot's process before it starts: once the line with the message id KILL_MESSAGE has arrived, the
 * process ends itself by SIGKILL before its KILL_AT-th step on the disk: a script given to SQLite (BEGIN, COMMIT,
 * VACUUM …), a statement that writes back the WAL, or a call of the file system. Nothing is flushed, no handler runs.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const Database = require('libsql');

const killAt = Number(process.env['KILL_AT']);
const message = process.env['KILL_MESSAGE'];
let armed = false;
let count = 0;

function step() {
  if (!armed) return;
  count += 1;
  if (count === killAt) process.kill(process.pid, 'SIGKILL');
}

function watch(object, name, counts = () => true) {
  const original = object[name];
  object[name] = function (...values) {
    if (counts(...values)) step();
    return original.apply(this, values);
  };
}

watch(Database.prototype, 'exec');
watch(Database.prototype, 'prepare', (sql) => sql.startsWith('PRAGMA'));
for (const name of ['openSync', 'writeSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'rmSync'])
  watch(fs, name);
syncBuiltinESMExports();

process.on('message', ({ body }) => {
  if (body?.order === 'hear' && body.message.messageId === message) armed = true;
});
