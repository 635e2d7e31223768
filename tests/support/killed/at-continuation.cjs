/**
 * Loaded into the bot's process before it starts: once the line with the message id KILL_MESSAGE has arrived, the
 * process ends itself by SIGKILL before its KILL_AT-th continuation: every callback and every `await` that is resumed
 * counts as one. Nothing is flushed, no handler runs.
 */
const { createHook } = require('node:async_hooks');

const killAt = Number(process.env['KILL_AT']);
const message = process.env['KILL_MESSAGE'];
let armed = false;
let count = 0;

createHook({
  before() {
    if (!armed) return;
    count += 1;
    if (count === killAt) process.kill(process.pid, 'SIGKILL');
  },
}).enable();

process.on('message', ({ body }) => {
  if (body?.order === 'hear' && body.message.messageId === message) armed = true;
});
