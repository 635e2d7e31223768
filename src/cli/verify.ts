/** `npm run verify [-- --head HEX --count N --branch 名称 --db FILE]`: checks that the ledger is as it was posted. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KnownHead, LedgerFault, Reading, Verification } from '../app/ports/reading.js';
import { OperatorError } from '../operator-error.js';
import { commandLine } from './command-line.js';
import { withDatabaseFile } from '../start/database-file.js';
import { openReading } from '../start/open-reading.js';
import { fileOf, openConnection } from '../store/connection.js';
import { openKey } from '../store/sealing/key.js';

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
    const known = count === null && head === null ? null : { count, head };
    return { branch: values.branch, known, db: values.db ?? null };
  },
  run: async ({ branch, known, db }, io) => {
    const config = io.config();
    const databaseFile = resolve(db ?? fileOf(config.DATABASE_URL));
    if (!existsSync(databaseFile)) throw new OperatorError(`没有数据库文件 ${databaseFile}。`);
    const master = await withDatabaseFile(databaseFile, () => keyOf(databaseFile, config.ZHIBU_KEY));
    const reading = openReading({ databaseFile, master, rulebook: null });
    try {
      const branches = await chosen(reading, branch);
      if (known !== null && branches.length > 1)
        throw new OperatorError(`有几个支部时请用 --branch 写明是哪一个。\n${usage}`);
      let isSound = true;
      for (const { id, name } of branches) {
        const found = await reading.verifyLedger(id, known, (read) => {
          if (read % progressEvery === 0) io.complain(`${name}：已核对 ${read} 条……`);
        });
        io.say(reportOf(found));
        isSound &&= found.faults.length === 0;
      }
      return isSound ? 0 : 1;
    } finally {
      await reading.close();
    }
  },
});

/** The key of the file; the connection that looks for it closes before anything is read. */
function keyOf(databaseFile: string, given: string | undefined): Uint8Array {
  const db = openConnection(databaseFile);
  try {
    return openKey(db, databaseFile, given).master;
  } finally {
    db.close();
  }
}

async function chosen(reading: Reading, name: string | undefined) {
  const all = await reading.branches();
  if (name === undefined) return all;
  const found = all.filter((branch) => branch.name === name);
  if (found.length === 0)
    throw new OperatorError(`没有支部“${name}”，现有：${all.map((branch) => branch.name).join('、')}。`);
  return found;
}

export function reportOf({ name, count, sum, head, notices, faults }: Verification): string {
  const summary = `${count} 条分录，合计 ${sum} 分，公示 ${notices} 次，末位校验码 ${head}`;
  if (faults.length === 0) return `${name}：完好。${summary}`;
  return [`${name}：有问题！${summary}`, ...faults.map((fault) => `  ${faultText(fault)}`)].join('\n');
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

function cutOffText(by: 'branch' | 'notice' | 'given', count: number): string {
  switch (by) {
    case 'branch':
      return `支部记录应有 ${count} 条分录，与账上不符`;
    case 'notice':
      return `公示时记下的第 ${count} 条末位校验码与账上不符（末尾被截去或改动）`;
    case 'given':
      return '您给出的条数或校验码在账上找不到（末尾被截去或改动）';
  }
}
