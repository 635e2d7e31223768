/** `npm run rotate-key [-- --yes]`: seals everything under a new key. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OperatorError } from '../../operator-error.js';
import { projectFolder } from '../../project-folder.js';
import { shanghaiNow } from '../../clock.js';
import { withDatabaseFile } from '../../start/database-file.js';
import { fileOf, openConnection, serverOf } from '../../store/connection.js';
import { migrate } from '../../store/migrate.js';
import { sealFormer } from '../../store/sealing/former.js';
import { formerKeyFile, openKey } from '../../store/sealing/key.js';
import { sealWithNewKey } from '../../store/sealing/new-key.js';
import { commandLine, isAgreed, type Io } from '../command-line.js';
import { findingsOf, prove } from '../verify.js';
import { whileStopped } from './stopped.js';

const usage = `用法：npm run rotate-key [-- --yes]
换一把新密钥，把数据库里加密的内容全部重新加密。先停下机器人。中途断电也不要紧，再运行一次即可。`;

export const run = commandLine({
  usage,
  options: { yes: { type: 'boolean', default: false } },
  read: ({ yes }, others): { yes: boolean } | undefined => (others.length > 0 ? undefined : { yes }),
  run: async ({ yes }, io) => {
    const config = io.config();
    const databaseFile = resolve(fileOf(config.DATABASE_URL));
    if (serverOf(config.DATABASE_URL).postgres !== undefined)
      throw new OperatorError('PostgreSQL 上的数据库还不能换密钥，什么也没有动。');
    if (!existsSync(databaseFile)) throw new OperatorError(`没有数据库文件 ${databaseFile}。`);
    return whileStopped(databaseFile, async () => {
      io.say(`将换一把新密钥，重新加密 ${databaseFile} 的全部内容。旧密钥另存在旁边，以前的备份要用它打开。`);
      if (!yes && !(await isAgreed(io))) return 0;
      const former = await withDatabaseFile(databaseFile, () => seal(databaseFile, config.ZHIBU_KEY, io));
      io.say(`已换上新密钥：${databaseFile}.key，请另存一份，与数据库备份分开放。`);
      io.say(`旧密钥：${former}。以前的备份要用它打开；不再需要那些备份时，连同它一起销毁。`);
      if (config.ZHIBU_KEY !== undefined) io.say('请从 .env 删去 ZHIBU_KEY 一行，再启动机器人。');
      return prove(databaseFile, undefined, {}, io);
    });
  },
});

/** @returns where the former key is */
function seal(databaseFile: string, given: string | undefined, io: Io): string {
  const prisma = `${projectFolder()}prisma`;
  const db = openConnection(databaseFile);
  try {
    migrate(db, databaseFile, prisma, shanghaiNow());
    const key = openKey(db, databaseFile, given);
    sealFormer(db, key.seal);
    if (findingsOf(db, key.seal, io).length > 0)
      throw new OperatorError(
        '数据库核对有问题，没有换密钥。请先运行“npm run verify”看清楚，必要时用备份恢复。',
      );
    sealWithNewKey(db, databaseFile, key, prisma);
    return formerKeyFile(`${databaseFile}.key`, Buffer.from(key.master).toString('hex'));
  } finally {
    db.close();
  }
}
