/**
 * The bot of a transcript: the production composition in a process of its own, so that `@重启` can kill
 * it. Only clock, ids and channel differ.
 */
import pino from 'pino';
import { foundBranch } from '../../app/roster/found.js';
import { everything, type Channel, type Inbound, type Outbound } from '../../app/ports/channel.js';
import { RulebookChanged } from '../../app/rulebook/changed.js';
import { changedRulebookText } from '../../chat/replies/rulebook/sentences.js';
import { createBot } from '../../start/create-bot.js';
import { loadRulebook } from '../../start/rulebook-file.js';
import { playChannelName, type Numbered, type Order, type Report } from './protocol.js';

const [databaseFile = '', rulebookFile = '', startAt = ''] = process.argv.slice(2);

let now = startAt;
let hear: ((message: Inbound) => Promise<void>) | undefined;
let references = 0;

const report = (message: Report): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });

const channel: Channel = {
  name: playChannelName,
  title: '支部群',
  capabilities: everything,
  start: (receive) => {
    hear = receive;
    return Promise.resolve();
  },
  // Taken as soon as it is written: what is said does not depend on how fast the other process reads.
  send: ({ key, chat, text, files }: Outbound) => {
    process.send?.({
      report: 'said',
      key,
      branch: chat.kind === 'group' ? chat.id : null,
      account: chat.kind === 'private' ? chat.account : null,
      text,
      files: files.map((file) => ({
        kind: file.kind,
        name: file.name,
        base64: Buffer.from(file.bytes).toString('base64'),
      })),
    } satisfies Report);
    return Promise.resolve();
  },
  stop: () => Promise.resolve(),
};

const bot = await createBot({
  databaseFile,
  // A fixed key: the same transcript gives the same bytes, hash chain included.
  key: '70'.repeat(32),
  rulebook: await loadRulebook(rulebookFile),
  channel,
  clock: { now: () => now },
  ids: { claimCode: () => '000000', reference: () => `E${String((references += 1)).padStart(4, '0')}` },
  log: pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination({ fd: 2, sync: true })),
  botName: '机器人',
  announce: (line) => process.stderr.write(`${line}\n`),
});

process.on('message', ({ id, body }: Numbered) => {
  void obey(body)
    .then(() => bot.delivery.idle())
    .then(() => report({ report: 'done', id }));
});
process.on('disconnect', () => process.exit(0));

try {
  await bot.start();
} catch (error) {
  if (!(error instanceof RulebookChanged)) throw error;
  process.stderr.write(`${changedRulebookText(rulebookFile, error.branch, error.version)}\n`);
  process.exit(1);
}
await bot.delivery.idle();
await report({ report: 'ready', handled: bot.store.countHandled() });

async function obey(order: Order): Promise<void> {
  switch (order.order) {
    case 'found': {
      const branch = await bot.store.createBranch(order.branch, now);
      await bot.store.bindGroup(branch, playChannelName, order.branch);
      await bot.handle(
        { branch, message: { channel: 'founding', messageId: order.key }, speaker: null, files: [] },
        () => ({
          kind: 'intent',
          intent: foundBranch.intent({ people: [...order.people] }),
        }),
      );
      if (order.people.some(({ account }) => account === null)) await bot.announceClaims();
      return;
    }
    case 'hear': {
      const { account, nickname, messageId, text, branch } = order;
      const files = order.files.map(({ kind, name, base64 }) => ({
        kind,
        name,
        bytes: Buffer.from(base64, 'base64'),
      }));
      const chat =
        branch === null ? ({ kind: 'private', account } as const) : ({ kind: 'group', id: branch } as const);
      await hear?.({ chat, account, nickname, messageId, text, files });
      return;
    }
    case 'time':
      if (order.run) await bot.advance(order.at, (instant) => void (now = instant));
      else now = order.at;
      return;
  }
}
