/** `npm run move -- 来源 去处`: brings a database from a file to a server, or back. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { shanghaiNow } from '../../clock.js';
import { OperatorError } from '../../operator-error.js';
import { projectFolder } from '../../project-folder.js';
import { withDatabaseFile } from '../../start/database-file.js';
import { keyFiles } from '../../store/ballots/ballot-box.js';
import { fileOf, openConnection, serverOf, type Connection } from '../../store/connection.js';
import { migrate } from '../../store/migrate.js';
import { isTaken, makeFile, makeOnServer } from '../../store/moving/making.js';
import { copyRows, holdsTheSame } from '../../store/moving/rows.js';
import { openPostgres } from '../../store/postgres/connection.js';
import { sealFormer } from '../../store/sealing/former.js';
import { hexIn, openKey } from '../../store/sealing/key.js';
import { commandLine, type Io } from '../command-line.js';
import { findingsOf, prove } from '../verify.js';
import { whileStopped } from './stopped.js';

const usage = `用法：npm run move -- 来源 去处
把数据库从文件搬到 PostgreSQL，或者搬回来。先停下机器人。例：
  npm run move -- file:./data/zhibu.db postgresql://zhibu@127.0.0.1:5432/zhibu
来源不动；中途断了，再运行一次接着搬。口令可以写在环境变量 PGPASSWORD 里，不必写在地址里。`;

const progressEvery = 10_000;

interface Place {
  readonly address: string;
  /** Of the database, or beside which keys of the server's lie. */
  readonly file: string;
  readonly postgres?: string;
}

export const run = commandLine({
  usage,
  options: {},
  read: (_, [from, to, ...others]): { from: Place; to: Place } | undefined =>
    from === undefined || to === undefined || others.length > 0
      ? undefined
      : { from: placeOf(from), to: placeOf(to) },
  run: async ({ from, to }, io) => {
    const { ZHIBU_KEY: given } = io.config();
    if (from.address === to.address || (from.postgres === undefined && to.postgres === undefined))
      throw new OperatorError(
        '只在文件和 PostgreSQL 之间搬。文件搬到别处：停下机器人，做一次备份，再用 npm run restore 恢复。',
      );
    if (from.postgres === undefined && !existsSync(from.file))
      throw new OperatorError(`没有数据库文件 ${from.file}。`);
    mkdirSync(dirname(from.file), { recursive: true });
    mkdirSync(dirname(to.file), { recursive: true });
    return whileStopped(from.file, () =>
      whileStopped(to.file, async () => {
        await withDatabaseFile(to.file, () => {
          if (isTaken(to.file, to.postgres)) throw taken(to);
        });
        const key = await withDatabaseFile(from.file, () => move(from, to, given, io));
        const code = await prove(to.file, given ?? key, partOf(to), io);
        if (code === 0) io.say(doneText(from, to));
        return code;
      }),
    );
  },
});

function placeOf(address: string): Place {
  const server = /^postgres(?:ql)?:/u.test(address);
  if (server && !URL.canParse(address))
    throw new OperatorError(`PostgreSQL 的地址写得不对，例：postgresql://zhibu@127.0.0.1:5432/zhibu`);
  return { address, file: resolve(fileOf(address)), ...serverOf(address) };
}

function taken(to: Place): OperatorError {
  return new OperatorError(
    `${withoutPassword(to)} 里已有数据，没有搬。请换一个空的数据库，或先把那里的文件移开。`,
  );
}

function partOf({ postgres }: Place): { readonly postgres?: string } {
  return postgres === undefined ? {} : { postgres };
}

/** @returns the key, which fits both now */
function move(from: Place, to: Place, given: string | undefined, io: Io): string {
  const prisma = `${projectFolder()}prisma`;
  const source = from.postgres === undefined ? openConnection(from.file) : openPostgres(from.postgres);
  try {
    migrate(source, from.file, prisma, shanghaiNow());
    const { seal, master } = openKey(source, from.file, given);
    sealFormer(source, seal);
    if (findingsOf(source, seal, io).length > 0)
      throw new OperatorError(
        `${withoutPassword(from)} 核对有问题，没有搬。请先运行“npm run verify”看清楚，必要时用备份恢复。`,
      );
    if (keyFiles(from.file).length > 0)
      throw new OperatorError(
        '民主评议正在投票，票箱的钥匙不能有两把，没有搬。请评议结束（/评议 结束）以后再搬。',
      );
    const key = Buffer.from(master).toString('hex');
    takeKeys(from.file, to.file, given === undefined ? key : undefined);
    const making =
      to.postgres === undefined
        ? makeFile(to.file, prisma, shanghaiNow())
        : makeOnServer(to.postgres, prisma);
    try {
      fill(source, making, io);
      if (!making.finish()) throw taken(to);
    } finally {
      making.close();
    }
    return key;
  } finally {
    source.close();
  }
}

function fill(source: Connection, making: ReturnType<typeof makeFile>, io: Io): void {
  const told = (word: string) => (rows: number) => {
    if (rows % progressEvery === 0) io.complain(`${word} ${rows} 行……`);
  };
  if (!copyRows(source, making.db, told('已搬'))) {
    io.complain('上次搬到一半以后，机器人又办过事：从头再搬。');
    making.empty();
    copyRows(source, making.db, told('已搬'));
  }
  if (!holdsTheSame(source, making.db, told('已逐行核对')))
    throw new OperatorError('搬过去的与来源不一样，没有启用。请确认机器人已经停下，再运行一次。');
}

/**
 * The key in use, and former ones for older backups.
 * @param hex of the key file to be; undefined when the key is in the settings
 */
function takeKeys(from: string, to: string, hex: string | undefined): void {
  const keyFile = `${to}.key`;
  if (hex !== undefined && existsSync(keyFile) && hexIn(keyFile) !== hex)
    throw new OperatorError(`${keyFile} 是另一把密钥，没有搬。请先把它移到别处。`);
  if (hex !== undefined && !existsSync(keyFile))
    writeFileSync(keyFile, `${hex}\n`, { mode: 0o600, flush: true });
  const former = `${basename(from)}.key.old-`;
  for (const name of readdirSync(dirname(from)).filter((other) => other.startsWith(former))) {
    const copy = join(dirname(to), `${basename(to)}.key.old-${name.slice(former.length)}`);
    if (existsSync(copy)) continue;
    copyFileSync(join(dirname(from), name), copy);
    chmodSync(copy, 0o600);
  }
}

function doneText(from: Place, to: Place): string {
  return [
    '已搬好，逐行核对一致。接着：',
    `1. 把 .env 里的 DATABASE_URL 改为新的地址（${withoutPassword(to)}），再 npm start。`,
    `2. 原来的数据库（${withoutPassword(from)}）没有动，也不再更新：确认新的用起来没有问题后，与密钥一起封存或销毁。`,
    `密钥在 ${to.file}.key（设置里写了 ZHIBU_KEY 的，仍用设置里的）。以前的备份留在原处。`,
  ].join('\n');
}

function withoutPassword({ address, postgres }: Place): string {
  if (postgres === undefined) return address;
  const url = new URL(postgres);
  url.password = '';
  url.searchParams.delete('password');
  return url.href;
}
