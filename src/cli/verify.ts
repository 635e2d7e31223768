/** `npm run verify [-- --head HEX --count N --branch 名称 --db FILE]`: checks that the file is as the bot wrote it. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { KnownHead, LedgerFault, Reading, Verification } from '../app/ports/reading.js';
import type { Config } from '../config.js';
import { OperatorError } from '../operator-error.js';
import { commandLine, type Io } from './command-line.js';
import { projectFolder } from '../project-folder.js';
import { withDatabaseFile } from '../start/database-file.js';
import { lastHead } from '../store/backups/heads.js';
import { fileOf, openConnection, serverOf, type Connection } from '../store/connection.js';
import { openPostgres } from '../store/postgres/connection.js';
import { sealFormer } from '../store/sealing/former.js';
import { openKey } from '../store/sealing/key.js';
import type { Seal } from '../store/sealing/seal.js';
import { examine } from '../store/soundness/examine.js';
import type { Finding } from '../store/soundness/finding.js';

const usage = `用法：npm run verify [-- --branch 支部名称] [--count 分录数] [--head 校验码] [--db 数据库文件]
分录数和校验码（12位）印在每次公示里。`;

const progressEvery = 10_000;

interface Asked {
  readonly branch: string | undefined;
  readonly known: KnownHead | null;
  /** Null: the one of the settings. */
  readonly db: string | null;
}

export const run = commandLine({
  usage,
  options: {
    head: { type: 'string' },
    count: { type: 'string' },
    branch: { type: 'string' },
    db: { type: 'string' },
  },
  read: (values, others): Asked | undefined => {
    if (others.length > 0) return undefined;
    const count = values.count === undefined ? null : Number(values.count);
    const head = values.head?.toLowerCase() ?? null;
    if (count !== null && !Number.isSafeInteger(count))
      throw new OperatorError(`--count 应为整数。\n${usage}`);
    if (head !== null && !/^[0-9a-f]{12,64}$/u.test(head))
      throw new OperatorError(`--head 应为公示上印的校验码，12至64位十六进制数。\n${usage}`);
    const known = count === null && head === null ? null : ({ count, head, by: 'given' } as const);
    return { branch: values.branch, known, db: values.db ?? null };
  },
  run: ({ branch, known, db }, io) => {
    const config = io.config();
    const databaseFile = resolve(db ?? fileOf(config.DATABASE_URL));
    const server = db === null ? serverOf(config.DATABASE_URL) : {};
    if (server.postgres === undefined && !existsSync(databaseFile))
      throw new OperatorError(`没有数据库文件 ${databaseFile}。`);
    return prove(
      databaseFile,
      config.ZHIBU_KEY,
      { branch, known, folder: backupFolderOf(databaseFile, config), ...server },
      io,
    );
  },
});

/** Where the backups of a database are. */
export function backupFolderOf(databaseFile: string, config: Config): string {
  const isOwn = databaseFile === resolve(fileOf(config.DATABASE_URL));
  return isOwn && config.BACKUP_FOLDER !== undefined
    ? resolve(config.BACKUP_FOLDER)
    : join(dirname(databaseFile), 'backups');
}

interface Proof {
  /** Undefined: all. */
  readonly branch?: string | undefined;
  readonly known?: KnownHead | null;
  /** Of the backups, whose heads the chain must still have. */
  readonly folder?: string;
  /** As in `BotOptions`. */
  readonly postgres?: string;
}

/** Says what it finds; 0 when all is as the bot wrote it. */
export async function prove(
  databaseFile: string,
  key: string | undefined,
  { branch, known = null, folder, postgres }: Proof,
  io: Pick<Io, 'say' | 'complain' | 'reading'>,
): Promise<number> {
  const { master, kept, findings } = await withDatabaseFile(databaseFile, () =>
    lookThrough(
      postgres === undefined ? openConnection(databaseFile) : openPostgres(postgres),
      databaseFile,
      key,
      io,
    ),
  );
  const ofFile = findings.filter((finding) => finding.branch === null).map(findingText);
  if (ofFile.length > 0) io.say(['数据库文件：有问题！', ...ofFile].join('\n  '));
  // Nothing more can be read of such a file with certainty.
  if (findings.some(({ wrong }) => ['pages', 'unreadable', 'text'].includes(wrong))) {
    for (const { wrong, branch: id } of findings) if (wrong === 'text') io.say(`支部 ${id}：有问题！`);
    io.say(
      findings
        .filter((finding) => finding.branch !== null)
        .map((one) => `  ${findingText(one)}`)
        .join('\n'),
    );
    return 1;
  }
  const reading = io.reading({
    ...{ databaseFile, master, kept, rulebook: null },
    ...(postgres === undefined ? {} : { postgres }),
  });
  try {
    const branches = await chosen(reading, branch);
    if (known !== null && branches.length > 1)
      throw new OperatorError(`有几个支部时请用 --branch 写明是哪一个。\n${usage}`);
    let isSound = ofFile.length === 0;
    for (const { id, name } of branches) {
      const written = folder === undefined ? null : lastHead(folder, id);
      const heads = [
        ...(known === null ? [] : [known]),
        ...(written === null ? [] : [{ ...written, by: 'backup' as const }]),
      ];
      const found = await reading.verifyLedger(id, heads, (read) => {
        if (read % progressEvery === 0) io.complain(`${name}：已核对 ${read} 条……`);
      });
      const ofBranch = findings.filter((finding) => finding.branch === id);
      io.say(reportOf(found, ofBranch));
      isSound &&= found.faults.length === 0 && ofBranch.length === 0;
    }
    return isSound ? 0 : 1;
  } finally {
    await reading.close();
  }
}

