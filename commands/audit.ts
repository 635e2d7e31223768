import { showAudit } from '../src/app/status/audit.js';
import { defineCommand } from '../src/chat/define.js';
import { commandsByUseCase } from '../src/chat/help.js';
import { countUpTo } from '../src/chat/words/plain.js';

/** 审计: who did what in the branch, without reasons; for those who watch over it. */
export const command = defineCommand({
  name: '审计',
  mistakenFor: ['记录', '日志', '痕迹'],
  summary: '查看最近办了哪些事、谁办的，不含理由',
  note: '提出异议的和参加评议的不显示姓名。',
  words: { count: countUpTo(100).optional() },
  examples: ['/审计', '/审计 50'],
  useCase: showAudit,
  input: ({ count }, _, commands) => ({ count: count ?? 20, titles: commandsByUseCase(commands) }),
});
