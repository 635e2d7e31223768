import { proposePoints } from '../src/app/points/propose.js';
import { defineCommand } from '../src/chat/define.js';
import { byItem, onDay, takePoints, withWitness } from '../src/chat/plain/phrases.js';
import { pointsKeywords, pointsWords, proposalOf } from '../src/chat/words/rules/points.js';

/** 减分: the recorder drafts a deduction. The group hears only that it is on record. */
export const command = defineCommand({
  name: '减分',
  aliases: ['扣分'],
  act: '登记减分',
  summary: '为党员登记减分，待书记认定',
  note: '须有材料或证明人；证明齐全后先听取本人说明，再由书记认定。群里只报编号。',
  discreet: true,
  words: pointsWords,
  keywords: pointsKeywords,
  examples: ['/减分 张三 15 一般 工作日擅自离岗', '/减分 张三 22 警告 处分决定 日期 11月20日'],
  says: [
    `<[登记|记]&{姓名}&${takePoints}&${byItem}[减分|扣分]&[{级别}]&${onDay}&[{事由}]&${withWitness}>`,
    `<(扣|减){姓名}[的][{分}]分&${byItem}[减分|扣分]&[{级别}]&${onDay}&[{事由}]&${withWitness}>`,
    `<(扣|减){姓名}[的][{分}]分&{事项}&[{级别}]&${onDay}&${withWitness}>`,
    `<{姓名}&${byItem}&(按|作)[{级别}](减分|扣分|减|扣)&${onDay}&[{事由}]&${withWitness}>`,
    `<{姓名}&${takePoints}&{事项}&[{级别}]&${onDay}&${withWitness}>`,
  ],
  useCase: proposePoints,
  input: (words, { today }) => proposalOf('deduction', words, today),
});
