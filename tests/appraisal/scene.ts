import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Order } from '../../src/cli/play/orders.js';
import { founder } from '../../src/cli/stage/founder.js';
import { ask } from '../support/branch/ledger.js';
import { branch, line, type Line } from '../crash/scene.js';

/** Members who vote; the secretary 李强 opens and closes. */
export const voters = ['张三', '王芳', '周涛', '赵敏'];

export const founding: Order = {
  order: 'found',
  branch,
  people: [
    ...voters.map((name) => founder(name)),
    founder('李强', { offices: ['secretary'] }),
    founder('钱进', { offices: ['deputySecretary'] }),
  ],
};

/** In private to the bot. */
export function whisper(messageId: string, account: string, text: string): Line {
  return line(messageId, account, text, { kind: 'private', account });
}

export function count(file: string, what: string): number {
  return Number(ask(file, `SELECT COUNT(*) AS count FROM ${what}`)[0]?.['count']);
}

export const keyFiles = (file: string) =>
  readdirSync(dirname(file)).filter((name) => name.includes('.ballot-'));

export const sealedBallots = (file: string) =>
  ask(file, 'SELECT sealed FROM ballot').map(({ sealed }) => Buffer.from(sealed as ArrayBuffer));

/** Every byte of the folder: the file, its WAL and index, and whatever was left beside them. */
export function folderBytes(file: string): Buffer {
  const folder = dirname(file);
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}