/** The key of the file, and what is wrong with the file; its connection closes before the ledger is read. */
function lookThrough(
  db: Connection,
  databaseFile: string,
  given: string | undefined,
  io: Pick<Io, 'complain'>,
) {
  try {
    const { seal, ...keys } = openKey(db, databaseFile, given);
    sealFormer(db, seal);
    return { ...keys, findings: findingsOf(db, seal, io) };
  } finally {
    db.close();
  }
}

export function findingsOf(db: Connection, seal: Seal, io: Pick<Io, 'complain'>): readonly Finding[] {
  return examine(db, seal, `${projectFolder()}prisma`, (rows) => {
    if (rows % progressEvery === 0) io.complain(`已核对 ${rows} 行……`);
  });
}

async function chosen(reading: Reading, name: string | undefined) {
  const all = await reading.branches();
  if (name === undefined) return all;
  const found = all.filter((branch) => branch.name === name);
  if (found.length === 0)
    throw new OperatorError(`没有支部“${name}”，现有：${all.map((branch) => branch.name).join('、')}。`);
  return found;
}

export function reportOf(
  { name, count, sum, head, notices, faults }: Verification,
  findings: readonly Finding[] = [],
): string {
  const summary = `${count} 条分录，合计 ${sum} 分，公示 ${notices} 次，末位校验码 ${head}`;
  const wrong = [...faults.map(faultText), ...findings.map(findingText)];
  return wrong.length === 0
    ? `${name}：完好。${summary}`
    : [`${name}：有问题！${summary}`, ...wrong].join('\n  ');
}

function findingText(finding: Finding): string {
  switch (finding.wrong) {
    case 'pages':
      return `有损坏的数据页（${[`${finding.count}处`, ...finding.names].join('，')}）：请用最近的备份恢复`;
    case 'unreadable':
      return `表 ${finding.table} 读不出来：请用最近的备份恢复`;
    case 'schema':
      return `表结构与程序不符：${finding.names.join('、')}`;
    case 'reference':
      return `表 ${finding.table} 第${finding.row}行所指的记录不见了`;
    case 'stray':
      return `表 ${finding.table} 有不属于任何支部的记录`;
    case 'text':
      return `表 ${finding.table}（${finding.key}）里有不是文字的内容`;
    case 'sealed':
      return `表 ${finding.table}（${finding.key}）的加密内容被改动或移位`;
    case 'changed':
      return `表 ${finding.table}（${finding.key}）被改动`;
    case 'added':
      return `表 ${finding.table}（${finding.key}）是另外加进来的`;
    case 'removed':
      return `表 ${finding.table}（${finding.key}）被删除`;
    case 'rows':
      return `表 ${finding.tables.length === 0 ? 'branch' : finding.tables.join('、')} 有多条记录被改动、增加或删除`;
    case 'branchRow':
      return '支部本身的记录（branch）被改动';
    case 'content':
      return `文件 ${finding.number} 的内容与登记的指纹不符，或者不见了`;
    case 'notice':
      return `公示第${finding.number}号的文字与登记时不符`;
  }
}

function faultText(fault: LedgerFault): string {
  switch (fault.fault) {
    case 'changed':
      return `第${fault.seq}条分录与登记时不符（被改动，或前一条被换掉）`;
    case 'gap':
      return `第${fault.seq}条分录不见了`;
    case 'noRuling':
      return `第${fault.seq}条分录找不到认定`;
    case 'noEvidence':
      return `第${fault.seq}条分录的证明 ${fault.evidence} 不见了`;
    case 'reversal':
      return `第${fault.seq}条更正与它所更正的分录不符`;
    case 'cutOff':
      return cutOffText(fault.by, fault.count);
  }
}

function cutOffText(by: Extract<LedgerFault, { fault: 'cutOff' }>['by'], count: number): string {
  switch (by) {
    case 'branch':
      return `支部记录应有 ${count} 条分录，与账上不符`;
    case 'notice':
      return `公示时记下的第 ${count} 条末位校验码与账上不符（末尾被截去或改动）`;
    case 'backup':
      return `备份时记下的第 ${count} 条末位校验码与账上不符（数据库被换成旧的，或末尾被截去）`;
    case 'given':
      return '您给出的条数或校验码在账上找不到（末尾被截去或改动）';
  }
}
