import { showRegister } from '../src/app/roster/register.js';
import { defineCommand } from '../src/chat/define.js';
import { registerPart } from '../src/chat/words/register.js';

/** 台账: the register of members by category; answered in private. */
export const command = defineCommand({
  name: '台账',
  mistakenFor: ['花名册', '分类台账'],
  summary: '按类别查看党员台账',
  words: { part: registerPart.optional() },
  examples: ['/台账', '/台账 在职', '/台账 机关党员', '/台账 离退休'],
  useCase: showRegister,
  input: ({ part }) => ({ part: part ?? null }),
});
