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
  says: [
    '[立刻|马上|现在|今天](做|来|建|搞)[一个|个|一次|一下|一份][数据]备份[一下|一份][数据|数据库]',
    '[把]<备份&[一下|一份|一次|个]&[数据|数据库|资料]>',
  ],
  useCase: makeBackup,
  input: () => ({}),
});
