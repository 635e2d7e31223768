/**
 * Loaded into the bot's process before it starts: once the line with the message id KILL_MESSAGE has arrived, the
 * process ends itself by SIGKILL before its KILL_AT-th continuation: every callback and every `await` that is resumed
 * counts as one. Nothing is flushed, no handler runs.
 *
 * With KILL_MAP it lives on, and writes there each continuation before which something had changed that outlives the
 * process: a byte of its files, or a message handed over; and at last how many there were.
 */
const { createHook } = require('node:async_hooks');
const { createHash } = require('node:crypto');
const { appendFileSync, existsSync, readFileSync } = require('node:fs');

const killAt = Number(process.env['KILL_AT']);
const message = process.env['KILL_MESSAGE'];
const map = process.env['KILL_MAP'];
const files = ['', '-wal', '-journal'].map((suffix) => `${process.argv[2]}${suffix}`);
const send = process.send.bind(process);
let armed = false;
let count = 0;
let sent = 0;
let left = '';

process.send = (...words) => {
  sent += 1;
  if (map !== undefined && words[0]?.report === 'done') appendFileSync(map, `${count}\n`);
  return send(...words);
};

/** What would be found after a death at this moment. */
function remains() {
  const hash = createHash('sha1');
  for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : 'none');
  return `${sent} ${hash.digest('hex')}`;
}

createHook({
  before() {
    if (!armed) return;
    count += 1;
    if (map === undefined) {
      if (count === killAt) process.kill(process.pid, 'SIGKILL');
      return;
    }
    const now = remains();
    if (now !== left && count > 1) appendFileSync(map, `${count}\n`);
    left = now;
  },
}).enable();

process.on('message', ({ body }) => {
  if (body?.order === 'hear' && body.message.messageId === message) armed = true;
});
