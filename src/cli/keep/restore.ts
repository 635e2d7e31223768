/** `npm run restore -- 备份文件 [--dry-run] [--yes] [--key 密钥文件]`: shows what a backup holds, and puts it in place. */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { shanghaiNow } from '../../clock.js';
import type { Config } from '../../config.js';
import { OperatorError } from '../../operator-error.js';
import { projectFolder } from '../../project-folder.js';
import { withDatabaseFile } from '../../start/database-file.js';
import { contentsOf } from '../../store/backups/contents.js';
import { copiesIn } from '../../store/backups/names.js';
import { NotUnpacked } from '../../store/backups/packed.js';
import {
  copyOfBackup,
  doubtLetters,
  keyOfCopy,
  putInPlace,
  removeWorkCopy,
  workCopy,
} from '../../store/backups/put-back.js';
import { fileOf, openConnection, serverOf } from '../../store/connection.js';
import { migrate } from '../../store/migrate.js';
import { hexIn } from '../../store/sealing/key.js';
import { commandLine, isAgreed, refuse, type Io } from '../command-line.js';
import { backupFolderOf, prove } from '../verify.js';
import { copiesText, contentsText, lossText } from './show.js';
import { whileStopped } from './stopped.js';

const usage = `用法：npm run restore -- 备份文件 [--dry-run] [--yes] [--key 密钥文件]
不写备份文件：列出现有的备份。--dry-run：只看备份里有什么、恢复会丢失什么，不恢复。
--key：备份所用的密钥不在数据库旁边时写明。`;

interface Asked {
  readonly file: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly key: string | undefined;
}

export const run = commandLine({
  usage,
  options: {
    'dry-run': { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    key: { type: 'string' },
  },
  read: ({ 'dry-run': dryRun, yes, key }, [file, ...others]): Asked | undefined =>
    others.length > 0 ? undefined : { file, dryRun, yes, key },
  run: async (asked, io) => {
    const config = io.config();
    const databaseFile = resolve(fileOf(config.DATABASE_URL));
    if (serverOf(config.DATABASE_URL).postgres !== undefined)
      throw new OperatorError(
        '数据库在 PostgreSQL 上，备份用它自己的工具恢复：先停下机器人，建一个空的数据库，再运行：pg_restore --no-owner --dbname=新的数据库地址 备份文件；然后把 .env 里的 DATABASE_URL 改到新的数据库，运行 npm run verify。',
      );
    const folder = backupFolderOf(databaseFile, config);
    if (asked.file === undefined) {
      io.say(copiesText(folder, copiesIn(folder)));
      return 0;
    }
    const backup = [resolve(asked.file), join(folder, asked.file)].find((path) => existsSync(path));
    if (backup === undefined)
      throw new OperatorError(
        `没有备份文件 ${asked.file}。不写文件名运行“npm run restore”，可以列出现有的备份。`,
      );
    mkdirSync(dirname(databaseFile), { recursive: true });
    return whileStopped(databaseFile, async () => {
      try {
        return await restore(backup, databaseFile, folder, asked, config, io);
      } finally {
        removeWorkCopy(databaseFile);
      }
    });
  },
});

async function restore(
  backup: string,
  databaseFile: string,
  folder: string,
  { dryRun, yes, key: keyFile }: Asked,
  config: Config,
  io: Io,
): Promise<number> {
  const key = await openCopy(backup, databaseFile, keyFile, config, io);
  if (key === undefined)
    return refuse(
      io,
      [],
      '数据库旁边的密钥打不开这份备份。请用 --key 写明备份当时的密钥文件，例：npm run restore -- 备份文件 --key 旧密钥文件',
    );
  const { contents, loss } = await withDatabaseFile(backup, () => lookInto(databaseFile));
  io.say(contentsText(basename(backup), contents));
  const isSound = (await prove(workCopy(databaseFile), key, {}, io)) === 0;
  io.say(loss);
  if (!isSound) return refuse(io, [], '这份备份有问题，没有恢复。请换一份备份。');
  if (dryRun) return 0;
  if (!yes && !(await isAgreed(io))) return 0;
  const letters = doubtLetters(databaseFile);
  const stamp = shanghaiNow().replaceAll(':', '');
  const ownKey = key === config.ZHIBU_KEY ? undefined : key;
  const aside = putInPlace(databaseFile, ownKey, folder, stamp);
  if (aside !== null) io.say(`原来的数据库改名为 ${aside}，没有删除。`);
  if (ownKey !== undefined && config.ZHIBU_KEY !== undefined)
    io.say('这份备份用的是另一把密钥，已写入密钥文件：请从 .env 删去 ZHIBU_KEY 一行，再启动机器人。');
  if (letters > 0)
    io.say(
      `备份当时还没有送出的消息${letters}条：多半后来已经送到，不会自动重发；书记发“/补发”可以逐条处理。`,
    );
  const code = await prove(databaseFile, key, {}, io);
  io.say('已恢复。请启动机器人：npm start；备份之后的事请补登记。');
  return code;
}

/** @returns the key that fits */
async function openCopy(
  backup: string,
  databaseFile: string,
  keyFile: string | undefined,
  { ZHIBU_KEY, BACKUP_PASSPHRASE }: Config,
  io: Io,
): Promise<string | undefined> {
  const named = keyFile === undefined ? undefined : hexIn(resolve(keyFile));
  if (keyFile !== undefined && named === undefined)
    throw new OperatorError(`密钥文件 ${keyFile} 不对：应为一行64位十六进制数。`);
  const passphrase = async (): Promise<string> => {
    if (BACKUP_PASSPHRASE !== undefined) return BACKUP_PASSPHRASE;
    if (io.ask === null)
      throw new OperatorError('这份备份有口令：请在 .env 里写 BACKUP_PASSPHRASE，或在终端里运行。');
    return io.ask('这份备份的口令：');
  };
  try {
    const packed = await copyOfBackup(backup, databaseFile, passphrase);
    return await withDatabaseFile(backup, () => keyOfCopy(databaseFile, [packed, named, ZHIBU_KEY]));
  } catch (error) {
    if (error instanceof NotUnpacked)
      throw new OperatorError('打不开这份备份：口令不对，或者文件已损坏。', { cause: error });
    throw error;
  }
}

/** Brings the copy to the tables of this program first. */
function lookInto(databaseFile: string) {
  const copy = openConnection(workCopy(databaseFile));
  try {
    migrate(copy, workCopy(databaseFile), `${projectFolder()}prisma`, shanghaiNow());
    const contents = contentsOf(copy);
    return { contents, loss: lossText(databaseFile, contents) };
  } finally {
    copy.close();
  }
}
