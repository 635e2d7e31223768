import type { BackupCard, UpkeepSays } from '../../../app/upkeep/says.js';
import type { BackupFailure } from '../../../app/ports/store/backups.js';
import { ownDataText } from './own-data.js';
import type { Sentences } from '../sentences.js';
import { ledgerMark } from '../../../words/publications.js';

const failures: { readonly [F in BackupFailure]: string } = {
  space: '磁盘空间不够，请清理后再试',
  permission: '备份文件夹不能写入，请检查它的权限和 .env 中的 BACKUP_FOLDER',
  damaged: '数据库检查没有通过，请尽快联系管理员，不要删除以前的备份',
  chain: '账本校验没有通过，请管理员运行“npm run verify”查明，不要删除以前的备份',
  tools:
    '运行机器人的电脑上没有 pg_dump，请管理员安装 PostgreSQL 的客户端（如 apt-get install postgresql-client）',
  other: '原因在日志里，请联系管理员',
};

function backupText(backup: BackupCard): string {
  const { folder, file, bytes, ballot } = backup;
  return [
    `备份已完成，并已核对完好：${folder}/${file}（${sizeText(bytes)}）`,
    `账本${ledgerMark(backup)}`,
    `密钥不在备份里：请把数据库旁的 .key 文件（或 .env 中的 ZHIBU_KEY）另存一处，没有它备份打不开。`,
    ...(ballot ? ['民主评议正在进行：票箱的钥匙也不在备份里，备份里的票谁也打不开。'] : []),
  ].join('\n');
}

/** 0.3MB, rounded up */
function sizeText(bytes: number): string {
  return `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1)}MB`;
}

export const upkeepSentences: Sentences<UpkeepSays> = {
  backupFailed: ({ why, daily }) =>
    daily
      ? `今天的自动备份没有做成：${failures[why.kept]}。处理好后请发送“/备份”。`
      : `备份没有做成：${failures[why.kept]}。`,
  backupMade: ({ backup }) => backupText(backup.kept),
  ownData: ({ data }, view) => ownDataText(data.kept, view),
};
