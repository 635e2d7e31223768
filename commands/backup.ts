import { makeBackup } from '../src/app/upkeep/backup.js';
import { defineCommand } from '../src/chat/define.js';

/** 备份: a checked copy of the database, reported in private. */
export const command = defineCommand({
  name: '备份',
  mistakenFor: ['保存', '导出数据库'],
  summary: '立即备份数据库，并核对备份完好',
  note: '每天也会自动备份一次，保留最近14天的。备份里没有密钥，密钥要另外保存。',
  words: {},
  examples: ['/备份'],
  useCase: makeBackup,
  input: () => ({}),
});
