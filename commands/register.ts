import type { RegisterKind } from '../src/app/ports/papers.js';
import { orderRegister } from '../src/app/papers/registers.js';
import { showRegister } from '../src/app/roster/register/register.js';
import { defineCommand, form } from '../src/chat/define.js';
import { yearOrQuarter } from '../src/chat/words/dates/quarters.js';
import { send, sent } from '../src/chat/plain/phrases.js';
import { partBeforeSpan, registerPart } from '../src/chat/words/people/roster.js';

const files = (
  lead: string,
  register: RegisterKind,
  examples: readonly string[],
  asked: readonly string[] = [],
) =>
  form({
    lead,
    words: { part: partBeforeSpan.optional(), span: yearOrQuarter.optional() },
    examples,
    says: [
      `${send}[我|大家的|大家|全体|全支部的|全支部|支部的|支部][{span}|今年|本月|这个月][的]${lead}(台账|表|登记表)${sent}`,
      ...asked,
    ],
    reads: true,
    useCase: orderRegister,
    input: ({ part, span }) => ({ register, part: part ?? null, span: span ?? null }),
  });

/** 台账: the register of members by category in words, with its files, and the other registers as files; in private. */
export const command = defineCommand({
  name: '台账',
  mistakenFor: ['花名册', '分类台账'],
  summary: '按类别查看党员台账，取各种台账（Word和Excel）',
  forms: [
    form({
      words: { part: registerPart.optional() },
      examples: ['/台账', '/台账 在职', '/台账 机关党员', '/台账 离退休'],
      useCase: showRegister,
      input: ({ part }) => ({ part: part ?? null }),
    }),
    files('党员', 'members', ['/台账 党员 2026', '/台账 党员 在职 三季度']),
    files('积分', 'points', ['/台账 积分', '/台账 积分 在职 三季度']),
    files(
      '考勤',
      'attendance',
      ['/台账 考勤 三季度'],
      ['{管考勤}{某活动}[都|一共](来|到)[了](几个|多少|几位)[人]'],
    ),
    files('党费', 'dues', ['/台账 党费 2026']),
  ],
});
