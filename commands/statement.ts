import { makeStatement } from '../src/app/points/statement.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 说明: the subject of a deduction is heard before the ruling. */
export const command = defineCommand({
  name: '说明',
  manyLines: true,
  mistakenFor: ['申辩', '申诉', '解释'],
  act: '作说明',
  summary: '对本人待认定的减分作说明，认定人会看到',
  discreet: true,
  words: { number: matterWord, text: textNamed('文字') },
  examples: ['/说明 3 当天已向科室请假'],
  says: [
    '[减分|扣分][那个|的][关于|对|对于|针对|就]{编号}[减分|扣分|那个|那条|那件事|这件事|情况|的事|这事|那事](说明|解释|申辩|说两句|说几句|讲两句|有话要说|有话说|有话|要说|想说|想说两句)[情况|下]{文字}',
    '[关于|对|对于]{编号}[减分|扣分|情况]我(得|要|想|有)[说|讲|解释|辩解|申辩|说明][一句|几句|两句|一下|清楚|句话|句]{文字}',
    '(说明|解释)[一下]{编号}[减分|扣分|情况]{文字}',
    '(关于|针对){编号}[减分|扣分|那个|那条|那件事|情况](，| |：){文字}',
    '[对|对于]{编号}[减分|扣分]我(认|认账|服|服气|没意见|没有意见|接受)[，](没啥|没什么|没有什么)(好说|要说|说|可说|意见)的{+没有意见}',
    '[对|对于]{编号}[减分|扣分|这事|那事|这件事|那件事](我(认|认账|承认|服|接受|认可)，)[我|本人](没有意见|没意见|没什么意见|没啥意见|没有异议|服从){+没有意见}',
    '[对|对于]{编号}[减分|扣分][我|本人](没有意见|没意见|没什么意见|没有什么意见|没啥意见|接受|认可){+没有意见}[接受|认可|没有意见|没意见|服从]',
    '{待说明}{文字}',
    '{待说明号}[减分|扣分][我](不服|不认|有意见|不同意|不接受|不认可|冤枉|搞错|弄错|扣错|记错)，{文字}',
    '{待说明号}[减分|扣分][那个|那条|那件事]，{文字}',
  ],
  useCase: makeStatement,
  input: ({ number, text }) => ({ number, text }),
});
